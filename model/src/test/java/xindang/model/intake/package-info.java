/** Tests of the import. */
@NullMarked
package xindang.model.intake;

import org.jspecify.annotations.NullMarked;

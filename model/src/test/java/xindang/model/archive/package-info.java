/** Tests of what a record says. */
@NullMarked
package xindang.model.archive;

import org.jspecify.annotations.NullMarked;

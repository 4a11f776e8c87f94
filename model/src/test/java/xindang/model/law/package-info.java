/** Tests of the law. */
@NullMarked
package xindang.model.law;

import org.jspecify.annotations.NullMarked;

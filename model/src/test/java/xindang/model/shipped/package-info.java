/** Tests of the shipped templates. */
@NullMarked
package xindang.model.shipped;

import org.jspecify.annotations.NullMarked;

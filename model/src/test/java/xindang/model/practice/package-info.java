/** Tests of the inventor, and round trips of invented values through every way of writing them. */
@NullMarked
package xindang.model.practice;

import org.jspecify.annotations.NullMarked;

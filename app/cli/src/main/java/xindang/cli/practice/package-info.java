/** The practice town: every step of the work with invented people. */
@NullMarked
package xindang.cli.practice;

import org.jspecify.annotations.NullMarked;

/** Invented people, numbers and names for the practice village and for tests: the same seed makes the same ones. */
@NullMarked
package xindang.model.practice;

import org.jspecify.annotations.NullMarked;

/**
 * Invented people, numbers and names for the practice village and for tests; the same seed makes the same ones.
 * {@link Invented} makes people and numbers. {@link PracticeRoster} makes a roster from them.
 */
@NullMarked
package xindang.model.practice;

import org.jspecify.annotations.NullMarked;

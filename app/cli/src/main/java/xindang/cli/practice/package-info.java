/**
 * The practice town: all steps of the work with invented people.
 *
 * <p>{@link xindang.cli.practice.PracticeCommand} is the command. {@link xindang.cli.practice.PracticeTown} runs the
 * steps and reports them to a {@code PracticeLog}. The window uses it too. {@code PracticeExchange} makes and resolves
 * a conflict between two offices. All files are in one {@link xindang.cli.practice.PracticePlace}.
 */
@NullMarked
package xindang.cli.practice;

import org.jspecify.annotations.NullMarked;

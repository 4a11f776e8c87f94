/**
 * The services that all commands share.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.cli.shell.Terminal} is the output, the keyboard, the environment and the clock.
 * <li>{@link xindang.cli.shell.CliSession} is one run. It opens the archive, asks for passwords and prints answers.
 * <li>{@link xindang.cli.shell.UseCases} is an open archive with its use cases.
 * <li>{@link xindang.cli.shell.Usage} is a failure with a sentence for the person.
 * <li>{@link xindang.cli.shell.Json} builds the answer for {@code --json}.
 * </ul>
 *
 * <p>A command gets a {@code CliSession}. It opens a {@code UseCases}, calls a use case and prints the result as lines
 * or as JSON. Messages and progress go to the error stream, so the output contains only the answer.
 *
 * <p>This package contains no command. Begin with {@code CliSession}.
 */
@NullMarked
package xindang.cli.shell;

import org.jspecify.annotations.NullMarked;

/**
 * The command line. It runs the use cases of the model without a window.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.cli.Main} is the entry point. It passes the console, the environment and the clock to the program.
 * <li>{@link xindang.cli.Program} creates all commands and converts failures to exit codes.
 * <li>{@code Xindang} is the root command with the shared options.
 * </ul>
 *
 * <p>The commands are in the subpackages, one for each feature. {@link xindang.cli.shell} has their common services.
 * Begin with {@code Program}.
 */
@NullMarked
package xindang.cli;

import org.jspecify.annotations.NullMarked;

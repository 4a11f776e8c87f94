/**
 * The command that imports a sheet. {@code PaperOptions} reads the paper consents, {@code Intake} of the model runs the
 * import, and {@link xindang.cli.intake.Account} reports the result.
 */
@NullMarked
package xindang.cli.intake;

import org.jspecify.annotations.NullMarked;

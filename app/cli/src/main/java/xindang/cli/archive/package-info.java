/**
 * The commands on one archive: create, list, search, show, change, check and erase.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.cli.archive.Init} creates an archive, {@link xindang.cli.archive.Recover} sets a new password.
 * <li>{@link xindang.cli.archive.ListCommand} and {@link xindang.cli.archive.Search} list records with {@code Lines}.
 * <li>{@link xindang.cli.archive.Show} prints one record, {@link xindang.cli.archive.Edit} changes it.
 * <li>{@link xindang.cli.archive.ConsentCommand} records consents, {@link xindang.cli.archive.EraseCommand} erases.
 * <li>{@link xindang.cli.archive.Doctor} checks and repairs the archive.
 * </ul>
 *
 * <p>A command reads its options, opens the archive through {@code CliSession}, and calls one use case of the model. It
 * prints the result and returns an exit code. It contains no rule itself. Begin with {@code Edit}.
 */
@NullMarked
package xindang.cli.archive;

import org.jspecify.annotations.NullMarked;

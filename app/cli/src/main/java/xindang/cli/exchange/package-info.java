/**
 * The commands of the exchange with a platform.
 *
 * <p>{@link xindang.cli.exchange.Enrol} enrols the archive and {@link xindang.cli.exchange.Sync} exchanges changes.
 * {@link xindang.cli.exchange.Conflicts} lists conflicts and {@link xindang.cli.exchange.Resolve} decides one.
 * {@link xindang.cli.exchange.PlatformCommand} runs a reference platform, and {@link xindang.cli.exchange.CodeCommand}
 * creates its one-time codes.
 *
 * <p>The commands use {@code SyncEngine}; they merge nothing themselves. Begin with {@code Sync}.
 */
@NullMarked
package xindang.cli.exchange;

import org.jspecify.annotations.NullMarked;

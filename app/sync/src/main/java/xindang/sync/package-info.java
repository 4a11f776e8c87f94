/**
 * The client side of the exchange with a platform.
 * <ul>
 * <li>{@link xindang.sync.SyncEngine} enrols a device and runs an exchange; {@link xindang.sync.SyncReport} is its
 * result.
 * <li>{@link xindang.sync.PlatformSession} authenticates at the platform, over a {@link xindang.sync.Link}.
 * <li>{@link xindang.sync.Upload} pushes sealed batches and checks the receipts.
 * <li>{@link xindang.sync.Download} pulls the changes in the platform's order and saves them in the archive.
 * <li>{@link xindang.sync.WithheldReport} reports values that the law forbade to keep.
 * </ul>
 *
 * <p>An exchange has five steps: it reads the time and the state of the platform, sends changes again that a restored
 * platform lost, uploads, downloads, and reports withheld values. All its state is in the archive, through
 * {@link xindang.model.exchange.ExchangeStore}. Therefore it may stop at any step, and the next exchange continues
 * there.
 *
 * <p>The package does not merge changes; the archive does. A person decides conflicts later. Begin reading at
 * {@link xindang.sync.SyncEngine}.
 */
@NullMarked
package xindang.sync;

import org.jspecify.annotations.NullMarked;

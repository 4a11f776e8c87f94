/**
 * The client side of the exchange with a platform.
 * <ul>
 * <li>{@link xindang.sync.SyncEngine} enrols a device and runs an exchange; {@link xindang.sync.SyncReport} is its
 * result.
 * <li>{@link xindang.sync.PlatformSession} authenticates at the platform, over a {@link xindang.sync.Link}.
 * <li>{@link xindang.sync.Upload} pushes sealed batches and checks the receipts.
 * <li>{@link xindang.sync.Download} pulls the platform's order and saves it in the archive.
 * </ul>
 *
 * <p>An exchange greets the platform, repairs a platform that lost changes, uploads, downloads, and reports values that
 * this device does not keep. All its state is in the archive, through {@link xindang.model.exchange.ExchangeStore}.
 * Therefore it may stop at any step, and the next exchange continues there.
 *
 * <p>The package does not merge changes and does not ask a person about conflicts; the archive does. Begin reading at
 * {@link xindang.sync.SyncEngine}.
 */
@NullMarked
package xindang.sync;

import org.jspecify.annotations.NullMarked;

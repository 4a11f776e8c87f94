/**
 * The stores of an open archive: saving, reading, listing, and the state of the exchange.
 *
 * <p>{@link xindang.persistence.store.ArchiveWriter} is the only writer. It runs a
 * {@link xindang.persistence.fold.Fold}, forces the ledger to the disk, then commits the database. From a key that is pressed
 * to 已保存 the way is: {@link xindang.persistence.store.H2ArchiveStore#save}, {@code Saving}, {@code ArchiveWriter.write},
 * {@code Fold}, {@code Ledger.Commit.force}, commit.
 *
 * <p>{@link xindang.persistence.store.H2ArchiveStore} reads records; {@code Listing} and {@code TextSearch} make pages of
 * lists. {@link xindang.persistence.store.H2ExchangeStore} has what an exchange sends and what arrived.
 * {@link xindang.persistence.store.Disposal} deletes rows whose legal term is over.
 *
 * <p>This package does not repair anything: see {@code xindang.persistence.opening}.
 */
@NullMarked
package xindang.persistence.store;

import org.jspecify.annotations.NullMarked;

/**
 * The stores of an open archive: saving, reading, listing, and the state of the exchange.
 *
 * <p>{@link xindang.persistence.store.ArchiveWriter} is the only writer. It runs a
 * {@link xindang.persistence.fold.Fold}, forces the ledger to the disk, then commits the database. The path of a save
 * in this module: {@link xindang.persistence.store.H2ArchiveStore#saveOne} (a form) or {@code save} (an import),
 * {@code Saving}, {@code ArchiveWriter.write}, {@code Fold}, {@code Ledger.Commit.force}, commit. The steps before and
 * after it are in docs/architecture.md.
 *
 * <p>{@link xindang.persistence.store.H2ArchiveStore} reads records. {@code Listing} and {@code TextSearch} make pages
 * of lists. {@link xindang.persistence.store.H2ExchangeStore} contains changes to send and received changes. It
 * replaces forbidden values of received changes by marks. {@link xindang.persistence.store.Disposal} deletes rows whose
 * term has expired.
 *
 * <p>The package repairs nothing; see {@code xindang.persistence.opening}. Begin reading at {@code ArchiveWriter}.
 */
@NullMarked
package xindang.persistence.store;

import org.jspecify.annotations.NullMarked;

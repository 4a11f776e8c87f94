/**
 * Opens an archive and repairs it. Database, ledger and key file are compared. Each of them is repaired from the
 * others, and losses are reported.
 *
 * <p>{@link xindang.persistence.opening.OpenArchive} is an archive with its open files.
 * {@link xindang.persistence.opening.Mending} compares the files when an archive is opened.
 * {@link xindang.persistence.opening.LedgerMending} and {@link xindang.persistence.opening.LedgerRebuild} write a
 * damaged ledger again. {@link xindang.persistence.opening.Remaking} rebuilds the database from the ledger.
 * {@link xindang.persistence.opening.Healing} does the same for an archive that is open.
 * {@link xindang.persistence.opening.Inspection} compares keys and records.
 *
 * <p>A replaced file is never deleted: {@link xindang.persistence.opening.Asides} moves it aside under another name.
 * {@link xindang.persistence.fold.Losses} reports losses as long as the archive exists.
 *
 * <p>Begin reading at {@code Mending.open}.
 */
@NullMarked
package xindang.persistence.opening;

import org.jspecify.annotations.NullMarked;

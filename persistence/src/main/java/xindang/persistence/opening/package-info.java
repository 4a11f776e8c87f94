/**
 * Opens an archive and repairs it. Database, ledger and key file are compared; each is mended from the others, and what is
 * lost is named.
 *
 * <p>{@link xindang.persistence.opening.OpenArchive} is an archive with its open files.
 * {@link xindang.persistence.opening.Mending} compares the files when an archive is opened.
 * {@link xindang.persistence.opening.LedgerMending} and {@link xindang.persistence.opening.LedgerRebuild} write a damaged
 * ledger again; {@link xindang.persistence.opening.Remaking} makes the database again from the ledger.
 * {@link xindang.persistence.opening.Healing} does the same for an archive that is open.
 * {@link xindang.persistence.opening.Inspection} compares keys and records.
 *
 * <p>A replaced file is never deleted: {@link xindang.persistence.opening.Asides} gives it another name.
 * {@link xindang.persistence.fold.Losses} lists what could not be brought back, as long as the archive exists.
 *
 * <p>Begin with {@code Mending.open}.
 */
@NullMarked
package xindang.persistence.opening;

import org.jspecify.annotations.NullMarked;

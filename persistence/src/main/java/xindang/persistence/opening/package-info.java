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
 * <p>A damaged or different file is not deleted: {@link xindang.persistence.opening.Asides} moves it aside under
 * another name. There are two exceptions: a database file on a full disk, and {@link
 * xindang.persistence.opening.AsideErasure}, which deletes files moved aside after an erasure. {@link xindang.persistence.fold.Losses} reports
 * losses until nothing of them is missing.
 *
 * <p>A damaged database file is found at four times. When an archive is opened, {@code Mending} rebuilds the file. If
 * the opening fails later because of damage, {@code OpenArchive} opens the archive once more and rebuilds the file.
 * After a failed read or save, {@code Healing} rebuilds it. After a failed close, the next opening does.
 *
 * <p>Begin reading at {@code Mending.open}.
 */
@NullMarked
package xindang.persistence.opening;

import org.jspecify.annotations.NullMarked;

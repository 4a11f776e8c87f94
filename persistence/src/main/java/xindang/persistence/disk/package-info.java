/**
 * Low-level file access of an archive.
 * <ul>
 * <li>{@link xindang.persistence.disk.Disk} opens files. Tests replace it by a disk that becomes full or loses power.
 * <li>{@link xindang.persistence.disk.AtomicFile} replaces a file so that a crash leaves the old or the new bytes.
 * <li>{@link xindang.persistence.disk.FileHead} writes and checks the head of each file.
 * <li>{@link xindang.persistence.disk.VarBytes} is the number format of stored rows.
 * <li>{@link xindang.persistence.disk.Failures} translates errors of disk and database into codes for people.
 * <li>{@link xindang.persistence.disk.ArchiveFinding} is the result of a check of an archive.
 * </ul>
 *
 * <p>The ledger, the key file and the unsaved texts are opened through {@code Disk}; H2 opens the database file itself.
 * The package contains nothing about records or keys. Begin reading at {@link xindang.persistence.disk.Disk}.
 */
@NullMarked
package xindang.persistence.disk;

import org.jspecify.annotations.NullMarked;

/**
 * Low-level file access of an archive. {@link xindang.persistence.disk.Disk} opens files; tests replace it by a disk
 * that fails. {@link xindang.persistence.disk.AtomicFile} replaces a file safely,
 * {@link xindang.persistence.disk.FileHead} writes and checks the head of each file, and
 * {@link xindang.persistence.disk.VarBytes} is the number format of stored rows.
 *
 * <p>{@link xindang.persistence.disk.Failures} translates errors into codes for people, and
 * {@link xindang.persistence.disk.ArchiveFinding} is the result of a check. The package knows neither records nor keys.
 */
@NullMarked
package xindang.persistence.disk;

import org.jspecify.annotations.NullMarked;

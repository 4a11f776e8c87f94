/**
 * The ledger file: all saves of an archive, in encrypted, checksummed and hash-chained frames. Saves are only appended.
 * <ul>
 * <li>{@link xindang.persistence.ledger.Ledger} appends commits and reads them again.
 * <li>{@link xindang.persistence.ledger.Entry} is one event; {@link xindang.persistence.ledger.EntryCodec} is its byte
 * format.
 * <li>{@link xindang.persistence.ledger.Frames} reads and writes frames.
 * {@link xindang.persistence.ledger.LedgerPosition} is a position between commits.
 * <li>{@link xindang.persistence.ledger.Salvage} reads a damaged ledger.
 * </ul>
 *
 * <p>Writing: an entry becomes bytes, the bytes fill frames, and the last frame of a commit has a flag. The commit is
 * confirmed after the file is forced to the disk. Reading: frames are checked, joined to entries and passed to a
 * visitor.
 *
 * <p>The ledger does not read the content of a change and does not merge. {@link xindang.persistence.fold} applies the
 * entries to the database. Begin reading at {@link xindang.persistence.ledger.Ledger}.
 */
@NullMarked
package xindang.persistence.ledger;

import org.jspecify.annotations.NullMarked;

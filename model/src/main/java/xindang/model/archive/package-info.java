/**
 * Records, their content and the changes that made them. It defines the data of an archive and the interfaces of its
 * stores, and contains no rule of the law and no file format.
 *
 * <p>One save is one {@link Change}. The whole history of a record is the list of its changes.
 *
 * <ul>
 * <li>{@link Content} holds the values of a record by path ({@link Paths}).
 * <li>{@link FieldChange} changes one value. A {@link Draft} is a list of
 * them that is not saved yet.
 * <li>{@link ArchiveStore} saves drafts, adds device and sequence, and returns a
 * {@link SaveReceipt} with the changes. It applies them to the
 * {@link ArchiveRecord}.
 * <li>{@link Conflict} holds two values of one path until a person decides.
 * <li>{@link Withheld} replaces a received value that the law forbids to keep.
 * <li>{@link Erasing} orders the erasure of a person; {@link Erased} is its
 * result.
 * </ul>
 *
 * <p>The module persistence implements {@link ArchiveStore} and
 * {@link DraftStore}. The package {@code keeping} contains the use cases. Begin with
 * {@link Content}, then read {@link Change}.
 */
@NullMarked
package xindang.model.archive;

import org.jspecify.annotations.NullMarked;

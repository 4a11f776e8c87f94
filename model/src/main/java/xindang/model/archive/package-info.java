/**
 * Records, their content and the changes that made them. It defines the data of an archive and the interfaces of its
 * stores, and contains no rule of the law and no file format.
 *
 * <p>One save is one {@link Change}. The whole history of a record is the list of its changes.
 *
 * <ul>
 * <li>{@link Content} holds the values of a record by path ({@link Paths}).
 * <li>{@link FieldChange} is the change of one value. A {@link Draft} is a list of field changes that is not saved yet.
 * <li>{@link ArchiveStore} saves drafts: it adds device and sequence number, applies the changes to the
 * {@link ArchiveRecord}, and returns a {@link SaveReceipt} with them.
 * <li>{@link Conflict} holds two values of one path until a person decides.
 * <li>{@link Withheld} replaces a received value that the law forbids to keep.
 * <li>{@link Erasing} is the request to erase a person; {@link Erased} is its result.
 * <li>{@link Unsaved} holds typed texts that could not be saved. {@link DraftStore} stores them; in spite of its name
 * it stores no {@link Draft}.
 * </ul>
 *
 * <p>The module persistence implements {@link ArchiveStore} and {@link DraftStore}. The package {@code keeping}
 * contains the use cases. Begin with {@link Content}, then read {@link Change}.
 */
@NullMarked
package xindang.model.archive;

import org.jspecify.annotations.NullMarked;

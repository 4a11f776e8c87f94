/**
 * Applies entries of the ledger to the tables of the database, one after another; functional programming calls this a
 * fold (归约). The same entries give the same tables, on every machine and on every later day. Therefore a lost database
 * can be rebuilt.
 *
 * <p>{@link xindang.persistence.fold.Fold} is one transaction and has a method for each kind of entry. It works on
 * {@link xindang.persistence.fold.RecordState}, which {@link xindang.persistence.fold.RecordTable} reads and writes.
 * {@link xindang.persistence.fold.ChangeTable} contains the changes of each record, and
 * {@link xindang.persistence.fold.SubjectTable} the rows of lists and of the search.
 * {@link xindang.persistence.fold.Settling} merges changes in the order of the platform.
 * {@link xindang.persistence.fold.Grading} connects ratings with their subjects.
 * {@link xindang.persistence.fold.RecordErasures} erases a person.
 *
 * <p>{@link xindang.persistence.fold.Checkpoint} is the position up to which the tables are complete.
 * {@link xindang.persistence.fold.Replay} applies all entries after it. {@link xindang.persistence.fold.Shared}
 * contains the objects that all transactions of an open archive use.
 *
 * <p>The package neither writes the ledger nor commits. Begin reading at {@code Fold}.
 */
@NullMarked
package xindang.persistence.fold;

import org.jspecify.annotations.NullMarked;

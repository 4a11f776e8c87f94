/**
 * Folds entries of the ledger into the tables of the database. The same entries give the same tables, on every machine and on
 * every later day; a database that is lost is made again this way.
 *
 * <p>{@link xindang.persistence.fold.Fold} is one transaction: a method for each kind of entry. It works on
 * {@link xindang.persistence.fold.RecordState}, which {@link xindang.persistence.fold.RecordTable} reads and writes.
 * {@link xindang.persistence.fold.ChangeTable} has the changes of each record,
 * {@link xindang.persistence.fold.SubjectTable} the rows of lists and of the search.
 * {@link xindang.persistence.fold.Settling} merges changes in the order of the platform,
 * {@link xindang.persistence.fold.Grading} ties ratings to their subjects,
 * {@link xindang.persistence.fold.RecordErasures} erases a person.
 *
 * <p>{@link xindang.persistence.fold.Checkpoint} says how far the tables have come;
 * {@link xindang.persistence.fold.Replay} folds all entries behind it. {@link xindang.persistence.fold.Shared} has what all
 * transactions of an open archive use.
 *
 * <p>This package neither writes the ledger nor commits. Begin with {@code Fold}.
 */
@NullMarked
package xindang.persistence.fold;

import org.jspecify.annotations.NullMarked;

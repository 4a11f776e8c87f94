/**
 * The archive on the disk. {@link xindang.persistence.Workspace} creates, opens, repairs and closes an archive. All
 * other programs use only this class, the store interfaces of the model and the spreadsheet types.
 *
 * <p>An archive folder has a key file ({@link xindang.persistence.keys}), a ledger of all saves
 * ({@link xindang.persistence.ledger}), a database file for fast access ({@link xindang.persistence.database}) and
 * unsaved drafts ({@link xindang.persistence.draft}). The ledger and the keys are the truth. The database is built from
 * them and can be rebuilt at any time. {@link xindang.persistence.sheet} reads and writes spreadsheets.
 *
 * <p>The package does not decide what may be stored; the model does. Begin reading at
 * {@link xindang.persistence.Workspace}.
 */
@NullMarked
package xindang.persistence;

import org.jspecify.annotations.NullMarked;

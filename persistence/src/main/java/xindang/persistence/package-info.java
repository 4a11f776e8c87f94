/**
 * The archive on the disk. {@link xindang.persistence.Workspace} creates, opens, repairs and closes an archive. Other
 * programs use only this class, the store interfaces of the model and the spreadsheet types.
 *
 * <p>An archive folder has an envelope and a key file ({@link xindang.persistence.keys}), a ledger of all saves
 * ({@link xindang.persistence.ledger}), a database file for fast access ({@link xindang.persistence.database}) and
 * unsaved texts ({@link xindang.persistence.draft}). The ledger and the keys are the truth. The database file can be
 * rebuilt from them at any time.
 *
 * <p>A save goes through {@link xindang.persistence.store} into the ledger. {@link xindang.persistence.fold} applies it
 * to the database, and {@link xindang.persistence.codec} is the byte format. {@link xindang.persistence.opening}
 * compares and repairs the files. {@link xindang.persistence.search} makes search keys, and
 * {@link xindang.persistence.sheet} reads and writes spreadsheets.
 *
 * <p>The package does not decide what may be stored; the model does. Begin reading at
 * {@link xindang.persistence.Workspace}.
 */
@NullMarked
package xindang.persistence;

import org.jspecify.annotations.NullMarked;

/**
 * Unsaved texts on the disk. {@link xindang.persistence.draft.DraftFile} keeps them in their own encrypted file. They
 * leave no trace in the ledger or the database.
 */
@NullMarked
package xindang.persistence.draft;

import org.jspecify.annotations.NullMarked;

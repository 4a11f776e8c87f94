/**
 * Unsaved texts on the disk. {@link xindang.persistence.draft.DraftFile} stores them in their own encrypted file. They
 * are never written into the ledger or the database.
 */
@NullMarked
package xindang.persistence.draft;

import org.jspecify.annotations.NullMarked;

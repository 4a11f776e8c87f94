/** Drafts on disk: what was typed and is not saved, in a file of its own that leaves no trace in ledger and database. */
@NullMarked
package xindang.persistence.draft;

import org.jspecify.annotations.NullMarked;

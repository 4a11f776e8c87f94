/** Records, changes and the exchange on the database, as a fold over the entries of the ledger. */
@NullMarked
package xindang.persistence.archive;

import org.jspecify.annotations.NullMarked;

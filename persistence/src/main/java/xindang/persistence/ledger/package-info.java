/** The ledger: an append-only file of everything that was ever saved, in encrypted, checksummed, hash-chained frames. */
@NullMarked
package xindang.persistence.ledger;

import org.jspecify.annotations.NullMarked;

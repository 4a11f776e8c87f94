/** Tests. */
@NullMarked
package xindang.persistence.ledger;

import org.jspecify.annotations.NullMarked;

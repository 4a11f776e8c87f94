/** Tests. */
@NullMarked
package xindang.persistence.database;

import org.jspecify.annotations.NullMarked;

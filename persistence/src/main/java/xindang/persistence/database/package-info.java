/**
 * The encrypted database file of an archive. {@link xindang.persistence.database.Database} opens it,
 * {@link xindang.persistence.database.Migrations} creates and migrates it on a copy, and
 * {@link xindang.persistence.database.SearchIndexes} adds the indexes of searches.
 *
 * <p>The file is not trusted. {@link xindang.persistence.database.MetaTable} reads its statements before H2 opens it,
 * and {@link xindang.persistence.database.SchemaCheck} refuses unknown ones. The file is a cache of the ledger and the
 * keys.
 *
 * <p>The package does not know records; {@link xindang.persistence.fold} and {@link xindang.persistence.store} read and
 * write them. Begin reading at {@link xindang.persistence.database.Database}.
 */
@NullMarked
package xindang.persistence.database;

import org.jspecify.annotations.NullMarked;

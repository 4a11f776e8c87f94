/**
 * The encrypted database file of an archive. {@link xindang.persistence.database.Database} opens it,
 * {@link xindang.persistence.database.Migrations} creates and migrates it on a copy, and
 * {@link xindang.persistence.database.SearchIndexes} adds the indexes of searches.
 *
 * <p>The file is not trusted. {@link xindang.persistence.database.MetaTable} reads its statements before H2 opens it,
 * and {@link xindang.persistence.database.SchemaCheck} refuses unknown ones. The file can be rebuilt from the ledger
 * and the keys. If a query meets damage, {@link xindang.persistence.database.Database#read} starts the rebuild and
 * repeats the query.
 *
 * <p>The package contains nothing about records; {@link xindang.persistence.fold} and
 * {@link xindang.persistence.store} read and write them. Begin reading at
 * {@link xindang.persistence.database.Database}.
 */
@NullMarked
package xindang.persistence.database;

import org.jspecify.annotations.NullMarked;

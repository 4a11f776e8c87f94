/** The encrypted H2 file: opening it with care, migrating it on a copy, and naming its failures. */
@NullMarked
package xindang.persistence.database;

import org.jspecify.annotations.NullMarked;

/** Tests of the check of the tables and of a migration. */
@NullMarked
package xindang.persistence.database;

import org.jspecify.annotations.NullMarked;

/** Tests of the codes for failures of disk and database. */
@NullMarked
package xindang.persistence.disk;

import org.jspecify.annotations.NullMarked;

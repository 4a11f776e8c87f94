/** Keys of an archive: the master key wrapped by password and recovery key, what is derived from it, and a key for every record. */
@NullMarked
package xindang.persistence.keys;

import org.jspecify.annotations.NullMarked;

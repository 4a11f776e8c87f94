/** Tests. */
@NullMarked
package xindang.persistence.disk;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package xindang.persistence.archive;

import org.jspecify.annotations.NullMarked;

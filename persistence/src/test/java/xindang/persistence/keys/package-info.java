/** Tests. */
@NullMarked
package xindang.persistence.keys;

import org.jspecify.annotations.NullMarked;

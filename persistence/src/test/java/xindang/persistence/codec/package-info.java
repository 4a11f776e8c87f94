/** Tests. */
@NullMarked
package xindang.persistence.codec;

import org.jspecify.annotations.NullMarked;

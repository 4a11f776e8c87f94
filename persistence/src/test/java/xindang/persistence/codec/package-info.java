/** Tests of the byte formats. */
@NullMarked
package xindang.persistence.codec;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package xindang.persistence;

import org.jspecify.annotations.NullMarked;

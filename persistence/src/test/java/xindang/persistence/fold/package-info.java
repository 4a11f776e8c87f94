/** Tests. */
@NullMarked
package xindang.persistence.fold;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package xindang.persistence.search;

import org.jspecify.annotations.NullMarked;

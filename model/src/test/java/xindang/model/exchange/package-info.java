/** Merging and what an archive keeps of an exchange. */
@NullMarked
package xindang.model.exchange;

import org.jspecify.annotations.NullMarked;

/** Tests of merging, and of the changes that an archive receives by exchange. */
@NullMarked
package xindang.model.exchange;

import org.jspecify.annotations.NullMarked;

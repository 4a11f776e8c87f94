/** The templates inside the program, checked against their digests and the law when they are loaded. */
@NullMarked
package xindang.model.shipped;

import org.jspecify.annotations.NullMarked;

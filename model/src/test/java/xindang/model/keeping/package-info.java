/** Tests of the use cases of keeping archives. */
@NullMarked
package xindang.model.keeping;

import org.jspecify.annotations.NullMarked;

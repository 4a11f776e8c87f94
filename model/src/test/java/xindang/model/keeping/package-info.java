/** Tests of the use cases of archives. */
@NullMarked
package xindang.model.keeping;

import org.jspecify.annotations.NullMarked;

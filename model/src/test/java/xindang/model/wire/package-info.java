/** Tests of the JSON of changes. */
@NullMarked
package xindang.model.wire;

import org.jspecify.annotations.NullMarked;

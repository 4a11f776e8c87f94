/** Tests of the value types: the vectors of the standards, and what people really type. */
@NullMarked
package xindang.model.value;

import org.jspecify.annotations.NullMarked;

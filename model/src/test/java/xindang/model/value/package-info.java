/** Tests of the value types with the examples of the standards and with texts that people type. */
@NullMarked
package xindang.model.value;

import org.jspecify.annotations.NullMarked;

/** Tests of reading what people write into their fields. */
@NullMarked
package xindang.model.template;

import org.jspecify.annotations.NullMarked;

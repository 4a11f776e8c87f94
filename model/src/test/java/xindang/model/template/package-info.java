/** Tests of the shipped templates, of what the law says of them, and of reading what people write into their fields. */
@NullMarked
package xindang.model.template;

import org.jspecify.annotations.NullMarked;

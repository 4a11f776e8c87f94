/** Templates: the items of an archive described as versioned, hashed data, and the law that is checked against them. */
@NullMarked
package xindang.model.template;

import org.jspecify.annotations.NullMarked;

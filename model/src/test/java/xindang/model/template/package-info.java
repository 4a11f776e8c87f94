/** Tests of fields: reading typed texts, checks, and incomplete rows. */
@NullMarked
package xindang.model.template;

import org.jspecify.annotations.NullMarked;

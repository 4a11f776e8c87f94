/** Tests of canonical JSON by the rules of its standard. */
@NullMarked
package xindang.model.json;

import org.jspecify.annotations.NullMarked;

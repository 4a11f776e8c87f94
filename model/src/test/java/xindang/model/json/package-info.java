/** Canonical JSON against its standard. */
@NullMarked
package xindang.model.json;

import org.jspecify.annotations.NullMarked;

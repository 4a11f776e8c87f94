/** Canonical JSON (RFC 8785) and the mapping of model values to it: the only package that knows Jackson. */
@NullMarked
package xindang.model.json;

import org.jspecify.annotations.NullMarked;

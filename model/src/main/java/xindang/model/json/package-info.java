/**
 * JSON. {@link CanonicalJson} writes canonical text (RFC 8785). {@link JsonValue} reads values and throws if a value
 * has another type than expected. The package contains nothing about archives.
 */
@NullMarked
package xindang.model.json;

import org.jspecify.annotations.NullMarked;

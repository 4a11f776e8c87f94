/**
 * JSON. {@link CanonicalJson} writes canonical text (RFC 8785), {@link JsonValue} reads values and refuses a wrong
 * shape. It contains nothing about archives.
 */
@NullMarked
package xindang.model.json;

import org.jspecify.annotations.NullMarked;

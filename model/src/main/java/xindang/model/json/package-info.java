/** JSON: its canonical text (RFC 8785), and values read from it. It knows nothing of archives. */
@NullMarked
package xindang.model.json;

import org.jspecify.annotations.NullMarked;

/**
 * The JSON of changes and of the exchange: what is signed, what digests are taken over, and what goes over the wire. It knows
 * the values of {@code archive} and {@code exchange}; they do not know it.
 */
@NullMarked
package xindang.model.wire;

import org.jspecify.annotations.NullMarked;

/**
 * The JSON of changes and of the exchange: the texts that are hashed, signed, stored in the ledger and sent.
 *
 * <p>{@link ChangeJson} writes and reads one change, and {@link ChangeDigest} computes its digest. {@link ExchangeJson}
 * does the same for the messages of the exchange, {@link PageJson} for a page of a pull, {@link RedactedJson} for a
 * change of an erased record, and {@link ContentJson} for a content.
 *
 * <p>{@link CanonicalChange} writes bytes into a buffer and {@link ChangeReader} reads from a stream, because an
 * exchange contains thousands of changes. Both produce and accept the canonical form of
 * {@link xindang.model.json.CanonicalJson}; docs/file-format.md and docs/exchange.yaml describe it.
 *
 * <p>This package uses the types of {@code archive} and {@code exchange}; they do not use it. It checks the shape of a
 * text, not the law. Begin with {@link ChangeJson}.
 */
@NullMarked
package xindang.model.wire;

import org.jspecify.annotations.NullMarked;

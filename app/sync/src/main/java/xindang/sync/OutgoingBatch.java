package xindang.sync;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import xindang.model.common.Digest;
import xindang.model.exchange.Protocol;
import xindang.model.exchange.Push;
import xindang.model.wire.ExchangeJson;

/** A signed batch in the bytes that are sent. */
final class OutgoingBatch {
    private final PlatformSession session;
    private final Push.Header header;
    private final List<String> texts;
    private final int length;
    private final String digest;
    private final byte[] packed;
    private final String signature;

    private OutgoingBatch(PlatformSession session, Push.Header header, List<String> texts) {
        this.session = session;
        this.header = header;
        this.texts = texts;
        var body = body(header, texts);
        length = body.length;
        digest = Digest.of(body);
        packed = packed(body);
        signature = fits() ? session.sign(body) : "";
    }

    /** Returns the batch of changes that begins at a sequence number. */
    static OutgoingBatch of(PlatformSession session, UUID key, long first, List<String> texts) {
        var member = session.member();
        return new OutgoingBatch(
                session, new Push.Header(key, member.device(), member.epoch(), first, texts.size()), texts);
    }

    Push.Header header() {
        return header;
    }

    int count() {
        return header.count();
    }

    /** Returns the SHA-256 of the body before gzip. A receipt must name it. */
    String digest() {
        return digest;
    }

    /**
     * Returns true if the batch fits into one request. A single change is always sent, and the platform decides about
     * it.
     */
    boolean fits() {
        return texts.size() == 1
                || (texts.size() <= Protocol.BATCH_CHANGES
                        && length <= Protocol.BATCH_PLAIN_BYTES
                        && packed.length <= Protocol.BATCH_BYTES);
    }

    /** Returns the two halves of a batch that does not fit. The key of each half is made from its changes. */
    List<OutgoingBatch> halves(Function<List<String>, UUID> key) {
        var half = texts.size() / 2;
        var first = texts.subList(0, half);
        var second = texts.subList(half, texts.size());
        return List.of(
                of(session, key.apply(first), header.first(), first),
                of(session, key.apply(second), header.first() + half, second));
    }

    /** Sends the batch. */
    PlatformSession.Call send() {
        return session.begin("/push", request -> request.header("Content-Type", Protocol.BATCH_TYPE)
                .header("Content-Encoding", "gzip")
                .header(Protocol.IDEMPOTENCY_KEY, header.batch().toString())
                .header(Protocol.SIGNATURE, signature)
                .POST(BodyPublishers.ofByteArray(packed)));
    }

    /**
     * Sends changes that a platform lost.
     *
     * @param cursor where the last pull ended; it proves the loss
     */
    static PlatformSession.Call handover(PlatformSession session, String cursor, byte[] body) {
        var signature = session.sign(body);
        var packed = packed(body);
        return session.begin(
                "/handover?cursor=" + cursor, request -> request.header("Content-Type", Protocol.BATCH_TYPE)
                        .header("Content-Encoding", "gzip")
                        .header(Protocol.SIGNATURE, signature)
                        .POST(BodyPublishers.ofByteArray(packed)));
    }

    private static byte[] body(Push.Header header, List<String> texts) {
        var text = new StringBuilder(texts.size() * 1000).append(ExchangeJson.write(header));
        texts.forEach(change -> text.append('\n').append(change));
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4 + 100);
        try (var gzip = new Gzip(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new IllegalStateException("memory failed", e);
        }
        return out.toByteArray();
    }

    /** Compresses a batch: small enough for a slow link, and as fast as the platform can process it. */
    private static final class Gzip extends GZIPOutputStream {
        private static final int LEVEL = 4;

        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(LEVEL);
        }
    }
}

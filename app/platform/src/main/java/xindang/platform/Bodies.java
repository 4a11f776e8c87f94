package xindang.platform;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Reads and writes bodies of limited size. A size that the other side claims is not trusted. */
final class Bodies {
    private static final int CHUNK = 8192;
    /** Usual ratio of a batch's plain size to its gzip size. */
    private static final int USUAL = 6;

    private static final int PATIENCE_SECONDS = 20;
    /**
     * Lowest speed in bytes a second. Even a bad link in a village is faster; a slower caller occupies a thread on
     * purpose.
     */
    private static final long SLOWEST_BYTES_A_SECOND = 100;

    private Bodies() {}

    static byte[] read(Context request, int limit) {
        try (var in = request.bodyInputStream()) {
            return bounded(in, CHUNK, limit);
        } catch (IOException e) {
            throw Refused.of(400, "request.cut");
        }
    }

    static byte[] gunzip(byte[] bytes, int limit) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return bounded(in, Math.min(bytes.length * USUAL, limit), limit);
        } catch (IOException e) {
            throw Refused.of(400, "request.gzip");
        }
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 3 + 64);
        try (var gzip = new FastGzip(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory failed", e);
        }
        return out.toByteArray();
    }

    private static byte[] bounded(InputStream in, int usual, int limit) throws IOException {
        var started = System.nanoTime();
        var bytes = new ByteArrayOutputStream(usual);
        var chunk = new byte[CHUNK];
        for (var n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            bytes.write(chunk, 0, n);
            if (bytes.size() > limit) {
                throw Refused.of(413, "request.too-large");
            }
            var seconds = (System.nanoTime() - started) / 1_000_000_000L - PATIENCE_SECONDS;
            if (seconds > 0 && bytes.size() / seconds < SLOWEST_BYTES_A_SECOND) {
                throw Refused.of(408, "request.cut");
            }
        }
        return bytes.toByteArray();
    }

    /** Compresses pages of changes for slow links, at the fastest level, to save time on the server. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}

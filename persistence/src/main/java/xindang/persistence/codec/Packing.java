package xindang.persistence.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * Compresses texts in the zlib format (RFC 1950). Its Adler-32 detects damage on the disk. Only one thread may use an
 * instance at a time.
 */
public final class Packing {
    /** Longest text in bytes. A longer one is an attack. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private byte[] buffer = new byte[64 * 1024];

    public byte[] pack(byte[] text) {
        deflater.reset();
        deflater.setInput(text);
        deflater.finish();
        var length = 0;
        while (!deflater.finished()) {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            length += deflater.deflate(buffer, length, buffer.length - length);
        }
        return Arrays.copyOf(buffer, length);
    }

    public byte[] pack(String text) {
        return pack(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Frees native memory. */
    public void end() {
        deflater.end();
    }

    public static String unpack(byte[] packed) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            var text = new byte[Math.max(256, packed.length * 6)];
            var length = 0;
            while (!inflater.finished()) {
                if (length == text.length) {
                    text = Arrays.copyOf(text, text.length * 2);
                }
                var read = inflater.inflate(text, length, text.length - length);
                length += read;
                if (length > LONGEST || (read == 0 && (inflater.needsInput() || inflater.needsDictionary()))) {
                    throw new DataFormatException("no whole text");
                }
            }
            return new String(text, 0, length, StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "packed text", e, "archive.mv.db");
        } finally {
            inflater.end();
        }
    }
}

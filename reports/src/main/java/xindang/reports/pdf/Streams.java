package xindang.reports.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Makes the compressed streams of one document. Keeps their plain bytes until the document is saved. */
final class Streams implements AutoCloseable {
    /** Compression level. The default level doubles the total time and saves one fiftieth of the size. */
    private static final int LEVEL = 4;

    private final COSDocument document;
    private final Deflater deflater = new Deflater(LEVEL);
    private final IdentityHashMap<COSStream, byte[]> plain = new IdentityHashMap<>();

    Streams(PDDocument document) {
        this.document = document.getDocument();
    }

    COSStream of(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] packed = new byte[bytes.length / 2 + 256];
        int size = 0;
        while (!deflater.finished()) {
            if (size == packed.length) {
                packed = Arrays.copyOf(packed, 2 * size);
            }
            size += deflater.deflate(packed, size, packed.length - size);
        }
        return packed(bytes, packed, size);
    }

    /** Returns an uncompressed stream, for example for metadata that other programs read directly. */
    COSStream unpacked(byte[] bytes) {
        var stream = write(bytes, bytes.length);
        plain.put(stream, bytes);
        return stream;
    }

    byte[] plain(COSStream stream) {
        var bytes = plain.get(stream);
        if (bytes == null) {
            throw new IllegalStateException("a stream that this document did not make");
        }
        return bytes;
    }

    @Override
    public void close() {
        deflater.end();
    }

    private COSStream packed(byte[] bytes, byte[] packed, int size) {
        var stream = write(packed, size);
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        plain.put(stream, bytes);
        return stream;
    }

    private COSStream write(byte[] bytes, int size) {
        var stream = document.createCOSStream();
        try (var out = stream.createRawOutputStream()) {
            out.write(bytes, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return stream;
    }
}

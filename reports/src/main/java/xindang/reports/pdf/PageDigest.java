package xindang.reports.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import xindang.model.common.Digest;

/**
 * Computes the SHA-256 of everything that pages show: operators, fonts, forms and size. It digests the meaning, not the
 * bytes of the file. Saving the file again does not change the digest; moving a figure does.
 */
public final class PageDigest {
    private static final Set<String> SHOWN =
            Set.of("Contents", "Resources", "MediaBox", "CropBox", "Rotate", "UserUnit");
    private static final Set<String> STORAGE = Set.of("Length", "Filter", "DecodeParms", "DL");

    private final MessageDigest sha;
    private final Function<COSStream, byte[]> plain;
    private final IdentityHashMap<COSBase, Integer> seen = new IdentityHashMap<>();

    private PageDigest(Function<COSStream, byte[]> plain) {
        this.plain = plain;
        this.sha = Digest.sha256();
    }

    /**
     * Returns the digest in hexadecimal.
     *
     * @param plain returns the unpacked bytes of a stream
     */
    public static String of(Iterable<COSDictionary> pages, Function<COSStream, byte[]> plain) {
        var digest = new PageDigest(plain);
        for (var page : pages) {
            digest.text('P', "");
            digest.entries(page, key -> SHOWN.contains(key));
        }
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void entries(COSDictionary dictionary, java.util.function.Predicate<String> wanted) {
        var sorted = new TreeMap<String, COSBase>();
        for (var entry : dictionary.entrySet()) {
            if (wanted.test(entry.getKey().getName())) {
                sorted.put(entry.getKey().getName(), entry.getValue());
            }
        }
        sorted.forEach((key, value) -> {
            text('K', key);
            value(value);
        });
        text('E', "");
    }

    private void value(COSBase given) {
        var value = given instanceof COSObject object ? object.getObject() : given;
        if (value == null) {
            text('0', "");
        } else if (value instanceof COSName name) {
            text('N', name.getName());
        } else if (value instanceof COSNumber number) {
            text('F', Math.round(number.floatValue() * 1000.0) + "");
        } else if (value instanceof COSString string) {
            bytes('S', string.getBytes());
        } else if (value instanceof COSArray array) {
            composite(array, () -> {
                for (int i = 0; i < array.size(); i++) {
                    value(array.get(i));
                }
                text('E', "");
            });
        } else if (value instanceof COSStream stream) {
            composite(stream, () -> {
                entries(stream, key -> !STORAGE.contains(key));
                bytes('D', plain.apply(stream));
            });
        } else if (value instanceof COSDictionary dictionary) {
            composite(dictionary, () -> entries(dictionary, key -> !key.equals("Parent")));
        } else {
            text('O', value.toString());
        }
    }

    /** Digests a composite value. A value that is used in several places, such as a font, is digested once. */
    private void composite(COSBase value, Runnable contents) {
        var number = seen.get(value);
        if (number != null) {
            text('R', number.toString());
            return;
        }
        seen.put(value, seen.size());
        text('C', "");
        contents.run();
    }

    private void text(char kind, String text) {
        bytes(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(char kind, byte[] bytes) {
        sha.update((byte) kind);
        sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        sha.update(bytes);
    }
}

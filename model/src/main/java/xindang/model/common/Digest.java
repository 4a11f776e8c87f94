package xindang.model.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes SHA-256 as lower-case hex: the digest of templates, changes, ratings and reports. */
public final class Digest {
    private Digest() {}

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** Returns the bytes of a digest as lower-case hex. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** Returns a new SHA-256. Every JDK has it. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("JDK without SHA-256", e);
        }
    }

    /**
     * Returns the short form that people compare by eye: the first eight hex digits in upper case, such as
     * {@code 7F3C-91AE}.
     */
    public static String brief(String digest) {
        var upper = digest.toUpperCase(java.util.Locale.ROOT);
        return upper.substring(0, 4) + "-" + upper.substring(4, 8);
    }
}

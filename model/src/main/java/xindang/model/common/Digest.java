package xindang.model.common;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as lower-case hex, the digest of templates, changes, ratings and reports. */
public final class Digest {
    private Digest() {}

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** A digest as it is written. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** A fresh SHA-256, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("JDK without SHA-256", e);
        }
    }

    /** The short form people compare by eye: the first eight hex digits, upper case, as {@code 7F3C-91AE}. */
    public static String brief(String digest) {
        var upper = digest.toUpperCase(java.util.Locale.ROOT);
        return upper.substring(0, 4) + "-" + upper.substring(4, 8);
    }
}

package xindang.model.json;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as canonical JSON (RFC 8785): members in the order of their UTF-16 code units, no white space, the
 * shortest escapes. Digests and signatures are computed from these bytes.
 *
 * <p>Accepts maps, lists, texts, whole numbers up to 2<sup>53</sup>, booleans and null only. Decimals are written as
 * texts, because a digest must not depend on how a machine prints a double.
 */
public final class CanonicalJson {
    public static final long LARGEST = 1L << 53;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    public static String write(@Nullable Object value) {
        var out = new StringBuilder(256);
        append(out, value);
        return out.toString();
    }

    public static void append(StringBuilder out, @Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof CharSequence text) {
            text(out, text);
        } else if (value instanceof Integer || value instanceof Long) {
            number(out, ((Number) value).longValue());
        } else if (value instanceof Map<?, ?> map) {
            object(out, map);
        } else if (value instanceof List<?> list) {
            array(out, list);
        } else {
            throw new IllegalArgumentException("not canonical: " + value.getClass());
        }
    }

    static void number(StringBuilder out, long value) {
        if (value > LARGEST || value < -LARGEST) {
            throw new IllegalArgumentException("too large for JSON: " + value);
        }
        out.append(value);
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        var sorted = map instanceof SortedMap<?, ?> ordered && ordered.comparator() == null ? map : new TreeMap<>(map);
        out.append('{');
        var first = true;
        for (var entry : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            text(out, (String) entry.getKey());
            out.append(':');
            append(out, entry.getValue());
        }
        out.append('}');
    }

    private static void array(StringBuilder out, List<?> list) {
        out.append('[');
        for (var i = 0; i < list.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            append(out, list.get(i));
        }
        out.append(']');
    }

    private static boolean isPlain(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    static void text(StringBuilder out, CharSequence text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text).append('"');
            return;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}

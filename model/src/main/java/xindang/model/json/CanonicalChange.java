package xindang.model.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Change;

/**
 * Writes the canonical JSON of changes into one buffer of bytes that is used again: a large import writes it for the
 * digest alone. The members stand in the order of their names. Not for several threads at once.
 */
final class CanonicalChange {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[8 * 1024];
    private int length;

    /** The bytes, valid up to {@link #length()} until the next change is written. */
    byte[] write(Change change) {
        length = 0;
        plain("{\"at\":");
        text(change.at().toString());
        member("device", change.device());
        plain(",\"fields\":[");
        var fields = change.fields();
        for (var i = 0; i < fields.size(); i++) {
            plain(i == 0 ? "{" : ",{");
            var field = fields.get(i);
            if (optional("from", field.before())) {
                plain(",");
            }
            plain("\"path\":");
            text(field.path());
            if (field.after().isPresent()) {
                plain(",");
                optional("to", field.after());
            }
            plain("}");
        }
        plain("]");
        member("id", change.id());
        member("origin", change.origin());
        member("previous", change.previous());
        member("record", change.record());
        member("region", change.region());
        resolves(change);
        plain(",\"sequence\":");
        plain(Long.toString(number(change.sequence())));
        member("template", change.template().id());
        member("user", change.user());
        plain(",\"version\":");
        plain(Integer.toString(change.template().version()));
        plain("}");
        return bytes;
    }

    int length() {
        return length;
    }

    private void resolves(Change change) {
        var first = true;
        for (var id : change.resolves()) {
            plain(first ? ",\"resolves\":[" : ",");
            first = false;
            text(id.toString());
        }
        if (!first) {
            plain("]");
        }
    }

    private static long number(long value) {
        if (value > CanonicalJson.LARGEST || value < -CanonicalJson.LARGEST) {
            throw new IllegalArgumentException("too large for JSON: " + value);
        }
        return value;
    }

    private boolean optional(String name, Optional<String> value) {
        if (value.isEmpty()) {
            return false;
        }
        plain("\"");
        plain(name);
        plain("\":");
        text(value.get());
        return true;
    }

    private void member(String name, UUID id) {
        member(name, id.toString());
    }

    private void member(String name, String value) {
        plain(",\"");
        plain(name);
        plain("\":");
        text(value);
    }

    /** ASCII without anything that JSON escapes. */
    private void plain(String text) {
        var end = room(text.length());
        for (var i = 0; i < text.length(); i++) {
            bytes[end + i] = (byte) text.charAt(i);
        }
        length = end + text.length();
    }

    private void text(String text) {
        var end = room(text.length() + 2);
        bytes[end++] = '"';
        var i = 0;
        for (; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                break;
            }
            bytes[end++] = (byte) c;
        }
        length = end;
        if (i < text.length()) {
            escaped(text.substring(i).getBytes(StandardCharsets.UTF_8));
        }
        end = room(1);
        bytes[end] = '"';
        length = end + 1;
    }

    private void escaped(byte[] utf8) {
        var end = room(utf8.length * 6);
        for (var b : utf8) {
            var escape =
                    switch (b) {
                        case '"', '\\' -> b;
                        case '\b' -> 'b';
                        case '\t' -> 't';
                        case '\n' -> 'n';
                        case '\f' -> 'f';
                        case '\r' -> 'r';
                        default -> 0;
                    };
            if (escape != 0) {
                bytes[end++] = '\\';
                bytes[end++] = (byte) escape;
            } else if (b >= 0 && b < 0x20) {
                bytes[end++] = '\\';
                bytes[end++] = 'u';
                bytes[end++] = '0';
                bytes[end++] = '0';
                bytes[end++] = HEX[b >> 4];
                bytes[end++] = HEX[b & 15];
            } else {
                bytes[end++] = b;
            }
        }
        length = end;
    }

    /** Makes room for so many bytes more and says where they begin. */
    private int room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
        return length;
    }
}

package xindang.model.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.json.CanonicalJson;

/**
 * Writes the canonical JSON of changes into one reused buffer, because a large import needs the JSON only for the
 * digest. Members are in the order of their names. Not safe for several threads.
 */
final class CanonicalChange {
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] AT = ascii("{\"at\":");
    private static final byte[] BODY_FIELDS = ascii(",\"body\":{\"fields\":[");
    private static final byte[] KIND_FIELDS = ascii(",\"kind\":\"fields\"");
    private static final byte[] ERASURE = ascii(",\"body\":{\"kind\":\"erasure\",\"reason\":");
    private static final byte[] BY = ascii(",\"by\":{\"name\":");
    private static final byte[] PERSON = ascii(",\"person\":");
    private static final byte[] DEVICE = ascii(",\"device\":");
    private static final byte[] FIELDS = ascii(",\"fields\":[");
    private static final byte[] FORMAT = ascii(",\"format\":");
    private static final byte[] ID = ascii(",\"id\":");
    private static final byte[] ORIGIN = ascii(",\"origin\":");
    private static final byte[] PREVIOUS = ascii(",\"previous\":");
    private static final byte[] RECORD = ascii(",\"record\":");
    private static final byte[] REGION = ascii(",\"region\":");
    private static final byte[] RESOLVES = ascii(",\"resolves\":[");
    private static final byte[] SEQUENCE = ascii(",\"sequence\":");
    private static final byte[] TEMPLATE = ascii(",\"template\":");
    private static final byte[] USER = ascii(",\"user\":");
    private static final byte[] VERSION = ascii(",\"version\":");
    private static final byte[] FIRST = ascii("{");
    private static final byte[] NEXT = ascii(",{");
    private static final byte[] FROM = ascii("\"from\":");
    private static final byte[] PATH = ascii("\"path\":");
    private static final byte[] TO = ascii(",\"to\":");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] END = ascii("}");
    private static final byte[] END_LIST = ascii("]");

    private byte[] bytes = new byte[8 * 1024];
    private int length;

    /** Returns the bytes. They are valid up to {@link #length()} until the next change is written. */
    byte[] write(Change change) {
        length = 0;
        var body = change.body();
        if (body instanceof Body.Newer newer) {
            plain(newer.json().getBytes(StandardCharsets.UTF_8));
            return bytes;
        }
        member(AT, change.at().toString());
        if (change.format() == 1) {
            member(DEVICE, change.device());
            plain(FIELDS);
            fields(change.fields());
        } else {
            body(body);
            by(change.by());
            member(DEVICE, change.device());
            number(FORMAT, change.format());
        }
        member(ID, change.id().toString());
        member(ORIGIN, change.origin());
        member(PREVIOUS, change.previous());
        member(RECORD, change.record().toString());
        if (body instanceof Body.Fields first && first.region().isPresent()) {
            member(REGION, first.region().get());
            resolves(first.resolves());
        }
        number(SEQUENCE, change.sequence());
        member(TEMPLATE, change.template().id());
        if (change.format() == 1) {
            member(USER, change.by().name());
        }
        number(VERSION, change.template().version());
        plain(END);
        return bytes;
    }

    private void body(Body body) {
        if (body instanceof Body.Fields changed) {
            plain(BODY_FIELDS);
            fields(changed.fields());
            plain(KIND_FIELDS);
            resolves(changed.resolves());
        } else if (body instanceof Body.Erasure erasure) {
            member(ERASURE, erasure.reason());
        }
        plain(END);
    }

    private void by(Author by) {
        member(BY, by.name());
        by.person().ifPresent(person -> member(PERSON, person.toString()));
        plain(END);
    }

    int length() {
        return length;
    }

    private void fields(List<FieldChange> fields) {
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            plain(i == 0 ? FIRST : NEXT);
            if (field.before().isPresent()) {
                member(FROM, field.before().get());
                plain(COMMA);
            }
            member(PATH, field.path());
            if (field.after().isPresent()) {
                member(TO, field.after().get());
            }
            plain(END);
        }
        plain(END_LIST);
    }

    private void resolves(List<UUID> resolves) {
        for (var i = 0; i < resolves.size(); i++) {
            plain(i == 0 ? RESOLVES : COMMA);
            text(resolves.get(i).toString());
        }
        if (!resolves.isEmpty()) {
            plain(END_LIST);
        }
    }

    private void number(byte[] name, long value) {
        if (value > CanonicalJson.LARGEST || value < -CanonicalJson.LARGEST) {
            throw new IllegalArgumentException("too large for JSON: " + value);
        }
        plain(name);
        plain(ascii(Long.toString(value)));
    }

    private void member(byte[] name, String value) {
        plain(name);
        text(value);
    }

    /** Appends bytes that need no escape. */
    private void plain(byte[] utf8) {
        var end = room(utf8.length);
        System.arraycopy(utf8, 0, bytes, end, utf8.length);
        length = end + utf8.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
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

    /** Makes room for more bytes and returns where they begin. */
    private int room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
        return length;
    }
}

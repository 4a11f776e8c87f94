package xindang.persistence.codec;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.wire.ChangeJson;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.FileHead;
import xindang.persistence.disk.VarBytes;

/** Writes and reads changes and contents in few bytes, with numbers for words; see {@code docs/file-format.md}. */
public final class Compact {
    private static final int FROM = 1;
    private static final int TO = 2;

    /** Added to the number of the format. A lower number is the number of a word, with which the first layout began. */
    private static final int LAYOUT = 1 << 16;

    private static final int FIELDS = 0;
    private static final int ERASURE = 1;
    private static final int NEWER = 2;

    private Compact() {}

    /** Returns the number of a word; -1 if the word must be written as text. */
    public interface Numbers extends ToIntFunction<String> {}

    /** Writes a change without its id and the id of its record, which are stored beside it. */
    static void write(VarBytes.Out out, Change change, Numbers words) {
        out.number(LAYOUT + change.format());
        var body = change.body();
        if (body instanceof Body.Newer newer) {
            out.number(NEWER).text(newer.json());
            return;
        }
        out.number(body instanceof Body.Fields ? FIELDS : ERASURE);
        word(out, change.template().id(), words);
        out.number(change.template().version());
        out.number(change.by().person().isPresent() ? 1 : 0);
        change.by().person().ifPresent(out::id);
        out.text(change.by().name());
        var at = change.at();
        out.signed(at.getEpochSecond()).number(at.getNano());
        word(out, change.origin(), words);
        word(out, change.device(), words);
        out.number(change.sequence()).bytes(HexFormat.of().parseHex(change.previous()));
        if (body instanceof Body.Fields changed) {
            out.number(changed.region().isPresent() ? 1 : 0);
            changed.region().ifPresent(out::text);
            write(out, changed, words);
        } else if (body instanceof Body.Erasure erasure) {
            out.text(erasure.reason());
        }
    }

    private static void write(VarBytes.Out out, Body.Fields changed, Numbers words) {
        out.number(changed.resolves().size());
        changed.resolves().forEach(out::id);
        var fields = changed.fields();
        out.number(fields.size());
        for (var i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            path(out, field.path(), words);
            out.number((field.before().isPresent() ? FROM : 0) | (field.after().isPresent() ? TO : 0));
            if (field.before().isPresent()) {
                out.text(field.before().get());
            }
            if (field.after().isPresent()) {
                out.text(field.after().get());
            }
        }
    }

    /** Returns true if the program that wrote these bytes could not read the change. */
    static boolean isKeptWhole(byte[] bytes) {
        var in = new VarBytes.In(ByteBuffer.wrap(bytes));
        return in.number() >= LAYOUT && in.count() == NEWER;
    }

    /** @throws AppException FILE_DAMAGED */
    static Change change(byte[] bytes, UUID record, UUID id, Vocabulary words) {
        try {
            var in = new VarBytes.In(ByteBuffer.wrap(bytes));
            var first = in.number();
            if (first < LAYOUT) {
                return first(in, word(in, first, words), record, id, words);
            }
            var format = Math.toIntExact(first - LAYOUT);
            var kind = in.count();
            if (kind == NEWER) {
                // this program may understand what an earlier version did not
                return ChangeJson.read(in.text());
            }
            var template = new TemplateRef(word(in, words), in.count());
            var person = in.count() == 1 ? Optional.of(in.id()) : Optional.<UUID>empty();
            var by = new Author(person, in.text());
            var at = Instant.ofEpochSecond(in.signed(), in.count());
            var origin = word(in, words);
            var device = word(in, words);
            var sequence = in.number();
            var previous = HexFormat.of().formatHex(in.bytes(32));
            var body = body(in, kind, words);
            return new Change(
                    format, id, record, template, body, by, at, origin, device, sequence, previous, Optional.empty());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "not a change", e, "archive.mv.db");
        }
    }

    private static Body body(VarBytes.In in, int kind, Vocabulary words) {
        return switch (kind) {
            case FIELDS -> {
                var region = in.count() == 1 ? Optional.of(in.text()) : Optional.<String>empty();
                var resolves = resolves(in);
                yield new Body.Fields(fields(in, words), resolves, region);
            }
            case ERASURE -> new Body.Erasure(in.text());
            default -> throw new IllegalArgumentException("body " + kind);
        };
    }

    /** Reads a change in the layout of the first format, which began with its template. */
    private static Change first(VarBytes.In in, String template, UUID record, UUID id, Vocabulary words) {
        var ref = new TemplateRef(template, in.count());
        var region = in.text();
        var user = in.text();
        var at = Instant.ofEpochSecond(in.signed(), in.count());
        var origin = word(in, words);
        var device = word(in, words);
        var sequence = in.number();
        var previous = HexFormat.of().formatHex(in.bytes(32));
        var resolves = resolves(in);
        var body = new Body.Fields(fields(in, words), resolves, Optional.of(region));
        var by = new Author(Optional.empty(), user);
        return new Change(1, id, record, ref, body, by, at, origin, device, sequence, previous, Optional.empty());
    }

    private static List<UUID> resolves(VarBytes.In in) {
        var resolves = new ArrayList<UUID>();
        for (var i = in.count(); i > 0; i--) {
            resolves.add(in.id());
        }
        return resolves;
    }

    private static List<FieldChange> fields(VarBytes.In in, Vocabulary words) {
        var fields = new ArrayList<FieldChange>();
        for (var i = in.count(); i > 0; i--) {
            var path = path(in, words);
            var which = in.count();
            fields.add(new FieldChange(
                    path,
                    (which & FROM) != 0 ? Optional.of(in.text()) : Optional.empty(),
                    (which & TO) != 0 ? Optional.of(in.text()) : Optional.empty()));
        }
        return fields;
    }

    /** Writes a content with a CRC-32C, which detects damage on the disk. */
    public static Bytes content(VarBytes.Out out, Content content, Numbers words) {
        out.clear();
        out.number(content.size());
        content.forEach((path, value) -> {
            path(out, path, words);
            out.text(value);
        });
        out.fixed(FileHead.crc(out.array(), 0, out.length()));
        return new Bytes(out.copy());
    }

    /** @throws AppException FILE_DAMAGED */
    public static Content content(byte[] bytes, Vocabulary words) {
        try {
            var end = bytes.length - 4;
            var buffer = ByteBuffer.wrap(bytes);
            if (end < 0 || buffer.getInt(end) != FileHead.crc(bytes, 0, end)) {
                throw new IllegalArgumentException("checksum");
            }
            var in = new VarBytes.In(buffer.limit(end));
            var values = new TreeMap<String, String>();
            for (var i = in.count(); i > 0; i--) {
                values.put(path(in, words), in.text());
            }
            return Content.of(values);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "content", e, "archive.mv.db");
        }
    }

    private static void word(VarBytes.Out out, String text, Numbers words) {
        var number = words.applyAsInt(text);
        out.number(number + 1L);
        if (number < 0) {
            out.text(text);
        }
    }

    private static String word(VarBytes.In in, Vocabulary words) {
        return word(in, in.number(), words);
    }

    private static String word(VarBytes.In in, long number, Vocabulary words) {
        return number == 0 ? in.text() : words.text(Math.toIntExact(number - 1));
    }

    /**
     * Writes a path. The path of a value in a row is the word of the path with {@code *}, followed by the key of the
     * row. A path that contains a star itself is written as its own word. If that word looks like the path of a row,
     * the star follows as its key.
     */
    private static void path(VarBytes.Out out, String path, Numbers words) {
        var second = path.indexOf('.', path.indexOf('.') + 1);
        var third = second < 0 ? -1 : path.indexOf('.', second + 1);
        if (path.indexOf('*') >= 0) {
            word(out, path, words);
            if (star(path) >= 0) {
                out.text("*");
            }
        } else if (third < 0) {
            word(out, path, words);
        } else {
            word(out, path.substring(0, second) + ".*" + path.substring(third), words);
            out.text(path.substring(second + 1, third));
        }
    }

    private static String path(VarBytes.In in, Vocabulary words) {
        var word = word(in, words);
        var star = star(word);
        return star < 0 ? word : word.substring(0, star) + in.text() + word.substring(star + 1);
    }

    /** Returns the index of the star that replaces the key of a row in a word; -1 if the word has no single one. */
    private static int star(String word) {
        var star = word.indexOf(".*.") + 1;
        return star == 0 || word.indexOf('*', star + 1) >= 0 ? -1 : star;
    }
}

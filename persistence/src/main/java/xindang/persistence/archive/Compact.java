package xindang.persistence.archive;

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
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.disk.Bytes;
import xindang.persistence.disk.FileHead;
import xindang.persistence.disk.VarBytes;

/** Changes and contents in few bytes, with numbers for words; see {@code docs/file-format.md}. */
final class Compact {
    private static final int FROM = 1;
    private static final int TO = 2;

    private Compact() {}

    /** The number of a word, -1 when it is to be written out. */
    interface Numbers extends ToIntFunction<String> {}

    /** A change without its id and that of its record, which stand beside it. */
    static void write(VarBytes.Out out, Change change, Numbers words) {
        word(out, change.template().id(), words);
        out.number(change.template().version()).text(change.region());
        out.text(change.user());
        var at = change.at();
        out.signed(at.getEpochSecond()).number(at.getNano());
        word(out, change.origin(), words);
        word(out, change.device(), words);
        out.number(change.sequence()).bytes(HexFormat.of().parseHex(change.previous()));
        out.number(change.resolves().size());
        change.resolves().forEach(out::id);
        var fields = change.fields();
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

    /** @throws AppException FILE_DAMAGED */
    static Change change(byte[] bytes, UUID record, UUID id, Words words) {
        try {
            var in = new VarBytes.In(ByteBuffer.wrap(bytes));
            var template = new TemplateRef(word(in, words), in.count());
            var region = in.text();
            var user = in.text();
            var at = Instant.ofEpochSecond(in.signed(), in.count());
            var origin = word(in, words);
            var device = word(in, words);
            var sequence = in.number();
            var previous = HexFormat.of().formatHex(in.bytes(32));
            var resolves = new ArrayList<UUID>();
            for (var i = in.count(); i > 0; i--) {
                resolves.add(in.id());
            }
            var fields = fields(in, words);
            return new Change(
                    id,
                    record,
                    template,
                    region,
                    fields,
                    user,
                    at,
                    origin,
                    resolves,
                    device,
                    sequence,
                    previous,
                    Optional.empty());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "not a change", e, "archive.mv.db");
        }
    }

    private static List<FieldChange> fields(VarBytes.In in, Words words) {
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

    /** A content, with a CRC-32C that finds what a bad disk changed. */
    static Bytes content(VarBytes.Out out, Content content, Numbers words) {
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
    static Content content(byte[] bytes, Words words) {
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

    private static String word(VarBytes.In in, Words words) {
        var number = in.count();
        return number == 0 ? in.text() : words.text(number - 1);
    }

    /** The path of a row's value is the word of the path with {@code *}, then the key of the row. */
    private static void path(VarBytes.Out out, String path, Numbers words) {
        var second = path.indexOf('.', path.indexOf('.') + 1);
        var third = second < 0 ? -1 : path.indexOf('.', second + 1);
        if (third < 0 || path.indexOf('*') >= 0) {
            word(out, path, words);
            return;
        }
        word(out, path.substring(0, second) + ".*" + path.substring(third), words);
        out.text(path.substring(second + 1, third));
    }

    private static String path(VarBytes.In in, Words words) {
        var word = word(in, words);
        var star = word.indexOf(".*.");
        return star < 0 || word.indexOf('*', star + 2) >= 0
                ? word
                : word.substring(0, star + 1) + in.text() + word.substring(star + 2);
    }
}

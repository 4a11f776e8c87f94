package xindang.model.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

/**
 * Reads one change from a stream of JSON. It builds no tree, because an exchange reads thousands of changes. It records
 * unknown members first and judges them at the end, because the format number comes late in the text.
 */
final class ChangeReader {
    private final JsonParser in;
    private @Nullable UUID id;
    private @Nullable UUID record;
    private @Nullable String template;
    private @Nullable Integer version;
    private @Nullable String region;
    private @Nullable List<FieldChange> fields;
    private @Nullable Body body;
    private @Nullable String user;
    private @Nullable Author by;
    private @Nullable Instant at;
    private @Nullable String origin;
    private @Nullable List<UUID> resolves;
    private @Nullable String device;
    private @Nullable Long sequence;
    private @Nullable String previous;
    private int format = 1;
    private @Nullable String unknown;
    private @Nullable String misshapen;

    private ChangeReader(JsonParser in) {
        this.in = in;
    }

    /** Reads the change that begins at the present token of a text. */
    static Change read(JsonParser in, String text) throws IOException {
        var start = in.currentTokenLocation().getCharOffset();
        var reader = parse(in);
        var odd = reader.unknown();
        if (reader.format > Change.FORMAT && (odd != null || reader.misshapen != null)) {
            var json = text.substring(
                    Math.toIntExact(start),
                    Math.toIntExact(in.currentTokenLocation().getCharOffset()) + 1);
            return reader.change(new Body.Newer(JsonValue.parse(json).canonical()));
        }
        if (odd != null || reader.misshapen != null) {
            throw new AppException(
                    ErrorCode.UNREADABLE, "$." + (odd != null ? odd : reader.misshapen) + ": unexpected");
        }
        return reader.change(reader.format == 1 ? reader.first() : there(reader.body, "body"));
    }

    /** Returns the unknown member in a change of a format that this program knows. */
    static Optional<String> stranger(JsonParser in) throws IOException {
        var reader = parse(in);
        return reader.format > Change.FORMAT ? Optional.empty() : Optional.ofNullable(reader.unknown());
    }

    private static ChangeReader parse(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new AppException(ErrorCode.UNREADABLE, "object expected, " + in.currentToken() + " found");
        }
        var reader = new ChangeReader(in);
        reader.members("", reader::member);
        return reader;
    }

    private void member(String name) throws IOException {
        switch (name) {
            case "id" -> id = id(name);
            case "record" -> record = id(name);
            case "template" -> template = text(name);
            case "version" -> version = Math.toIntExact(number(name));
            case "region" -> region = text(name);
            case "fields" -> fields = fields(name);
            case "body" -> body = body();
            case "user" -> user = text(name);
            case "by" -> by = by();
            case "at" -> at = instant();
            case "origin" -> origin = text(name);
            case "resolves" -> resolves = resolves(name);
            case "device" -> device = text(name);
            case "sequence" -> sequence = number(name);
            case "previous" -> previous = text(name);
            case "format" -> format = format();
            default -> strange(name);
        }
    }

    /** Returns the member that does not belong to the format of this change. */
    private @Nullable String unknown() {
        if (unknown != null) {
            return unknown;
        }
        if (format == 1) {
            return body != null ? "body" : by != null ? "by" : null;
        }
        return region != null
                ? "region"
                : fields != null ? "fields" : user != null ? "user" : resolves != null ? "resolves" : null;
    }

    private Body first() {
        return new Body.Fields(
                fields == null ? List.of() : fields,
                resolves == null ? List.of() : resolves,
                Optional.of(there(region, "region")));
    }

    private Change change(Body content) {
        return new Change(
                format,
                there(id, "id"),
                there(record, "record"),
                new TemplateRef(there(template, "template"), there(version, "version")),
                content,
                format == 1 ? new Author(Optional.empty(), there(user, "user")) : there(by, "by"),
                there(at, "at"),
                there(origin, "origin"),
                there(device, "device"),
                there(sequence, "sequence"),
                there(previous, "previous"),
                Optional.empty());
    }

    private @Nullable Instant instant() throws IOException {
        var text = text("at");
        return text == null ? null : Instant.parse(text);
    }

    private int format() throws IOException {
        var number = Math.toIntExact(number("format"));
        if (number < 2) {
            // the first format has no such member
            throw new AppException(ErrorCode.UNREADABLE, "$.format: " + number);
        }
        return number;
    }

    private @Nullable Author by() throws IOException {
        var read = new Object() {
            @Nullable
            UUID person;

            @Nullable
            String name;
        };
        members("by", member -> {
            switch (member) {
                case "person" -> read.person = id("by.person");
                case "name" -> read.name = text("by.name");
                default -> strange("by." + member);
            }
        });
        if (read.person == null || read.name == null) {
            misshapen = "by";
            return null;
        }
        return Author.of(read.person, read.name);
    }

    private @Nullable Body body() throws IOException {
        var read = new Object() {
            @Nullable
            String kind;

            @Nullable
            List<FieldChange> fields;

            @Nullable
            List<UUID> resolves;

            @Nullable
            String reason;
        };
        members("body", member -> {
            switch (member) {
                case "kind" -> read.kind = text("body.kind");
                case "fields" -> read.fields = fields("body.fields");
                case "resolves" -> read.resolves = resolves("body.resolves");
                case "reason" -> read.reason = text("body.reason");
                default -> strange("body." + member);
            }
        });
        var reason = read.reason;
        var changed = read.fields;
        if ("fields".equals(read.kind) && changed != null) {
            note(reason, "body.reason");
            return new Body.Fields(changed, read.resolves == null ? List.of() : read.resolves);
        }
        if ("erasure".equals(read.kind) && reason != null) {
            note(changed, "body.fields");
            note(read.resolves, "body.resolves");
            return new Body.Erasure(reason);
        }
        if (read.kind == null || read.kind.equals("fields") || read.kind.equals("erasure")) {
            misshapen = "body";
        } else if (unknown == null) {
            unknown = "body.kind";
        }
        return null;
    }

    private List<FieldChange> fields(String where) throws IOException {
        var list = new ArrayList<FieldChange>();
        elements(where, () -> {
            var read = new @Nullable String[3];
            members(where, member -> {
                switch (member) {
                    case "path" -> read[0] = text(where + ".path");
                    case "from" -> read[1] = text(where + ".from");
                    case "to" -> read[2] = text(where + ".to");
                    default -> strange(where + "." + member);
                }
            });
            var path = read[0];
            if (path == null) {
                misshapen = where + ".path";
            } else {
                list.add(new FieldChange(path, Optional.ofNullable(read[1]), Optional.ofNullable(read[2])));
            }
        });
        return list;
    }

    private List<UUID> resolves(String where) throws IOException {
        var ids = new ArrayList<UUID>();
        elements(where, () -> {
            var read = id(where);
            if (read != null) {
                ids.add(read);
            }
        });
        return ids;
    }

    private interface Member {
        void read(String name) throws IOException;
    }

    private interface Element {
        void read() throws IOException;
    }

    /** Reads the members of the present object that are not null. */
    private void members(String where, Member member) throws IOException {
        if (!is(where, JsonToken.START_OBJECT)) {
            return;
        }
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                member.read(name);
            }
        }
        if (in.currentToken() != JsonToken.END_OBJECT) {
            throw new AppException(ErrorCode.UNREADABLE, "end of object expected, " + in.currentToken() + " found");
        }
    }

    private void elements(String where, Element element) throws IOException {
        if (is(where, JsonToken.START_ARRAY)) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                element.read();
            }
        }
    }

    private @Nullable UUID id(String where) throws IOException {
        var text = text(where);
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            misshapen = where;
            return null;
        }
    }

    private @Nullable String text(String where) throws IOException {
        return is(where, JsonToken.VALUE_STRING) ? in.getText() : null;
    }

    private long number(String where) throws IOException {
        return is(where, JsonToken.VALUE_NUMBER_INT) ? in.getLongValue() : 0;
    }

    /** Returns whether the present value has a kind; skips it otherwise. */
    private boolean is(String where, JsonToken kind) throws IOException {
        if (in.currentToken() == kind) {
            return true;
        }
        misshapen = where;
        in.skipChildren();
        return false;
    }

    private void strange(String name) throws IOException {
        note(name, name);
        in.skipChildren();
    }

    private void note(@Nullable Object present, String name) {
        if (present != null && unknown == null) {
            unknown = name;
        }
    }

    private static <T> T there(@Nullable T value, String name) {
        if (value == null) {
            throw new AppException(ErrorCode.UNREADABLE, "$." + name + ": missing");
        }
        return value;
    }
}

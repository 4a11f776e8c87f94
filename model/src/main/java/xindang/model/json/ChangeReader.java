package xindang.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Reads one change from a stream of JSON without a tree: an exchange reads thousands of them. */
final class ChangeReader {
    private @Nullable UUID id;
    private @Nullable UUID record;
    private @Nullable String template;
    private @Nullable Integer version;
    private @Nullable String region;
    private List<FieldChange> fields = List.of();
    private @Nullable String user;
    private @Nullable Instant at;
    private @Nullable String origin;
    private List<UUID> resolves = List.of();
    private @Nullable String device;
    private @Nullable Long sequence;
    private @Nullable String previous;

    private ChangeReader() {}

    /** The change that begins at the present token, which ends at its last. */
    static Change read(JsonParser in) throws IOException {
        expect(in, JsonToken.START_OBJECT);
        var reader = new ChangeReader();
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                reader.member(in, name);
            }
        }
        expect(in, JsonToken.END_OBJECT);
        return reader.change();
    }

    private void member(JsonParser in, String name) throws IOException {
        switch (name) {
            case "id" -> id = UUID.fromString(text(in));
            case "record" -> record = UUID.fromString(text(in));
            case "template" -> template = text(in);
            case "version" -> version = Math.toIntExact(number(in));
            case "region" -> region = text(in);
            case "fields" -> fields = fields(in);
            case "user" -> user = text(in);
            case "at" -> at = Instant.parse(text(in));
            case "origin" -> origin = text(in);
            case "resolves" -> resolves = resolves(in);
            case "device" -> device = text(in);
            case "sequence" -> sequence = number(in);
            case "previous" -> previous = text(in);
            default -> in.skipChildren();
        }
    }

    private Change change() {
        return new Change(
                there(id, "id"),
                there(record, "record"),
                new TemplateRef(there(template, "template"), there(version, "version")),
                there(region, "region"),
                fields,
                there(user, "user"),
                there(at, "at"),
                there(origin, "origin"),
                resolves,
                there(device, "device"),
                there(sequence, "sequence"),
                there(previous, "previous"),
                Optional.empty());
    }

    private static List<FieldChange> fields(JsonParser in) throws IOException {
        expect(in, JsonToken.START_ARRAY);
        var fields = new ArrayList<FieldChange>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            fields.add(field(in));
        }
        return fields;
    }

    private static FieldChange field(JsonParser in) throws IOException {
        expect(in, JsonToken.START_OBJECT);
        String path = null;
        String from = null;
        String to = null;
        for (var name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (name) {
                case "path" -> path = text(in);
                case "from" -> from = text(in);
                case "to" -> to = text(in);
                default -> in.skipChildren();
            }
        }
        return new FieldChange(there(path, "path"), Optional.ofNullable(from), Optional.ofNullable(to));
    }

    private static List<UUID> resolves(JsonParser in) throws IOException {
        expect(in, JsonToken.START_ARRAY);
        var ids = new ArrayList<UUID>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            ids.add(UUID.fromString(text(in)));
        }
        return ids;
    }

    private static String text(JsonParser in) throws IOException {
        expect(in, JsonToken.VALUE_STRING);
        return in.getText();
    }

    private static long number(JsonParser in) throws IOException {
        expect(in, JsonToken.VALUE_NUMBER_INT);
        return in.getLongValue();
    }

    private static void expect(JsonParser in, JsonToken token) {
        if (in.currentToken() != token) {
            throw new AppException(ErrorCode.UNREADABLE, token + " expected, " + in.currentToken() + " found");
        }
    }

    private static <T> T there(@Nullable T value, String name) {
        if (value == null) {
            throw new AppException(ErrorCode.UNREADABLE, "$." + name + ": missing");
        }
        return value;
    }
}

package xindang.model.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.AppException;
import xindang.model.common.Digest;
import xindang.model.common.ErrorCode;

/**
 * The canonical JSON of a change: what the ledger keeps, the exchange carries and the digest is taken of. The position in
 * the platform's order is not part of it.
 */
public final class ChangeJson {
    private ChangeJson() {}

    public static String write(Change change) {
        var json = new TreeMap<String, Object>();
        json.put("id", change.id().toString());
        json.put("record", change.record().toString());
        json.put("template", change.template().id());
        json.put("version", change.template().version());
        json.put("region", change.region());
        json.put("fields", change.fields().stream().map(ChangeJson::field).toList());
        json.put("user", change.user());
        json.put("at", change.at().toString());
        json.put("origin", change.origin());
        json.put("device", change.device());
        json.put("sequence", change.sequence());
        json.put("previous", change.previous());
        if (!change.resolves().isEmpty()) {
            json.put("resolves", change.resolves().stream().map(UUID::toString).toList());
        }
        return CanonicalJson.write(json);
    }

    /** SHA-256 of the canonical JSON: the {@code previous} of the next change of the device. */
    public static String digest(Change change) {
        return Digest.of(write(change));
    }

    public static Change read(String json) {
        return read(JsonValue.parse(json));
    }

    public static Change read(JsonValue json) {
        try {
            return new Change(
                    UUID.fromString(json.text("id")),
                    UUID.fromString(json.text("record")),
                    new TemplateRef(json.text("template"), Math.toIntExact(json.number("version"))),
                    json.text("region"),
                    fields(json.list("fields")),
                    json.text("user"),
                    Instant.parse(json.text("at")),
                    json.text("origin"),
                    json.texts("resolves").stream().map(UUID::fromString).toList(),
                    json.text("device"),
                    json.number("sequence"),
                    json.text("previous"),
                    Optional.empty());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new AppException(ErrorCode.UNREADABLE, "not a change", e);
        }
    }

    private static Map<String, Object> field(FieldChange field) {
        var json = new TreeMap<String, Object>();
        json.put("path", field.path());
        field.before().ifPresent(before -> json.put("from", before));
        field.after().ifPresent(after -> json.put("to", after));
        return json;
    }

    private static List<FieldChange> fields(List<JsonValue> list) {
        return list.stream()
                .map(json -> new FieldChange(
                        json.text("path"),
                        json.find("from").map(JsonValue::text),
                        json.find("to").map(JsonValue::text)))
                .toList();
    }
}

package xindang.persistence.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Merge;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;

/** Writes and reads conflicts and whole states of a record as JSON. */
public final class StateJson {
    private StateJson() {}

    public static String write(Merge.State state) {
        return CanonicalJson.write(Map.of(
                "content", state.content().asMap(),
                "conflicts", state.conflicts().stream().map(StateJson::map).toList()));
    }

    public static Merge.State read(String json) {
        var value = JsonValue.parse(json);
        var content = new HashMap<String, String>();
        value.at("content").members().forEach((path, text) -> content.put(path, text.text()));
        return new Merge.State(
                Content.of(content),
                value.list("conflicts").stream().map(StateJson::conflict).toList());
    }

    public static String write(Conflict conflict) {
        return CanonicalJson.write(map(conflict));
    }

    public static Conflict conflict(String json) {
        return conflict(JsonValue.parse(json));
    }

    public static List<Conflict> sorted(List<Conflict> conflicts) {
        return conflicts.stream()
                .sorted(java.util.Comparator.comparing(
                                (Conflict c) -> c.offered().at())
                        .thenComparing(Conflict::id))
                .toList();
    }

    private static Map<String, Object> map(Conflict conflict) {
        var json = new TreeMap<String, Object>();
        json.put("id", conflict.id().toString());
        json.put("record", conflict.record().toString());
        json.put("path", conflict.path());
        conflict.base().ifPresent(base -> json.put("base", base));
        json.put("kept", map(conflict.kept()));
        json.put("offered", map(conflict.offered()));
        return json;
    }

    private static Map<String, Object> map(Conflict.Side side) {
        var json = new TreeMap<String, Object>();
        side.value().ifPresent(value -> json.put("value", value));
        json.put("user", side.user());
        json.put("device", side.device());
        json.put("at", side.at().toString());
        json.put("change", side.change().toString());
        return json;
    }

    private static Conflict conflict(JsonValue json) {
        try {
            return new Conflict(
                    UUID.fromString(json.text("id")),
                    UUID.fromString(json.text("record")),
                    json.text("path"),
                    json.find("base").map(JsonValue::text),
                    side(json.at("kept")),
                    side(json.at("offered")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "conflict", e, "archive.mv.db");
        }
    }

    private static Conflict.Side side(JsonValue json) {
        return new Conflict.Side(
                json.find("value").map(JsonValue::text),
                json.text("user"),
                json.text("device"),
                Instant.parse(json.text("at")),
                UUID.fromString(json.text("change")));
    }
}

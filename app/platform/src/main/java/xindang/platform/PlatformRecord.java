package xindang.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.archive.TemplateRef;
import xindang.model.exchange.Authors;
import xindang.model.exchange.Merge;
import xindang.model.json.CanonicalJson;
import xindang.model.json.JsonValue;
import xindang.model.template.RecordRegion;
import xindang.model.template.Template;

/** A record on the platform: its content, its open conflicts, and the last writer of each value. */
final class PlatformRecord {
    private final UUID id;
    private TemplateRef template;
    private String region;
    private long revision;
    private Merge.State state;
    private @Nullable UUID about;
    /** Last writer by the path of a value; for the path of a row, the writer who deleted the row. */
    private final Map<String, Writer> writers;
    /** Contents of deleted rows, by the path of the row. */
    private final Map<String, String> deleted = new TreeMap<>();

    private PlatformRecord(
            UUID id,
            TemplateRef template,
            String region,
            long revision,
            Merge.State state,
            Map<String, Writer> writers) {
        this.id = id;
        this.template = template;
        this.region = region;
        this.revision = revision;
        this.state = state;
        this.writers = writers;
    }

    /** Returns a new, empty record for its first change. */
    static PlatformRecord begin(Change change) {
        return new PlatformRecord(change.record(), change.template(), "", 0, Merge.State.EMPTY, new HashMap<>());
    }

    UUID id() {
        return id;
    }

    TemplateRef template() {
        return template;
    }

    String region() {
        return region;
    }

    /** Returns the subject of the record; null if it has none. */
    @Nullable
    UUID about() {
        return about;
    }

    void about(UUID subject) {
        about = subject;
    }

    boolean isAbout(UUID subject) {
        return subject.equals(about);
    }

    /** Sets the region after the record or its subject moved. */
    void moveTo(String place) {
        region = place;
    }

    long revision() {
        return revision;
    }

    Content content() {
        return state.content();
    }

    List<Conflict> conflicts() {
        return state.conflicts();
    }

    /** Returns the result of merging a change into the record, without changing the record. */
    Merge.Merged merge(Template described, Change change) {
        return Merge.apply(described, state, change, this::lastWriter);
    }

    /**
     * Applies a merged change to the record.
     *
     * @param merged the result of {@link #merge}
     * @param fallback the region of the record if its content names none
     */
    void accept(Template described, Change change, Merge.Merged merged, String fallback) {
        var before = state.content();
        state = merged.state();
        revision++;
        region = RecordRegion.of(described, state.content()).orElse(fallback);
        if (change.template().version() > template.version()) {
            template = change.template();
        }
        var writer = new Writer(change.user(), change.device(), change.at(), change.id());
        var after = state.content();
        for (var field : change.fields()) {
            if (!before.kept(field.path()).equals(after.kept(field.path()))) {
                writers.put(field.path(), writer);
                if (after.kept(field.path()).isPresent()) {
                    Paths.row(field.path()).ifPresent(row -> {
                        writers.remove(row);
                        deleted.remove(row);
                    });
                }
            }
        }
        Authors.deletions(before, change, after).forEach((row, text) -> {
            writers.put(row, writer);
            deleted.remove(row);
            text.ifPresent(content -> deleted.put(row, content));
        });
    }

    /** Removes content that may not be kept. */
    void hide(Hidden hidden) {
        state = new Merge.State(hidden.content(state.content()), hidden.conflicts(state.conflicts()));
        hidden.clear(writers);
        hidden.clear(deleted);
        writers.replaceAll((path, writer) ->
                new Writer(hidden.user(writer.user()), writer.device(), writer.at(), writer.change()));
        deleted.replaceAll(hidden::text);
        revision++;
    }

    private Optional<Conflict.Side> lastWriter(String path) {
        return Optional.ofNullable(writers.get(path))
                .map(w -> new Conflict.Side(
                        Paths.isRow(path)
                                ? Optional.ofNullable(deleted.get(path))
                                : state.content().kept(path),
                        w.user(),
                        w.device(),
                        w.at(),
                        w.change()));
    }

    /**
     * Returns the record in the format that {@link #read} reads. Each writer is written once, with the paths it wrote.
     */
    byte[] bytes() {
        // all values that one change wrote share one writer object
        var paths = new IdentityHashMap<Writer, List<String>>();
        writers.forEach((path, writer) ->
                paths.computeIfAbsent(writer, w -> new ArrayList<>()).add(path));
        var written = new ArrayList<Map<String, Object>>();
        paths.forEach((writer, list) -> {
            var json = new TreeMap<String, Object>();
            json.put("user", writer.user());
            json.put("device", writer.device());
            json.put("at", writer.at().toString());
            json.put("change", writer.change().toString());
            if (paths.size() > 1) {
                json.put("paths", list);
            }
            written.add(json);
        });
        var json = new TreeMap<String, Object>();
        json.put("content", state.content().asMap());
        json.put("writers", written);
        json.put("gone", emptied());
        if (!deleted.isEmpty()) {
            json.put("deleted", deleted);
        }
        json.put(
                "conflicts",
                state.conflicts().stream().map(PlatformRecord::conflict).toList());
        return CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the paths that have a writer and no value. */
    private List<String> emptied() {
        return writers.size() == state.content().size()
                ? List.of()
                : writers.keySet().stream()
                        .filter(path -> state.content().kept(path).isEmpty())
                        .toList();
    }

    static PlatformRecord read(UUID id, TemplateRef template, String region, long revision, byte[] bytes) {
        var json = JsonValue.parse(bytes);
        var values = new TreeMap<String, String>();
        json.at("content").members().forEach((path, value) -> values.put(path, value.text()));
        var writers = new HashMap<String, Writer>();
        for (var written : json.list("writers")) {
            var writer = new Writer(
                    written.text("user"),
                    written.text("device"),
                    Instant.parse(written.text("at")),
                    UUID.fromString(written.text("change")));
            if (written.has("paths")) {
                written.texts("paths").forEach(path -> writers.put(path, writer));
            } else {
                values.keySet().forEach(path -> writers.put(path, writer));
                json.texts("gone").forEach(path -> writers.put(path, writer));
            }
        }
        var conflicts = json.list("conflicts").stream()
                .map(conflict -> conflict(id, conflict))
                .toList();
        var state = new PlatformRecord(
                id, template, region, revision, new Merge.State(Content.of(values), conflicts), writers);
        if (json.has("deleted")) {
            json.at("deleted").members().forEach((row, content) -> state.deleted.put(row, content.text()));
        }
        return state;
    }

    private static Map<String, Object> conflict(Conflict conflict) {
        var json = new TreeMap<String, Object>();
        json.put("id", conflict.id().toString());
        json.put("path", conflict.path());
        conflict.base().ifPresent(base -> json.put("base", base));
        json.put("kept", side(conflict.kept()));
        json.put("offered", side(conflict.offered()));
        return json;
    }

    private static Conflict conflict(UUID record, JsonValue json) {
        return new Conflict(
                UUID.fromString(json.text("id")),
                record,
                json.text("path"),
                json.find("base").map(JsonValue::text),
                side(json.at("kept")),
                side(json.at("offered")));
    }

    private static Map<String, Object> side(Conflict.Side side) {
        var json = new TreeMap<String, Object>();
        side.value().ifPresent(value -> json.put("value", value));
        json.put("user", side.user());
        json.put("device", side.device());
        json.put("at", side.at().toString());
        json.put("change", side.change().toString());
        return json;
    }

    private static Conflict.Side side(JsonValue json) {
        return new Conflict.Side(
                json.find("value").map(JsonValue::text),
                json.text("user"),
                json.text("device"),
                Instant.parse(json.text("at")),
                UUID.fromString(json.text("change")));
    }

    private record Writer(String user, String device, Instant at, UUID change) {}
}

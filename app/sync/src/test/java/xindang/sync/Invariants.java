package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.Row;
import xindang.model.json.JsonValue;
import xindang.model.template.MergePolicy;
import xindang.model.testing.Office;

/** What is true when a history has come to rest. */
final class Invariants {
    private final History history;
    private final Office witness;
    private final Connection platform;

    Invariants(History history, Connection platform) {
        this.history = history;
        this.platform = platform;
        witness = history.witness();
    }

    void check() {
        history.checkCounts();
        var everywhere = new java.util.ArrayList<>(history.offices);
        everywhere.add(witness);
        for (var office : everywhere) {
            assertEquals(conflicts(witness), conflicts(office), office.device() + " conflicts");
            for (var record : history.records) {
                assertEquals(
                        witness.content(record).asMap(),
                        office.content(record).asMap(),
                        office.device() + " content " + record);
                var said = office.history(record).stream().map(Change::id).toList();
                assertEquals(Set.copyOf(history.saved.get(record)), Set.copyOf(said), office.device());
                assertEquals(said.size(), new HashSet<>(said).size(), office.device() + " doubled");
            }
            if (office instanceof ArchiveOffice archive) {
                listed(archive);
            }
        }
        history.records.forEach(this::nothingIsLost);
        history.records.forEach(this::platform);
        assertEquals(0, count("select count(*) from deferred where device like 'H" + history.town.number() + "-%'"));
    }

    private static Map<UUID, Conflict> conflicts(Office office) {
        return office.conflicts().stream()
                .collect(Collectors.toMap(Conflict::id, conflict -> conflict, (a, b) -> a, TreeMap::new));
    }

    private void listed(ArchiveOffice office) {
        var page = office.archives().list(RecordFilter.all("household"), RecordFilter.Window.first(200));
        assertEquals(history.records.size(), page.items().size(), "list");
        var counts = office.archives().counts("household", history.town.code());
        assertEquals(
                history.records.size(),
                counts.stream().mapToLong(count -> count.records()).sum(),
                "counts");
        var contested = witness.conflicts().stream().map(Conflict::record).collect(Collectors.toSet());
        for (var item : page.items()) {
            assertEquals(
                    contested.contains(item.id()),
                    item.status() == xindang.model.archive.RecordSummary.Status.CONFLICT,
                    "status of " + item.id());
        }
    }

    /**
     * An oracle that knows nothing of the merge: each value that was saved is there, or waits in a conflict, or somebody who saw
     * it changed it, or somebody decided a conflict that had it.
     */
    private void nothingIsLost(UUID record) {
        var said = witness.history(record);
        var resolved =
                said.stream().flatMap(change -> change.resolves().stream()).collect(Collectors.toSet());
        var known = new HashMap<>(history.seen);
        for (var conflict : witness.conflicts()) {
            assertFalse(resolved.contains(conflict.id()), "decided and still open: " + conflict);
            assertNotEquals(conflict.kept().value(), conflict.offered().value());
            known.put(conflict.id(), conflict);
        }
        for (var change : said) {
            for (var field : change.changed()) {
                if (field.after().isEmpty() || policy(field) != MergePolicy.ASK) {
                    continue;
                }
                var open = known.values().stream()
                        .anyMatch(conflict -> conflict.record().equals(record) && has(conflict, field));
                assertTrue(
                        witness.content(record).get(field.path()).equals(field.after()) || open || isSeen(said, field),
                        "lost: " + field + " of " + change.device() + " " + change.sequence());
            }
        }
    }

    private static MergePolicy policy(FieldChange field) {
        return Village.TEMPLATES
                .get(Village.HOUSEHOLD)
                .field(field.path())
                .map(it -> it.merge())
                .orElse(MergePolicy.ASK);
    }

    private static boolean isSeen(List<Change> said, FieldChange field) {
        return said.stream()
                .flatMap(change -> change.changed().stream())
                .anyMatch(other ->
                        other.path().equals(field.path()) && other.before().equals(field.after()));
    }

    private static boolean has(Conflict conflict, FieldChange field) {
        return List.of(
                        conflict.base(),
                        conflict.kept().value(),
                        conflict.offered().value())
                .stream()
                .anyMatch(value -> conflict.isRow()
                        ? Optional.ofNullable(Row.read(conflict.path(), value).get(field.path()))
                                .equals(field.after())
                        : conflict.path().equals(field.path()) && value.equals(field.after()));
    }

    private void platform(UUID record) {
        try (var statement = platform.prepareStatement("select state, region from record_state where id = ?")) {
            statement.setObject(1, record);
            try (var row = statement.executeQuery()) {
                assertTrue(row.next(), "the platform lacks " + record);
                var state = JsonValue.parse(row.getBytes(1));
                var content = new TreeMap<String, String>();
                state.at("content").members().forEach((path, value) -> content.put(path, value.text()));
                assertEquals(witness.content(record).asMap(), content, "platform");
                assertEquals(
                        witness.conflicts().stream()
                                .filter(conflict -> conflict.record().equals(record))
                                .map(conflict -> conflict.id() + conflict.kept().toString() + conflict.offered())
                                .collect(Collectors.toSet())
                                .size(),
                        state.list("conflicts").size());
                assertEquals(witness.content(record).text("file.village"), row.getString(2), "platform region");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private int count(String query) {
        try (var statement = platform.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.json.JsonValue;
import xindang.model.law.Gate;
import xindang.model.rating.Ratings;
import xindang.model.testing.Office;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.RedactedJson;

/** What is true when a history has come to rest: all offices and the platform say the same, and nothing is missing. */
final class Invariants {
    private final History history;
    private final Witnesses witnesses;
    private final List<UUID> records;

    Invariants(History history) {
        this.history = history;
        witnesses = new Witnesses(history);
        records = history.records.stream().filter(witnesses::know).toList();
    }

    void check() {
        for (var desk : history.desks) {
            same(desk.name, desk);
            chain(desk);
            if (desk.office() instanceof ArchiveOffice archive) {
                rebuilt(desk, archive);
            }
        }
        for (var record : history.records) {
            if (records.contains(record) || !history.erased.contains(record)) {
                new Oracle(history, witnesses.of(record)).check(record);
            }
        }
        records.forEach(this::platform);
        history.records.stream().filter(record -> !records.contains(record)).forEach(this::platformForgot);
        assertEquals(0, deferred(), "deferred");
    }

    /** No office has a row whose term is over, nor a conflict about one. */
    void nothingDue() {
        for (var desk : history.desks) {
            for (var id : records) {
                if (!desk.isLive(id)) {
                    continue;
                }
                var record = desk.find(id).orElseThrow();
                var today =
                        Gate.day(history.city.clock, desk.office().archives()).hides();
                var past = Gate.past(
                        Village.TEMPLATES.get(record.template()),
                        record.content(),
                        desk.office().history(id),
                        today);
                assertEquals(List.of(), past.deletions(), desk.name + " keeps what is due");
                assertEquals(
                        List.of(),
                        record.conflicts().stream()
                                .filter(conflict -> past.isOver(conflict.path()))
                                .toList(),
                        desk.name + " asks about what is due");
            }
        }
    }

    private void same(String name, Desk desk) {
        var office = desk.office();
        assertEquals(witnesses.conflicts(desk), conflicts(ofHistory(office)), name + " conflicts");
        for (var record : history.records) {
            if (!records.contains(record)) {
                assertEquals(Optional.empty(), desk.find(record), name + " has what nobody has");
                assertEquals(List.of(), desk.office().history(record), name + " has a history of what nobody has");
            } else if (desk.holds(witnesses.region(record))) {
                same(name, office, record);
            } else {
                assertFalse(desk.isLive(record), name + " keeps who moved away " + record);
            }
        }
        assertEquals(witnesses.listed(desk), listed(office), name + " list");
        assertEquals(witnesses.counts(desk), counts(desk), name + " counts");
        var waiting = office.exchange().counts();
        assertEquals(0, waiting.waiting(), name + " waits");
        assertEquals(texts(office).size(), waiting.settled(), name + " settled");
    }

    private void same(String name, Office office, UUID record) {
        var witness = witnesses.of(record);
        assertEquals(
                Hashed.of(witness.content(record)), Hashed.of(office.content(record)), name + " content " + record);
        assertEquals(ids(witness.history(record)), ids(office.history(record)), name + " history " + record);
        var region = office.archives().find(record).orElseThrow().region();
        assertEquals(witnesses.region(record), region, name + " region " + record);
        assertEquals(witness.content(record).text("file.village"), region, name + " village " + record);
        assertEquals(marks(witness, record), marks(office, record), name + " marks " + record);
    }

    private static List<UUID> ids(List<Change> changes) {
        return changes.stream().map(Change::id).toList();
    }

    /** A county archive has households of other histories too. */
    private Stream<Conflict> ofHistory(Office office) {
        return office.conflicts().stream().filter(conflict -> history.records.contains(conflict.record()));
    }

    private Map<UUID, String> listed(Office office) {
        var lines = Listed.of(office.archives());
        lines.keySet().retainAll(history.records);
        return lines;
    }

    private Map<String, String> counts(Desk desk) {
        var lines = Listed.counts(desk.office().archives());
        lines.keySet().removeIf(village -> history.towns.stream().noneMatch(village::startsWith));
        return lines;
    }

    /** Conflicts by their ids. */
    static Map<UUID, Conflict> conflicts(Stream<Conflict> conflicts) {
        return conflicts.collect(Collectors.toMap(Conflict::id, Hashed::of, (a, b) -> a, TreeMap::new));
    }

    /** What is locked and why, which rating there is, and whether it still holds. */
    private Map<String, String> marks(Office office, UUID id) {
        var marks = new LinkedHashMap<String, String>();
        var record = office.archives().find(id).orElseThrow();
        var today = Gate.day(history.city.clock, office.archives()).hides();
        var past = Gate.past(Village.TEMPLATES.get(record.template()), record.content(), office.history(id), today);
        record.content().paths().forEach(path -> past.closes(path).ifPresent(reason -> marks.put(path, reason.name())));
        record.conflicts()
                .forEach(conflict -> marks.put(conflict.id().toString(), String.valueOf(past.closes(conflict))));
        marks.put("due", past.deletions().toString());
        var ratings = new Ratings(
                office.archives(),
                Village.TEMPLATES,
                Desk.FORMS,
                new xindang.model.common.Ids(history.city.clock, new java.util.Random(1)),
                history.city.clock);
        ratings.latest(id)
                .ifPresent(rating -> marks.put("rating", rating.id() + " " + ratings.standing(record, rating)));
        for (var type : List.of("rating", "move")) {
            marks.put(
                    type + "s",
                    office.archives().about(id, type, Integer.MAX_VALUE).stream()
                            .map(about -> about.id().toString())
                            .sorted()
                            .toList()
                            .toString());
        }
        return marks;
    }

    /** Each own change names the one before it; of one whose record was erased the digest is left. */
    private static void chain(Desk desk) {
        var previous = Change.GENESIS;
        var sequence = 0L;
        for (var text : texts(desk.office())) {
            assertEquals(++sequence, RedactedJson.sequence(text), desk.name + " sequence");
            if (RedactedJson.read(text).isEmpty()) {
                assertEquals(previous, ChangeJson.read(text).previous(), desk.name + " chain at " + sequence);
            }
            previous = RedactedJson.digest(text);
        }
    }

    private static List<String> texts(Office office) {
        return office.exchange().texts(1, Integer.MAX_VALUE);
    }

    /** A database that the ledger made again is equal to the one that was there, and no byte is wrong. */
    private void rebuilt(Desk desk, ArchiveOffice archive) {
        assertEquals(List.of(), archive.findings(), desk.name + " findings");
        desk.rebuild();
        same(desk.name + " rebuilt", desk);
        assertEquals(List.of(), archive.findings(), desk.name + " findings when rebuilt");
    }

    private void platform(UUID record) {
        var witness = witnesses.of(record);
        try (var statement =
                history.city.database().prepareStatement("select state, region from record_state where id = ?")) {
            statement.setObject(1, record);
            try (var row = statement.executeQuery()) {
                assertTrue(row.next(), "the platform lacks " + record);
                var state = JsonValue.parse(row.getBytes(1));
                var content = new TreeMap<String, String>();
                state.at("content").members().forEach((path, value) -> content.put(path, value.text()));
                assertEquals(Hashed.of(witness.content(record)), Hashed.of(Content.of(content)), "platform");
                assertEquals(
                        witness.conflicts().stream()
                                .filter(conflict -> conflict.record().equals(record))
                                .map(Invariants::line)
                                .collect(Collectors.toSet()),
                        state.list("conflicts").stream().map(Invariants::line).collect(Collectors.toSet()),
                        "platform conflicts");
                assertEquals(witnesses.region(record), row.getString(2), "platform region");
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void platformForgot(UUID record) {
        try (var statement = history.city.database().prepareStatement("select 1 from record_state where id = ?")) {
            statement.setObject(1, record);
            try (var row = statement.executeQuery()) {
                assertFalse(row.next(), "the platform has what nobody has " + record);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String line(Conflict raw) {
        var conflict = Hashed.of(raw);
        return String.join(
                "|",
                conflict.id().toString(),
                conflict.path(),
                conflict.base().orElse("-"),
                conflict.kept().value().orElse("-"),
                conflict.offered().value().orElse("-"));
    }

    private static String line(JsonValue conflict) {
        return String.join(
                "|",
                conflict.text("id"),
                conflict.text("path"),
                text(conflict, conflict, "base"),
                text(conflict, conflict.at("kept"), "value"),
                text(conflict, conflict.at("offered"), "value"));
    }

    private static String text(JsonValue conflict, JsonValue side, String name) {
        return Hashed.text(conflict.text("path"), side.find(name).map(JsonValue::text))
                .orElse("-");
    }

    private int deferred() {
        try (var statement = history.city.database().createStatement();
                var row = statement.executeQuery("select count(*) from deferred")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;
import xindang.model.law.Due;
import xindang.model.template.Field;
import xindang.model.template.MergePolicy;
import xindang.model.template.Term;
import xindang.model.testing.Office;
import xindang.model.value.PartialDate;

/**
 * What must have become of everything that was saved, by rules that know nothing of the merge: a value is there, or waits in
 * a conflict that is open, or was in one that a person decided, or somebody who saw it changed it; of a set, what was added last
 * and not removed.
 */
final class Oracle {
    private static final int YEARS = 5;

    private final History history;
    private final Office witness;

    Oracle(History history, Office witness) {
        this.history = history;
        this.witness = witness;
    }

    void check(UUID record) {
        var said = witness.history(record);
        allThere(record, said);
        var answers = answers(record, said);
        for (var change : said) {
            for (var field : change.changed()) {
                switch (policy(field)) {
                    case ASK -> asked(record, said, answers, change, field);
                    case UNION -> {}
                }
            }
        }
        decidedTwice(said, answers);
        sets(record, said);
        rows(record, said);
        nothingInvented(record, said);
        terms(said);
    }

    /** Every change that was saved took effect once, but for those that an archive lost when it was put back. */
    private void allThere(UUID record, List<Change> said) {
        var ids = said.stream().map(Change::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size(), "a change took effect twice");
        history.saved.forEach((id, saved) -> {
            if (saved.change().record().equals(record) && !history.mayBeLost.contains(id)) {
                assertTrue(
                        ids.contains(id),
                        "a save of " + saved.by().name + " is missing: "
                                + saved.change().sequence() + " "
                                + saved.change().fields());
            }
        });
        ids.forEach(id -> assertTrue(history.saved.containsKey(id), "nobody saved " + id));
    }

    /** The conflicts that are open, and those that somebody decided. */
    private List<Conflict> answers(UUID record, List<Change> said) {
        var decided =
                said.stream().flatMap(change -> change.resolves().stream()).collect(Collectors.toSet());
        var all = new HashMap<UUID, Conflict>();
        history.seen.values().stream()
                .filter(conflict -> conflict.record().equals(record) && decided.contains(conflict.id()))
                .forEach(conflict -> all.put(conflict.id(), conflict));
        for (var conflict : witness.conflicts()) {
            if (conflict.record().equals(record)) {
                assertFalse(decided.contains(conflict.id()), "decided and still open: " + conflict);
                assertNotEquals(conflict.kept().value(), conflict.offered().value());
                all.put(conflict.id(), conflict);
            }
        }
        return List.copyOf(all.values());
    }

    private void asked(UUID record, List<Change> said, List<Conflict> answers, Change change, FieldChange field) {
        if (field.after().isEmpty()) {
            return;
        }
        assertTrue(
                Withheld.same(witness.content(record).kept(field.path()), field.after())
                        || answers.stream().anyMatch(conflict -> has(conflict, field))
                        || isSeen(said, field),
                "lost: " + field + " of " + change.device() + " " + change.sequence());
    }

    /** Two decisions of one conflict that say different values are asked about again. */
    private void decidedTwice(List<Change> said, List<Conflict> answers) {
        for (var i = 0; i < said.size(); i++) {
            for (var j = i + 1; j < said.size(); j++) {
                var first = said.get(i);
                var second = said.get(j);
                var between = said.subList(i + 1, j);
                var earlier = said.subList(0, i);
                if (first.resolves().stream().anyMatch(second.resolves()::contains)
                        && first.fields().stream()
                                .anyMatch(
                                        field -> !leavesWhatCame(field, earlier) && differs(field, second, between))) {
                    assertTrue(
                            answers.stream()
                                    .map(conflict -> conflict.offered().change())
                                    .anyMatch(change -> change.equals(first.id()) || change.equals(second.id())),
                            "a decision is lost: " + first.fields() + " or " + second.fields());
                }
            }
        }
    }

    /** "Keep" leaves what somebody typed meanwhile who saw the value that is kept. */
    private static boolean leavesWhatCame(FieldChange field, List<Change> earlier) {
        return field.before().equals(field.after()) && isSeen(earlier, field);
    }

    private static boolean differs(FieldChange field, Change second, List<Change> between) {
        return policy(field) == MergePolicy.ASK
                && second.fields().stream()
                        .anyMatch(other -> other.path().equals(field.path())
                                && !other.after().equals(field.after()))
                && between.stream().flatMap(change -> change.fields().stream()).noneMatch(other -> other.path()
                        .equals(field.path()));
    }

    private static MergePolicy policy(FieldChange field) {
        return policy(field.path());
    }

    private static MergePolicy policy(String path) {
        return Village.TEMPLATES
                .get(Village.HOUSEHOLD)
                .field(path)
                .map(Field::merge)
                .orElse(MergePolicy.ASK);
    }

    private static boolean isSeen(List<Change> said, FieldChange field) {
        return said.stream()
                .flatMap(change -> change.changed().stream())
                .anyMatch(other -> other.path().equals(field.path()) && Withheld.same(other.before(), field.after()));
    }

    private static boolean has(Conflict conflict, FieldChange field) {
        return List.of(
                        conflict.base(),
                        conflict.kept().value(),
                        conflict.offered().value())
                .stream()
                .anyMatch(value -> conflict.isRow()
                        ? Withheld.same(
                                Optional.ofNullable(
                                        Row.read(conflict.path(), value).get(field.path())),
                                field.after())
                        : conflict.path().equals(field.path()) && Withheld.same(value, field.after()));
    }

    /** Outside of rows, which may have been clashed over as a whole. */
    private static boolean isPlain(String path) {
        return Paths.row(path).isEmpty();
    }

    private void sets(UUID record, List<Change> said) {
        var sets = new TreeMap<String, Set<String>>();
        for (var change : said) {
            for (var field : change.changed()) {
                if (isPlain(field.path()) && policy(field) == MergePolicy.UNION) {
                    var set = sets.computeIfAbsent(field.path(), path -> new TreeSet<>());
                    var before = codes(field.before());
                    var after = codes(field.after());
                    after.stream().filter(code -> !before.contains(code)).forEach(set::add);
                    before.stream().filter(code -> !after.contains(code)).forEach(set::remove);
                }
            }
        }
        sets.forEach(
                (path, set) -> assertEquals(set, codes(witness.content(record).get(path)), "the set of " + path));
    }

    private static Set<String> codes(Optional<String> list) {
        return new TreeSet<>(list.map(text -> List.of(text.split(","))).orElse(List.of()));
    }

    /** A row that one deletes and another changes is one question about the whole row, and nothing is torn out of it. */
    private void rows(UUID record, List<Change> said) {
        for (var i = 0; i < said.size(); i++) {
            var deletion = said.get(i);
            for (var row : deletedRows(deletion)) {
                var questions = history.seen.values().stream()
                        .filter(conflict -> conflict.offered().change().equals(deletion.id()))
                        .map(Conflict::path)
                        .toList();
                assertTrue(
                        questions.stream().noneMatch(path -> path.startsWith(row + ".")),
                        "asked about a part of a deleted row: " + questions);
                if (!questions.contains(row)) {
                    var later = said.subList(i + 1, said.size());
                    Row.values(witness.content(record), row)
                            .forEach((path, value) -> assertTrue(
                                    later.stream().anyMatch(change -> writes(change, path, value)),
                                    "torn: " + path + " of a row that " + deletion.device() + " deleted"));
                }
            }
        }
    }

    /** Some of their values are taken away and none stays; "keep" of a row that is not there takes nothing away. */
    private static Set<String> deletedRows(Change change) {
        var rows = rowsOf(change.changed());
        rows.removeAll(rowsOf(change.fields().stream()
                .filter(field -> field.after().isPresent())
                .toList()));
        return rows;
    }

    private static Set<String> rowsOf(List<FieldChange> fields) {
        var rows = new TreeSet<String>();
        fields.forEach(field -> Paths.row(field.path()).ifPresent(rows::add));
        return rows;
    }

    private static boolean writes(Change change, String path, String value) {
        return change.changed().stream()
                .anyMatch(field -> field.path().equals(path) && Withheld.same(field.after(), Optional.of(value)));
    }

    /** What a record says, somebody wrote. */
    private void nothingInvented(UUID record, List<Change> said) {
        var written = new HashMap<String, Set<String>>();
        for (var change : said) {
            change.fields().forEach(field -> field.after()
                    .ifPresent(value -> written.computeIfAbsent(field.path(), path -> new HashSet<>())
                            .add(Withheld.digest(value))));
        }
        for (var value : witness.content(record).asMap().entrySet()) {
            assertTrue(
                    policy(value.getKey()) == MergePolicy.UNION
                            || written.getOrDefault(value.getKey(), Set.of())
                                    .contains(Withheld.digest(value.getValue())),
                    "nobody wrote " + value);
        }
    }

    /** Rows are deleted for their term by no clock that is wrong. */
    private void terms(List<Change> said) {
        for (var change : said) {
            var saved = history.saved.get(change.id());
            if (saved == null || !change.origin().equals(Due.ORIGIN)) {
                continue;
            }
            var today = saved.at().atZone(history.city.clock.getZone()).toLocalDate();
            for (var field : change.changed()) {
                if (Paths.row(field.path())
                        .filter(row -> Term.end(row).equals(field.path()))
                        .isPresent()) {
                    var end = PartialDate.read(field.before().orElse("")).get().latest();
                    assertTrue(today.isAfter(end.plusYears(YEARS)), "deleted before its term: " + field);
                }
            }
        }
    }
}

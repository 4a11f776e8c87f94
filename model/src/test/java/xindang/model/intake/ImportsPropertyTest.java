package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.common.AppException;

/** Random imports, edits and undos leave what a map says that does not know how the archive works. */
class ImportsPropertyTest {
    private static final int RUNS = 300;
    private static final int STEPS = 14;
    private static final List<String> HEADINGS = List.of("户主姓名", "身份证号", "行政村", "家庭人口", "劳动力", "备注");
    private static final List<String> PATHS = List.of("head.people", "head.workers", "file.note");

    @Test
    void theArchiveIsWhatAMapSays() {
        var seen = new TreeSet<String>();
        for (var seed = 0; seed < RUNS; seed++) {
            new History(seed, seen).play();
        }
        assertTrue(seen.containsAll(Set.of("created", "updated", "asked", "removed", "restored", "left", "taken")));
    }

    /** One state of a household: its values, those that somebody typed, and the import that made it, if one did. */
    private record Version(Map<String, String> values, Set<String> typed, int made) {}

    private static final class History {
        private final Random random;
        private final String about;
        private final Set<String> seen;
        private final RosterOffice office = new RosterOffice();
        private final List<String> numbers = new ArrayList<>();
        private final Map<String, Deque<Version>> versions = new TreeMap<>();
        /** The ids of imports that changed something, and the households of each. */
        private final List<UUID> imports = new ArrayList<>();

        private final List<Set<String>> changedBy = new ArrayList<>();
        private final Set<Integer> undone = new HashSet<>();

        History(int seed, Set<String> seen) {
            random = new Random(seed);
            about = "seed " + seed;
            this.seen = seen;
            for (var n = 0; n < 3; n++) {
                numbers.add(office.number());
            }
        }

        void play() {
            for (var step = 0; step < STEPS; step++) {
                switch (random.nextInt(7)) {
                    case 0, 1, 2 -> load();
                    case 3, 4 -> edit();
                    default -> undo();
                }
                compare(step);
            }
        }

        private void load() {
            var isFile = random.nextInt(4) == 0;
            var rows = new ArrayList<List<String>>(List.of(HEADINGS));
            var asked = 0;
            var changed = new HashSet<String>();
            for (var number : numbers) {
                if (random.nextInt(4) == 0) {
                    continue;
                }
                var cells = new HashMap<String, String>();
                PATHS.forEach(path -> cells.put(path, random.nextInt(4) == 0 ? "" : value(path)));
                var row = new ArrayList<>(List.of("关庆林", number, "双桥村"));
                PATHS.forEach(path -> row.add(cells.get(path)));
                rows.add(row);
                asked += take(number, cells, isFile, changed);
            }
            if (rows.size() == 1) {
                return;
            }
            var options = isFile ? RosterOffice.OPTIONS.preferring(IntakeOptions.Newer.FILE) : RosterOffice.OPTIONS;
            var result = office.run(sheet(rows), options);
            assertEquals(!changed.isEmpty(), result.id().isPresent(), about);
            result.id().ifPresent(id -> {
                imports.add(id);
                changedBy.add(changed);
            });
            assertEquals(
                    asked,
                    result.problems().stream()
                            .filter(problem -> problem.severity() == Problem.Severity.QUESTION)
                            .count(),
                    about);
            assertEquals(changed.size(), result.created() + result.updated(), about);
            note("created", result.created());
            note("updated", result.updated());
            note("asked", asked);
            note("taken", isFile ? result.updated() : 0);
        }

        private Deque<Version> stack(String number) {
            return versions.computeIfAbsent(number, key -> new ArrayDeque<>());
        }

        /** Returns the number of questions. */
        private int take(String number, Map<String, String> cells, boolean isFile, Set<String> changed) {
            var before = stack(number).peek();
            var values = new HashMap<>(before == null ? Map.of() : before.values());
            var typed = new HashSet<>(before == null ? Set.of() : before.typed());
            var asked = 0;
            for (var cell : cells.entrySet()) {
                var path = cell.getKey();
                if (cell.getValue().isEmpty() || cell.getValue().equals(values.get(path))) {
                    continue;
                }
                if (typed.contains(path) && !isFile) {
                    asked++;
                } else {
                    values.put(path, cell.getValue());
                    typed.remove(path);
                }
            }
            if (before == null || !values.equals(before.values())) {
                changed.add(number);
                stack(number).push(new Version(values, typed, imports.size()));
            }
            return asked;
        }

        private void edit() {
            var number = numbers.get(random.nextInt(numbers.size()));
            var before = stack(number).peek();
            var path = PATHS.get(random.nextInt(PATHS.size()));
            var value = random.nextInt(4) == 0 ? "" : value(path);
            if (before == null || value.equals(before.values().getOrDefault(path, ""))) {
                return;
            }
            office.edit(record(number).orElseThrow(), "screen", Map.of(path, value));
            var values = new HashMap<>(before.values());
            values.put(path, value);
            values.values().removeIf(String::isEmpty);
            var typed = new HashSet<>(before.typed());
            typed.add(path);
            stack(number).push(new Version(values, typed, -1));
        }

        private void undo() {
            var isLast = random.nextBoolean();
            var wanted = isLast ? last() : imports.isEmpty() ? -1 : random.nextInt(imports.size());
            if (wanted < 0) {
                assertEquals(Optional.empty(), tried(Optional.of(new UUID(7, 7))), about);
                return;
            }
            var removed = 0;
            var restored = 0;
            var left = 0;
            for (var number : changedBy.get(wanted)) {
                var stack = stack(number);
                if (stack.stream().noneMatch(version -> version.made() == wanted)) {
                    continue;
                }
                if (stack.element().made() != wanted) {
                    left++;
                    continue;
                }
                stack.pop();
                undone.add(wanted);
                if (stack.isEmpty()) {
                    removed++;
                } else {
                    restored++;
                }
            }
            var result = tried(isLast ? Optional.empty() : Optional.of(imports.get(wanted)))
                    .orElseThrow();
            assertEquals(imports.get(wanted), result.id(), about);
            assertEquals(
                    List.of(removed, restored, left),
                    List.of(result.removed(), result.restored(), result.left().size()),
                    about);
            note("removed", removed);
            note("restored", restored);
            note("left", left);
        }

        private int last() {
            for (var n = imports.size() - 1; n >= 0; n--) {
                if (!undone.contains(n)) {
                    return n;
                }
            }
            return -1;
        }

        private Optional<Undo.Result> tried(Optional<UUID> id) {
            try {
                return Optional.of(office.undo(id));
            } catch (AppException e) {
                return Optional.empty();
            }
        }

        private void compare(int step) {
            for (var number : numbers) {
                var version = stack(number).peek();
                var record = record(number);
                assertEquals(version != null, record.isPresent(), about + " step " + step);
                if (version != null) {
                    var values = new HashMap<String, String>();
                    PATHS.forEach(path ->
                            record.orElseThrow().content().get(path).ifPresent(value -> values.put(path, value)));
                    assertEquals(version.values(), values, about + " step " + step);
                }
            }
        }

        private Optional<ArchiveRecord> record(String number) {
            return office.records().stream()
                    .filter(record -> record.content().text("head.number").equals(number))
                    .findFirst();
        }

        private String value(String path) {
            return path.equals("file.note")
                    ? List.of("东头", "西头", "后街").get(random.nextInt(3))
                    : Integer.toString((path.equals("head.people") ? 4 : 1) + random.nextInt(3));
        }

        private void note(String what, long times) {
            if (times > 0) {
                seen.add(what);
            }
        }
    }
}

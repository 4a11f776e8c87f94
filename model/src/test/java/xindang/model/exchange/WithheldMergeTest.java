package xindang.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;
import xindang.model.law.Gate;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** An office that keeps marks and one that keeps the values apply the same changes to the same end. */
class WithheldMergeTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final List<String> PATHS = List.of(
            "head.name",
            "head.residence",
            "file.note",
            "family.members.m1.name",
            "family.members.m1.awayPlace",
            "family.members.m2.name");

    /** What the office with the longer list refuses. */
    private static boolean isForbidden(String value) {
        return value.startsWith("x");
    }

    private static Change withheld(Change change) {
        return Gate.withholding(
                        (template, sent, path, value) ->
                                isForbidden(value) ? Optional.of("law.forbidden") : Optional.empty(),
                        HOUSEHOLD,
                        change)
                .change();
    }

    private static Change change(long sequence, String device, Map<String, FieldChange> fields) {
        return new Change(
                Change.FORMAT,
                new UUID(3, sequence),
                new UUID(7, 7),
                HOUSEHOLD.ref(),
                new Body.Fields(List.copyOf(fields.values()), List.of()),
                Author.of(new UUID(5, 1), "张敏"),
                Instant.ofEpochSecond(sequence),
                "edit",
                device,
                sequence,
                Change.GENESIS,
                Optional.empty());
    }

    @Test
    void bothKindsOfOfficesHaveTheSameContentAndTheSameConflicts() {
        var conflicts = 0;
        for (var seed = 0; seed < 300; seed++) {
            conflicts += history(new Random(seed), seed);
        }
        assertTrue(conflicts > 300, "conflicts " + conflicts);
    }

    private static int history(Random random, int seed) {
        var whole = new Side();
        var marked = new Side();
        for (var i = 1; i <= 25; i++) {
            // what the writer saw is what one of the two offices had some changes ago
            var writer = random.nextBoolean() ? whole : marked;
            var saw = writer.states.get(Math.max(0, writer.states.size() - 1 - random.nextInt(3)));
            var change = change(i, "D" + random.nextInt(3), fields(random, saw, i));
            whole.apply(change);
            marked.apply(withheld(change));
            assertEquals(whole.digests(), marked.digests(), "seed " + seed + " change " + i);
            assertEquals(whole.clashes(), marked.clashes(), "seed " + seed + " change " + i);
        }
        assertEquals(
                List.of(),
                marked.values().stream().filter(WithheldMergeTest::isForbidden).toList());
        return whole.state.conflicts().size();
    }

    private static Map<String, FieldChange> fields(Random random, Content saw, int number) {
        var fields = new TreeMap<String, FieldChange>();
        if (random.nextInt(4) == 0) {
            var row = "family.members.m" + (1 + random.nextInt(2));
            Row.values(saw, row)
                    .forEach((path, value) ->
                            fields.put(path, new FieldChange(path, Optional.of(value), Optional.empty())));
            return fields;
        }
        for (var i = 0; i <= random.nextInt(2); i++) {
            var path = PATHS.get(random.nextInt(PATHS.size()));
            var value = (random.nextInt(3) == 0 ? "x" : "v") + number;
            fields.put(path, new FieldChange(path, saw.kept(path), Optional.of(value)));
        }
        return fields;
    }

    /** What an office has. */
    private static final class Side {
        private final Authors authors = new Authors();
        private final List<Content> states = new ArrayList<>(List.of(Content.EMPTY));
        private Merge.State state = Merge.State.EMPTY;

        void apply(Change change) {
            var after = Merge.apply(HOUSEHOLD, state, change, authors).state();
            authors.follow(state.content(), change, after.content());
            state = after;
            states.add(after.content());
        }

        List<String> values() {
            return List.copyOf(state.content().asMap().values());
        }

        Map<String, String> digests() {
            return state.content().asMap().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, value -> Withheld.digest(value.getValue())));
        }

        Map<UUID, List<String>> clashes() {
            return state.conflicts().stream()
                    .collect(Collectors.toMap(
                            Conflict::id,
                            conflict -> List.of(
                                    conflict.path(),
                                    digest(conflict, conflict.base()),
                                    side(conflict, conflict.kept()),
                                    side(conflict, conflict.offered()))));
        }

        private static String side(Conflict conflict, Conflict.Side side) {
            return digest(conflict, side.value()) + side.user() + side.device() + side.at() + side.change();
        }

        private static String digest(Conflict conflict, Optional<String> value) {
            if (!conflict.isRow()) {
                return value.map(Withheld::digest).orElse("");
            }
            var row = new TreeMap<>(Row.read(conflict.path(), value));
            row.replaceAll((path, text) -> Withheld.digest(text));
            return row.toString();
        }
    }
}

package xindang.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Row;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.MergePolicy;
import xindang.model.template.Template;

/** The merge that client and platform share, policy by policy. */
class MergeTest extends MergeSteps {
    private static final List<String> CODES = List.of("cadre", "disabled", "party", "relieved", "veteran");

    @Test
    void changesOfDifferentFieldsMergeInAnyOrder() {
        var phone = change(field("head.phone", "15400000001", "15400000002"));
        var name = change(field("head.name", "关庆林", "关长林"));
        var start = Map.of("head.phone", "15400000001", "head.name", "关庆林");

        assertEquals(
                after(start, phone, name).state(), after(start, name, phone).state());
        assertEquals(Merge.Outcome.APPLIED, after(start, phone, name).outcome());
    }

    @Test
    void theSameValueFromTwoOfficesIsNoClash() {
        var first = change(field("head.phone", "15400000001", "15400000002"));
        var second = change(field("head.phone", "15400000001", "15400000002"));

        var merged = after(Map.of("head.phone", "15400000001"), first, second);

        assertEquals(Merge.Outcome.APPLIED, merged.outcome());
        assertEquals(List.of(), merged.state().conflicts());
    }

    @Test
    void aClashKeepsBothValuesWithWhatBothSaw() {
        var first = change(field("head.phone", "15400000001", "15400000002"));
        var second = change(field("head.phone", "15400000001", "15400000003"));

        var merged = after(Map.of("head.phone", "15400000001"), first, second);

        assertEquals(Merge.Outcome.CONFLICT, merged.outcome());
        assertEquals("15400000002", merged.state().content().text("head.phone"));
        var conflict = merged.state().conflicts().get(0);
        assertEquals(Optional.of("15400000001"), conflict.base());
        assertEquals(Optional.of("15400000002"), conflict.kept().value());
        assertEquals(Optional.of("15400000003"), conflict.offered().value());
        assertEquals(second.id(), conflict.offered().change());
    }

    @Test
    void aDecisionWritesItsValueAndEndsTheConflict() {
        var clash = after(
                Map.of("head.phone", "15400000001"),
                change(field("head.phone", "15400000001", "15400000002")),
                change(field("head.phone", "15400000001", "15400000003")));
        var decision = change(
                List.of(clash.state().conflicts().get(0).id()), field("head.phone", "15400000002", "15400000004"));

        var decided = Merge.apply(TEMPLATE, clash.state(), decision, path -> Optional.empty());

        assertEquals("15400000004", decided.state().content().text("head.phone"));
        assertEquals(List.of(), decided.state().conflicts());
    }

    @Test
    void twoNotesAreAConflictThatLosesNoWord() {
        var merged = after(
                Map.of("file.note", "甲"), change(field("file.note", "甲", "乙")), change(field("file.note", "甲", "丙")));

        assertEquals(Merge.Outcome.CONFLICT, merged.outcome());
        assertEquals("乙", merged.state().content().text("file.note"));
        assertEquals(Optional.of("丙"), only(merged).offered().value());
    }

    /** In every shipped template, whatever two people typed for one field without seeing each other's is there afterwards. */
    @Test
    void noFieldOfAShippedTemplateLosesWhatSomebodyTyped() {
        for (var template : ShippedTemplates.load().subjects()) {
            for (var path : paths(template)) {
                var start = new Merge.State(Content.of(Map.of(path, "a")), List.of());
                var one = Merge.apply(template, start, change(field(path, "a", "a,b")), at -> Optional.empty());
                var both = Merge.apply(template, one.state(), change(field(path, "a", "a,c")), at -> Optional.empty());

                var value = both.state().content().text(path);
                assertTrue(
                        value.equals("a,b,c")
                                || (value.equals("a,b")
                                        && only(both).offered().value().equals(Optional.of("a,c"))),
                        template.id() + " " + path + ": " + value + " " + both.state());
            }
        }
    }

    private static List<String> paths(Template template) {
        var paths = new ArrayList<String>();
        for (var block : template.blocks()) {
            for (var field : block.fields()) {
                var path = block.id() + "." + field.id();
                if (field.fields().isEmpty()) {
                    paths.add(path);
                }
                field.fields().forEach(inner -> paths.add(path + ".r1." + inner.id()));
            }
        }
        return paths;
    }

    @Test
    void setsUniteInAnyOrderWhateverWasAddedAndTakenAway() {
        for (var seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var base = some(random);
            var start = Map.of("head.special", base);
            var one = change(field("head.special", base, some(random)));
            var other = change(field("head.special", base, some(random)));

            assertEquals(
                    after(start, one, other).state().content().asMap(),
                    after(start, other, one).state().content().asMap(),
                    "seed " + seed);
        }
    }

    @Test
    void aDecisionThatMeetsAValueItsDeciderNeverSawIsANewConflict() {
        var clash = after(
                Map.of("head.phone", "15400000035"),
                change(field("head.phone", "15400000035", "15400000039")),
                change(field("head.phone", "15400000035", "15400000037")));
        var decided = clash.state().conflicts().get(0).id();
        var third = change(field("head.phone", "15400000039", "15400000036"));
        var decision = change(List.of(decided), field("head.phone", "15400000039", "15400000037"));

        var merged = all(clash.state(), third, decision);

        assertEquals("15400000036", merged.state().content().text("head.phone"));
        assertEquals(1, merged.state().conflicts().size());
        var again = merged.state().conflicts().get(0);
        assertEquals(Optional.of("15400000036"), again.kept().value());
        assertEquals(Optional.of("15400000037"), again.offered().value());
        assertEquals(third.id(), again.kept().change());
    }

    @Test
    void aDecisionThatKeepsChangesNothing() {
        var clash = after(
                Map.of("head.phone", "15400000035"),
                change(field("head.phone", "15400000035", "15400000039")),
                change(field("head.phone", "15400000035", "15400000036")));
        var third = change(field("head.phone", "15400000039", "15400000036"));
        var kept = change(List.of(clash.state().conflicts().get(0).id()), List.of());

        var merged = all(clash.state(), third, kept);

        assertEquals("15400000036", merged.state().content().text("head.phone"));
        assertEquals(List.of(), merged.state().conflicts());
    }

    @Test
    void twoDecisionsOfOneConflictThatDifferAreANewOne() {
        var clash = after(
                        Map.of("head.phone", "15400000035"),
                        change(field("head.phone", "15400000035", "15400000001")),
                        change(field("head.phone", "15400000035", "15400000002")))
                .state();
        var ids = List.of(clash.conflicts().get(0).id());
        for (var decisions : List.of(List.of("1", "2"), List.of("1", "5"), List.of("2", "5"), List.of("1", ""))) {
            together(clash, decision(ids, decisions.get(0)), decision(ids, decisions.get(1)), true);
        }
        for (var equal : List.of("1", "2", "5", "")) {
            together(clash, decision(ids, equal), decision(ids, equal), false);
        }
    }

    private Change decision(List<UUID> ids, String digit) {
        return change(ids, field("head.phone", "15400000001", digit.isEmpty() ? "" : "1540000000" + digit));
    }

    @Test
    void aDecisionThatCameInTimeLeavesWhatSomebodyTypedSince() {
        var clash = after(
                        Map.of("head.phone", "15400000035"),
                        change(field("head.phone", "15400000035", "15400000001")),
                        change(field("head.phone", "15400000035", "15400000002")))
                .state();
        var third = change(field("head.phone", "15400000001", "15400000006"));

        var merged = all(clash, third, decision(List.of(clash.conflicts().get(0).id()), "1"));

        assertEquals("15400000006", merged.state().content().text("head.phone"));
        assertEquals(List.of(), merged.state().conflicts());
    }

    /** Random changes of a few values by writers who saw any earlier state. */
    @Test
    void mergingKeepsItsPromisesWhateverTheHistory() {
        var paths = List.of(
                "head.phone",
                "head.people",
                "file.note",
                "head.special",
                ROW + ".name",
                ROW + ".birth",
                ROW + ".phone");
        for (var seed = 0; seed < 1500; seed++) {
            var random = new Random(seed);
            var states = new ArrayList<Merge.State>(List.of(new Merge.State(Content.of(MEMBER), List.of())));
            var authors = new Authors();
            for (var step = 0; step < 8; step++) {
                var seen = states.get(random.nextInt(states.size()));
                var now = states.get(states.size() - 1);
                var change = random(random, seen, paths);
                var merged = Merge.apply(TEMPLATE, now, change, authors);
                var text = "seed " + seed + " step " + step;
                assertEquals(merged, Merge.apply(TEMPLATE, now, change, authors), text);
                authors.follow(now.content(), change, merged.state().content());
                assertEquals(
                        merged.state(),
                        Merge.apply(TEMPLATE, merged.state(), change, authors).state(),
                        text);
                for (var conflict : merged.raised()) {
                    assertNotEquals(conflict.kept().value(), conflict.offered().value(), text);
                }
                for (var field : change.fields()) {
                    assertTrue(
                            field.after().isEmpty()
                                    || TEMPLATE.field(field.path())
                                                    .map(it -> it.merge())
                                                    .orElse(MergePolicy.ASK)
                                            != MergePolicy.ASK
                                    || has(merged.state(), field),
                            text + " lost " + field);
                }
                states.add(merged.state());
            }
        }
    }

    private static boolean has(Merge.State state, FieldChange field) {
        return state.content().get(field.path()).equals(field.after())
                || state.conflicts().stream()
                        .anyMatch(conflict -> conflict.isRow()
                                ? field.after()
                                        .equals(Optional.ofNullable(Row.read(
                                                        conflict.path(),
                                                        conflict.offered().value())
                                                .get(field.path())))
                                : conflict.offered().value().equals(field.after()));
    }

    private Change random(Random random, Merge.State seen, List<String> paths) {
        if (random.nextInt(4) == 0 && !Row.values(seen.content(), ROW).isEmpty()) {
            return deletion(Row.values(seen.content(), ROW));
        }
        var resolves = seen.conflicts().isEmpty() || random.nextBoolean()
                ? List.<UUID>of()
                : List.of(seen.conflicts().get(0).id());
        var fields = new ArrayList<FieldChange>();
        for (var path : paths) {
            if (random.nextInt(3) == 0) {
                var value = path.equals("head.special") ? some(random) : Integer.toString(random.nextInt(4));
                if (!value.equals(seen.content().text(path))) {
                    fields.add(field(path, seen.content().text(path), value));
                }
            }
        }
        return change(resolves, fields);
    }

    private static String some(Random random) {
        var chosen = new ArrayList<String>();
        for (var code : CODES) {
            if (random.nextBoolean()) {
                chosen.add(code);
            }
        }
        return String.join(",", chosen);
    }

    private static Merge.Merged after(Map<String, String> start, Change first, Change second) {
        var state = new Merge.State(Content.of(start), List.of());
        var once = Merge.apply(TEMPLATE, state, first, path -> Optional.empty());
        return Merge.apply(TEMPLATE, once.state(), second, path -> Optional.<Conflict.Side>empty());
    }
}

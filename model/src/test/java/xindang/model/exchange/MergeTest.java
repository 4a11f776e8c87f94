package xindang.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
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
import xindang.model.archive.TemplateRef;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** The merge that client and platform share, policy by policy. */
class MergeTest {
    private static final TemplateRef REF = new TemplateRef("household", 1);
    private static final Template TEMPLATE = ShippedTemplates.load().get(REF);
    private static final UUID RECORD = new UUID(0, 1);
    private static final Instant AT = Instant.parse("2026-11-18T06:00:00Z");
    private static final List<String> CODES = List.of("cadre", "disabled", "party", "relieved", "veteran");

    private long made;

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
    void theLaterOfTwoNotesStands() {
        var merged = after(
                Map.of("file.note", "甲"), change(field("file.note", "甲", "乙")), change(field("file.note", "甲", "丙")));

        assertEquals(Merge.Outcome.MERGED, merged.outcome());
        assertEquals("丙", merged.state().content().text("file.note"));
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

    private static FieldChange field(String path, String before, String after) {
        return new FieldChange(path, text(before), text(after));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    private Change change(FieldChange field) {
        return change(List.of(), field);
    }

    private Change change(List<UUID> resolves, FieldChange field) {
        made++;
        return new Change(
                new UUID(1, made),
                RECORD,
                REF,
                "230184101205",
                List.of(field),
                "王海燕",
                AT,
                "edit",
                resolves,
                "LL-0" + made,
                1,
                Change.GENESIS,
                Optional.empty());
    }
}

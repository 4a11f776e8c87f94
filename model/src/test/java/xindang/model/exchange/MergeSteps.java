package xindang.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** Changes of a household that tests merge one after the other. */
abstract class MergeSteps {
    private static final TemplateRef REF = new TemplateRef("household", 1);
    static final Template TEMPLATE = ShippedTemplates.load().get(REF);
    private static final UUID RECORD = new UUID(0, 1);
    private static final Instant AT = Instant.parse("2026-11-18T06:00:00Z");
    static final String ROW = "family.members.m1";
    static final Map<String, String> MEMBER =
            Map.of(ROW + ".name", "关长林", ROW + ".relation", "02", ROW + ".birth", "1980");

    private long made;

    final Change deletion(Map<String, String> row) {
        return change(
                List.of(),
                row.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(value -> field(value.getKey(), value.getValue(), ""))
                        .toList());
    }

    static Conflict only(Merge.Merged merged) {
        return only(merged.state());
    }

    static Conflict only(Merge.State state) {
        assertEquals(1, state.conflicts().size());
        return state.conflicts().get(0);
    }

    static Merge.Merged all(Map<String, String> start, Change... changes) {
        return all(new Merge.State(Content.of(start), List.of()), changes);
    }

    static Merge.Merged all(Merge.State start, Change... changes) {
        var authors = new Authors();
        var merged = new Merge.Merged(start, Merge.Outcome.APPLIED, List.of());
        for (var change : changes) {
            var before = merged.state();
            merged = Merge.apply(TEMPLATE, before, change, authors);
            authors.follow(before.content(), change, merged.state().content());
        }
        return merged;
    }

    static FieldChange field(String path, String before, String after) {
        return new FieldChange(path, text(before), text(after));
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }

    final Change change(FieldChange field) {
        return change(List.of(), field);
    }

    final Change change(List<UUID> resolves, FieldChange field) {
        return change(resolves, List.of(field));
    }

    final Change change(List<UUID> resolves, List<FieldChange> fields) {
        made++;
        return new Change(
                Change.FORMAT,
                new UUID(1, made),
                RECORD,
                REF,
                new Body.Fields(fields, resolves),
                Author.of(new UUID(5, 1), "王海燕"),
                AT,
                "edit",
                "LL-0" + made,
                1,
                Change.GENESIS,
                Optional.empty());
    }

    /** Both orders of two decisions of one conflict about a value, or about a row, by offices that did not see each other's. */
    final void together(Merge.State clash, Change one, Change other, boolean differ) {
        for (var order : List.of(List.of(one, other), List.of(other, one))) {
            var merged = all(clash, order.get(0), order.get(1));
            assertEquals(differ ? 1 : 0, merged.state().conflicts().size(), order + " " + merged.state());
            assertEquals(
                    Merge.apply(TEMPLATE, clash, order.get(0), path -> Optional.empty())
                            .state()
                            .content(),
                    merged.state().content());
            assertEquals(differ ? Merge.Outcome.CONFLICT : Merge.Outcome.APPLIED, merged.outcome());
        }
    }
}

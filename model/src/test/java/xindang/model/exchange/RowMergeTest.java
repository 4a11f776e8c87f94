package xindang.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Row;

/** Rows that one deletes and another changes. */
class RowMergeTest extends MergeSteps {
    @Test
    void twoDecisionsOfARowThatDifferAreANewConflict() {
        var edited = new TreeMap<>(MEMBER);
        edited.put(ROW + ".birth", "1981");
        var stays = edited.entrySet().stream()
                .map(value -> field(value.getKey(), value.getValue(), value.getValue()))
                .toList();
        var kept = all(MEMBER, change(field(ROW + ".birth", "1980", "1981")), deletion(MEMBER))
                .state();
        var ids = List.of(kept.conflicts().get(0).id());
        var deletes = change(ids, deletion(edited).fields());
        together(kept, change(ids, stays), deletes, true);
        together(kept, deletes, change(ids, deletion(edited).fields()), false);
        together(kept, change(ids, stays), change(ids, stays), false);

        var deleted = all(MEMBER, deletion(MEMBER), change(field(ROW + ".birth", "1980", "1981")))
                .state();
        var other = List.of(deleted.conflicts().get(0).id());
        var absent = edited.keySet().stream().map(path -> field(path, "", "")).toList();
        var back = edited.entrySet().stream()
                .map(value -> field(value.getKey(), "", value.getValue()))
                .toList();
        together(deleted, change(other, absent), change(other, back), true);
        together(deleted, change(other, absent), change(other, absent), false);
        together(deleted, change(other, back), change(other, back), false);
    }

    @Test
    void aWitnessOfARowIsNoDecisionAboutIt() {
        var phones = Map.of(ROW + ".name", "关长林", ROW + ".phone", "15400000001");
        var clash = all(
                        phones,
                        change(field(ROW + ".phone", "15400000001", "15400000002")),
                        change(field(ROW + ".phone", "15400000001", "")))
                .state();
        var ids = List.of(clash.conflicts().get(0).id());
        var empties =
                change(ids, RowMerge.withStaying(clash.content(), List.of(field(ROW + ".phone", "15400000002", ""))));
        var renamed = change(field(ROW + ".name", "关长林", "关庆林"));
        var twin = change(ids, empties.fields());

        var merged = all(clash, twin, renamed, empties);

        assertEquals(List.of(), merged.state().conflicts());
        assertEquals(Map.of(ROW + ".name", "关庆林"), merged.state().content().asMap());
    }

    @Test
    void aRowChangedHereAndDeletedThereStaysWholeAndIsOneConflict() {
        var third = change(field(ROW + ".phone", "", "15400000001"));
        var edit = change(field(ROW + ".birth", "1980", "1981"));

        var merged = all(MEMBER, third, edit, deletion(MEMBER));

        var whole = new TreeMap<>(MEMBER);
        whole.put(ROW + ".birth", "1981");
        whole.put(ROW + ".phone", "15400000001");
        assertEquals(whole, merged.state().content().asMap());
        var conflict = only(merged);
        assertEquals(ROW, conflict.path());
        assertTrue(conflict.isRow());
        assertEquals(Row.text(MEMBER), conflict.base());
        assertEquals(Row.text(whole), conflict.kept().value());
        assertEquals(edit.id(), conflict.kept().change());
        assertEquals(Optional.empty(), conflict.offered().value());
    }

    @Test
    void aRowDeletedHereAndChangedThereStaysDeletedAndIsOneConflict() {
        var deletion = deletion(MEMBER);
        var edit = change(
                List.of(), List.of(field(ROW + ".birth", "1980", "1981"), field(ROW + ".phone", "", "15400000001")));

        var merged = all(MEMBER, deletion, edit);

        assertEquals(Map.of(), merged.state().content().asMap());
        var conflict = only(merged);
        var offered = new TreeMap<>(MEMBER);
        offered.put(ROW + ".birth", "1981");
        offered.put(ROW + ".phone", "15400000001");
        assertEquals(ROW, conflict.path());
        assertEquals(Optional.empty(), conflict.kept().value());
        assertEquals(deletion.id(), conflict.kept().change());
        assertEquals(Row.text(MEMBER), conflict.base());
        assertEquals(Row.text(offered), conflict.offered().value());
    }

    @Test
    void aValueAddedToARowThatIsDeletedIsAConflictToo() {
        var adds = RowMerge.withStaying(Content.of(MEMBER), List.of(field(ROW + ".phone", "", "15400000001")));
        var merged = all(MEMBER, deletion(MEMBER), change(List.of(), adds));

        assertEquals(Map.of(), merged.state().content().asMap());
        assertEquals(ROW, only(merged).path());
    }

    /** The writer emptied a value in a decision that did not count, and fills it again: the others are not torn off. */
    @Test
    void aValueThatTheDeletedRowHadIsNoNewRow() {
        var emptied = Content.of(MEMBER).with(ROW + ".birth", null);
        var adds = RowMerge.withStaying(emptied, List.of(field(ROW + ".birth", "", "1981")));
        var merged = all(MEMBER, deletion(MEMBER), change(List.of(), adds));

        assertEquals(Map.of(), merged.state().content().asMap());
        assertEquals(ROW, only(merged).path());
    }

    @Test
    void aRowMadeAgainUnderItsKeyIsNoConflict() {
        var again = change(List.of(), List.of(field(ROW + ".name", "", "关庆林"), field(ROW + ".relation", "", "03")));

        var merged = all(MEMBER, deletion(MEMBER), again);

        assertEquals(List.of(), merged.state().conflicts());
        assertEquals("关庆林", merged.state().content().text(ROW + ".name"));
    }

    @Test
    void emptyingOneValueOfARowIsNoDeletion() {
        var before = Content.of(MEMBER);
        var fields = RowMerge.withStaying(before, List.of(field(ROW + ".name", "关长林", "")));

        var merged = all(MEMBER, change(field(ROW + ".birth", "1980", "1981")), change(List.of(), fields));

        assertEquals(List.of(), merged.state().conflicts());
        assertEquals(
                Map.of(ROW + ".relation", "02", ROW + ".birth", "1981"),
                merged.state().content().asMap());
    }

    @Test
    void aDeletionThatSawTheWholeRowDeletesIt() {
        assertEquals(Map.of(), all(MEMBER, deletion(MEMBER)).state().content().asMap());
        assertEquals(
                List.of(),
                all(MEMBER, deletion(MEMBER), deletion(MEMBER)).state().conflicts());
    }

    /** "Keep" leaves what is there now, also when somebody who saw the row deleted it meanwhile. */
    @Test
    void aRowThatIsKeptStaysDeletedWhenSomebodyDeletedItSince() {
        var edited = new TreeMap<>(MEMBER);
        edited.put(ROW + ".birth", "1981");
        var clash = all(MEMBER, change(field(ROW + ".birth", "1980", "1981")), deletion(MEMBER))
                .state();
        var stays = edited.entrySet().stream()
                .map(value -> field(value.getKey(), value.getValue(), value.getValue()))
                .toList();

        var merged = all(clash, deletion(edited), change(List.of(only(clash).id()), stays));

        assertEquals(Map.of(), merged.state().content().asMap());
        assertEquals(List.of(), merged.state().conflicts());
    }

    @Test
    void whatStaysOfARowIsAnotherValueAndTheFieldsAreInOrder() {
        for (var path : MEMBER.keySet()) {
            var fields = RowMerge.withStaying(Content.of(MEMBER), List.of(field(path, MEMBER.get(path), "")));

            var paths = fields.stream().map(FieldChange::path).toList();
            assertEquals(2, paths.stream().distinct().count(), paths.toString());
            assertEquals(paths.stream().sorted().toList(), paths);
        }
    }

    @Test
    void theOtherSideOfADeletionIsWhoWroteWhatItsWriterDidNotSee() {
        var born = change(field(ROW + ".birth", "1980", "1981"));
        var related = change(field(ROW + ".relation", "02", "03"));
        var seen = new TreeMap<>(MEMBER);
        seen.put(ROW + ".birth", "1981");

        var unseen = all(MEMBER, born, related, deletion(seen));
        assertEquals(related.id(), only(unseen).kept().change());

        var all = new TreeMap<>(seen);
        all.put(ROW + ".relation", "03");
        var late = change(List.of(new UUID(9, 9)), deletion(all).fields());
        assertEquals(born.id(), only(all(MEMBER, born, related, late)).kept().change());
    }
}

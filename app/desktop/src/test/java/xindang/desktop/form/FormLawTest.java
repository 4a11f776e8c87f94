package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.desktop.form.Forms.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.SteppedTasks;
import xindang.model.archive.FieldChange;
import xindang.model.law.ConsentRow;

/** A form hides items without consent and expired bad information. */
class FormLawTest {
    private final Bench bench = new Bench();
    private final Forms forms = new Forms(bench);

    @Test
    void opensWhatNeedsConsentOnlyWhenItIsGiven() {
        var form = forms.begun();
        type(form, "finance.deposits", "50000");
        assertTrue(form.wrongProperty().get().containsKey("finance.deposits"));

        Forms.consent(form, ConsentRow.SIGNED, "finance.deposits");
        type(form, "finance.deposits", "50001");

        assertTrue(form.consents().covers("finance.deposits"));
        assertEquals("50001.00", form.contentProperty().get().text("finance.deposits"));
        assertFalse(form.consents().covers("income"));
    }

    @Test
    void showsNothingOfWhatAWithdrawnConsentAllowedNotEvenInTheHistory() {
        var form = forms.begun();
        Forms.consent(form, ConsentRow.SIGNED, "finance.deposits");
        type(form, "finance.deposits", "50001");
        Forms.consent(form, ConsentRow.WITHDRAWN, "finance.deposits");

        assertTrue(form.consents().closes("finance.deposits"));
        assertFalse(form.all().containsKey("finance.deposits"));
        assertEquals(List.of(), bench.dialogs.failures);
        var told = form.history().toString();
        assertFalse(told.contains("50,001"), told);
        assertTrue(told.contains("没有有效的书面同意"), told);

        form.deleteValues(Map.of("finance.deposits", ""));
        assertEquals(Optional.empty(), form.contentProperty().get().get("finance.deposits"));
    }

    @Test
    void showsNothingOfAChildThatTwoOfficesWroteAndTakesItAway() {
        bench.fill(1);
        var row = "family.members.c1.";
        bench.arrives(
                bench.any(),
                FieldChange.set(row + "name", "那小满"),
                FieldChange.set(row + "relation", "20"),
                FieldChange.set(row + "under14", "true"),
                FieldChange.set(row + "note", "在镇小学读二年级"),
                FieldChange.set(row + "education", "60"));
        var form = forms.open(bench.any());

        assertFalse(form.all().containsKey(row + "note"));
        var child = ChildPart.children(form).get(0);
        assertEquals("那小满", child.name());
        assertEquals(List.of(row + "education", row + "note"), child.paths());
        form.readHistory();
        var history = form.history().toString();
        assertFalse(history.contains("小学"), history);
        assertTrue(history.contains("未满十四周岁"), history);

        form.deleteValues(Map.of(row + "education", "", row + "note", ""));
        assertEquals(List.of(), ChildPart.children(form));
        assertEquals("那小满", form.contentProperty().get().text(row + "name"));
    }

    @Test
    void saysAtOnceWhatLooksOddInAnArchiveButNothingOfWhatIsHidden() {
        bench.fill(1);
        bench.arrives(
                bench.any(),
                FieldChange.set("adverse.items.a1.kind", "dishonest"),
                FieldChange.set("adverse.items.a2.kind", "dishonest"),
                FieldChange.set("adverse.items.a2.endsOn", "2001-01-01"));
        var odd = forms.open(bench.any()).oddProperty().get();

        assertTrue(odd.containsKey("adverse.items.a1.fact"), odd.toString());
        assertFalse(odd.containsKey("adverse.items.a2.fact"), odd.toString());
    }

    @Test
    void doesNotListARowWhoseTermIsOverAndTellsNothingOfItInTheHistory() {
        bench.fill(1);
        var lastDay = LocalDate.now(Bench.CLOCK).minusYears(5);
        bench.arrives(
                bench.any(),
                FieldChange.set("adverse.items.a1.endsOn", lastDay.minusDays(1).toString()),
                FieldChange.set("adverse.items.a1.fact", "贷款逾期四个月"));
        bench.arrives(
                bench.any(),
                FieldChange.set("adverse.items.a2.endsOn", lastDay.toString()),
                FieldChange.set("adverse.items.a2.fact", "联保代偿未清"));
        var form = forms.open(bench.any());

        assertEquals(List.of("a2"), form.rows("adverse.items"));
        assertFalse(form.all().containsKey("adverse.items.a1.fact"));
        assertEquals("联保代偿未清", form.all().get("adverse.items.a2.fact"));
        form.readHistory();
        var told = form.history().toString();
        assertFalse(told.contains("贷款逾期四个月"), told);
        assertTrue(told.contains("保存期已满"), told);
        assertTrue(told.contains("联保代偿未清"), told);
    }

    @Test
    void tellsADeletionOfWhatIsOverInOneSentence() {
        bench.fill(1);
        var fact = "adverse.items.a1.fact";
        bench.arrives(bench.any(), FieldChange.set(fact, "贷款逾期四个月"));
        bench.arrives("retention", bench.any(), new FieldChange(fact, Optional.of("贷款逾期四个月"), Optional.empty()));
        var form = forms.open(bench.any());

        form.readHistory();

        var newest = form.history().get(0);
        assertEquals("保存期已满，删除 1 项", newest.headline());
        assertEquals(List.of(), newest.steps());
        assertEquals(0, newest.more());
    }

    @Test
    void saysOfARowWhoseTermIsOverThatItIsNotTakenAndDoesNotKeepIt() {
        var form = forms.begun();
        type(
                form,
                "adverse.items.a1.endsOn",
                form.today().minusYears(5).minusDays(1).toString());

        var wrong = form.wrongProperty().get().get("adverse.items.a1.endsOn");
        assertEquals("law.term.over", wrong == null ? "" : wrong.code());
        assertFalse(form.contentProperty().get().hasBlock("adverse"));
        assertEquals(List.of("a1"), form.rows("adverse.items"));
    }

    @Test
    void takesARowOutOfTheArchiveWhoseEndProvesToBeTooLongAgo() {
        var form = forms.begun();
        var ended = form.today().minusYears(5).minusDays(1).toString();
        type(form, "adverse.items.a1.kind", "overdue");
        type(form, "adverse.items.a1.fact", "贷款逾期四个月");
        assertTrue(form.contentProperty().get().hasBlock("adverse"));

        type(form, "adverse.items.a1.endsOn", ended);

        assertFalse(bench.store.find(form.id()).orElseThrow().content().hasBlock("adverse"));
        assertEquals("贷款逾期四个月", form.value("adverse.items.a1.fact").get());
        assertEquals(3, form.stateProperty().get().waiting());
        assertEquals(Map.of(), bench.draftStore.all());

        type(form, "adverse.items.a1.endsOn", form.today().minusYears(1).toString());
        assertEquals("贷款逾期四个月", form.contentProperty().get().text("adverse.items.a1.fact"));
        assertEquals(0, form.stateProperty().get().waiting());
    }

    @Test
    void keepsARowThatHasItsEndThoughALongerPastOneIsTyped() {
        var form = forms.begun();
        type(form, "adverse.items.a1.fact", "贷款逾期四个月");
        type(form, "adverse.items.a1.endsOn", form.today().minusYears(1).toString());
        type(form, "adverse.items.a1.endsOn", form.today().minusYears(9).toString());

        assertEquals("贷款逾期四个月", form.contentProperty().get().text("adverse.items.a1.fact"));
        assertEquals(1, form.stateProperty().get().waiting());
    }

    @Test
    void forgetsWhatWasTypedIntoARowThatIsTakenAway() {
        var form = forms.begun();
        type(form, "adverse.items.a1.endsOn", form.today().minusYears(9).toString());
        form.removeRow("adverse.items", "a1");

        assertEquals(0, form.stateProperty().get().waiting());
        assertEquals(List.of(), forms.open(form.id()).rows("adverse.items"));
    }

    @Test
    void whatTheLawForbidsStaysOnTheScreenAndIsInNoDraft() {
        var form = forms.begun();
        form.value("head.phone").set("139");
        form.value("head.residence").set("二屯 老伴信基督教");

        assertEquals(
                Map.of("head.phone", "139"),
                bench.draftStore.read(form.id().toString()).all());
        assertEquals("二屯 老伴信基督教", form.value("head.residence").get());
        assertTrue(form.wrongProperty().get().containsKey("head.residence"));
        assertEquals(2, form.stateProperty().get().waiting());
        assertEquals(1, form.stateProperty().get().unlawful());

        form.leave("head.residence");
        assertEquals(
                Map.of("head.phone", "139"),
                bench.draftStore.read(form.id().toString()).all());
        assertEquals("", forms.open(form.id()).value("head.residence").get());

        form.value("head.residence").set("二屯");
        assertEquals(0, form.stateProperty().get().unlawful());
        assertEquals("二屯", forms.open(form.id()).value("head.residence").get());
    }

    @Test
    void namesAndGroupsAreRefusedAtTheirField() {
        var form = forms.begun();
        var before = form.contentProperty().get();
        for (var path : List.of("head.name", "file.group", "file.openedBy", "file.code")) {
            var kept = form.value(path).get();
            type(form, path, "基督教徒");
            assertEquals(Set.of(path), form.wrongProperty().get().keySet());
            assertEquals(before, bench.store.find(form.id()).orElseThrow().content());
            type(form, path, kept);
        }
        var key = bench.archives.edit(form.id(), Map.of("family.members.基督教徒.name", "周海山"), Bench.USER);
        assertEquals("family.members.基督教徒.name", key.violations().get(0).path());
        assertEquals(before, bench.store.find(form.id()).orElseThrow().content());
    }

    @Test
    void aDraftOfAnItemGoesWithItsConsent() {
        var form = forms.begun();
        Forms.consent(form, ConsentRow.SIGNED, "finance.deposits");
        form.value("finance.deposits").set("5万多");
        var place = form.id().toString();
        assertEquals(
                Map.of("finance.deposits", "5万多"), bench.draftStore.read(place).all());

        Forms.consent(form, ConsentRow.WITHDRAWN, "finance.deposits");

        assertEquals(Map.of(), bench.draftStore.all());
    }

    @Test
    void writesDownWhoTypesWithoutAPause() {
        var slow = new SteppedTasks();
        var opened = new ArrayList<FormViewModel>();
        var id = forms.begun().id();
        FormViewModel.open(bench.desk(slow), bench.office(), bench.drafts, id, opened::add);
        opened.get(0).value("head.phone").set("1");
        slow.lane("save");

        assertEquals(
                Map.of("head.phone", "1"), bench.draftStore.read(id.toString()).all());
    }
}

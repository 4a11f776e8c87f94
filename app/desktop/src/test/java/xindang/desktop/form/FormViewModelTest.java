package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.desktop.form.Forms.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.SteppedTasks;
import xindang.model.archive.DraftStore;
import xindang.model.archive.Durability;
import xindang.model.archive.Unsaved;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Violation;
import xindang.model.keeping.Drafts;

class FormViewModelTest {
    private final Bench bench = new Bench();
    private final Forms forms = new Forms(bench);

    @Test
    void savesAFieldWhenItIsLeft() {
        var form = forms.begun();

        type(form, "head.phone", "139 0451 2786");

        assertEquals("13904512786", form.contentProperty().get().text("head.phone"));
        assertEquals("13904512786", form.value("head.phone").get());
        assertEquals(Optional.of(Durability.LOCAL), form.stateProperty().get().saved());
        assertEquals(0, form.stateProperty().get().waiting());
    }

    @Test
    void writesNothingWhenNothingWasChanged() {
        var form = forms.begun();
        var before = bench.store.history(form.id()).size();

        form.leave("head.name");
        form.save();

        assertEquals(before, bench.store.history(form.id()).size());
    }

    @Test
    void keepsWhatIsWrongAsItWasTypedAndSaysWhy() {
        var form = forms.begun();

        type(form, "head.phone", "12");

        assertEquals("12", form.value("head.phone").get());
        assertEquals("", form.contentProperty().get().text("head.phone"));
        assertTrue(form.wrongProperty().get().containsKey("head.phone"));
        assertEquals(1, form.stateProperty().get().waiting());
        assertEquals(
                new Unsaved(Map.of("head.phone", "12"), Map.of()),
                bench.drafts.read(form.id().toString()));
    }

    @Test
    void bringsADraftBackWhenTheArchiveIsOpenedAgain() {
        var form = forms.begun();
        type(form, "head.phone", "12");

        var again = forms.open(form.id());

        assertEquals("12", again.value("head.phone").get());
        assertEquals(1, again.stateProperty().get().waiting());
        type(again, "head.phone", "13904512786");
        assertEquals(Unsaved.NONE, bench.drafts.read(form.id().toString()));
    }

    @Test
    void keepsNoVillageOfAnotherTownNotEvenAsADraft() {
        var form = forms.begun();
        var before = form.contentProperty().get().text("file.village");

        type(form, "file.village", "230184100206");

        assertEquals(before, form.contentProperty().get().text("file.village"));
        assertEquals(
                "record.place.outside",
                Optional.ofNullable(form.wrongProperty().get().get("file.village"))
                        .map(Violation::code)
                        .orElse(""));
        assertEquals(Unsaved.NONE, bench.drafts.read(form.id().toString()));
    }

    @Test
    void keepsWhatIsBeingTypedBeforeTheFieldIsLeft() {
        var form = forms.begun();
        form.value("head.phone").set("139004127");
        assertEquals(1, form.stateProperty().get().waiting());

        var again = forms.open(form.id());

        assertEquals("139004127", again.value("head.phone").get());
        assertEquals(1, again.stateProperty().get().waiting());
        assertEquals("", again.contentProperty().get().text("head.phone"));
        assertEquals(Map.of(), again.wrongProperty().get());
        type(again, "head.phone", "13900412786");
        assertEquals("13900412786", again.contentProperty().get().text("head.phone"));
        assertEquals(Unsaved.NONE, bench.drafts.read(form.id().toString()));
    }

    @Test
    void aNewArchiveKeepsWhatIsBeingTyped() {
        forms.begin("household").value("head.name").set("那守");

        assertEquals("那守", forms.begin("household").value("head.name").get());
    }

    @Test
    void saysThatTheNewestChangeWasHandedIn() {
        var form = forms.begun();
        assertEquals(Optional.of(Durability.LOCAL), form.stateProperty().get().saved());

        form.showHistory(List.of(new HistoryLine("11-18 14:32", Bench.USER, "", List.of(), 0, Durability.SETTLED)));

        assertEquals(Optional.of(Durability.SETTLED), form.stateProperty().get().saved());
    }

    @Test
    void fillsAFieldAsWithTheHouseholdBefore() {
        var last = new LastArchive();
        var first = forms.begun();
        type(first, "head.people", "4");
        var member = first.newRow();
        type(first, "family.members." + member + ".relation", "10");
        last.keep("household", first.id(), first.all());
        var second = forms.begun();
        var before = last.before("household", second.id()).orElseThrow();

        second.same("head.people", before);
        second.same("head.name", before);
        var row = second.newRow();
        second.value("family.members." + row + ".name").set("那玉兰");
        second.same("family.members." + row + ".relation", before);

        assertEquals("4", second.value("head.people").get());
        assertFalse(
                second.value("head.name").get().equals(first.value("head.name").get()));
        assertEquals("10", second.value("family.members." + row + ".relation").get());
        assertEquals(Optional.empty(), last.before("household", first.id()));
    }

    @Test
    void savesTheRightValuesBesideAWrongOne() {
        var form = forms.begun();

        form.value("head.phone").set("12");
        form.value("head.people").set("4");
        form.save();

        assertEquals("4", form.contentProperty().get().text("head.people"));
        assertEquals("12", form.value("head.phone").get());
        assertEquals(1, form.stateProperty().get().waiting());
    }

    @Test
    void anArchiveBeginsOnceItHasANameAndANumber() {
        var form = forms.begin("household");

        type(form, "head.name", "那守田");
        assertFalse(form.exists());
        assertEquals(Optional.empty(), bench.store.find(form.id()));
        type(form, "head.number", forms.person().number().toString());

        assertTrue(form.exists());
        assertEquals("那守田", bench.store.find(form.id()).orElseThrow().content().text("head.name"));
        assertEquals("230184101201", bench.store.find(form.id()).orElseThrow().region());
    }

    @Test
    void aNewArchiveIsMadeOnceHoweverFastItIsFilledIn() {
        var slow = new SteppedTasks();
        var begun = new ArrayList<FormViewModel>();
        FormViewModel.begin(bench.desk(slow), bench.office(), bench.drafts, "household", "230184101201", begun::add);
        var form = begun.get(0);

        type(form, "head.name", "那守田");
        type(form, "head.number", forms.person().number().toString());
        type(form, "head.people", "4");
        type(form, "head.phone", "12");
        slow.catchUp();

        assertEquals(List.of(), bench.dialogs.failures);
        assertEquals("4", bench.store.find(form.id()).orElseThrow().content().text("head.people"));
        assertEquals(
                new Unsaved(Map.of("head.phone", "12"), Map.of()),
                bench.drafts.read(form.id().toString()));
        assertEquals(Unsaved.NONE, bench.drafts.read(Drafts.ofNew("household")));
    }

    @Test
    void aSaveThatFailedLeavesNothingOldToComeBack() {
        var full = new AtomicBoolean();
        var store = new DraftStore() {
            @Override
            public Map<String, Unsaved> all() {
                return bench.draftStore.all();
            }

            @Override
            public void keep(String place, Unsaved unsaved) {
                if (full.get()) {
                    throw new AppException(ErrorCode.DISK_FULL, "full");
                }
                bench.draftStore.keep(place, unsaved);
            }
        };
        var box = new Drafts(store, bench.store, bench.office().templates(), Bench.CLOCK);
        var id = forms.begun().id();
        var opened = new ArrayList<FormViewModel>();
        FormViewModel.open(bench.desk(), bench.office(), box, id, opened::add);
        var form = opened.get(0);
        form.value("head.phone").set("139");

        full.set(true);
        form.leave("head.phone");
        full.set(false);
        type(form, "head.phone", "13904512786");

        assertEquals(1, bench.dialogs.failures.size());
        assertEquals(Unsaved.NONE, bench.drafts.read(id.toString()));
        bench.dialogs.failures.clear();
        assertEquals("13904512786", forms.open(id).value("head.phone").get());
    }

    @Test
    void aNewArchiveLeftUnfinishedGoesOnWithTheNextOne() {
        type(forms.begin("household"), "head.name", "那守田");

        var next = forms.begin("household");

        assertEquals("那守田", next.value("head.name").get());
        type(next, "head.number", forms.person().number().toString());
        assertTrue(next.exists());
        assertEquals("", forms.begin("household").value("head.name").get());
    }

    @Test
    void derivesBirthAndSexFromTheNumber() {
        var form = forms.begin("household");
        var person = forms.person();

        type(form, "head.name", person.name().toString());
        type(form, "head.number", person.number().toString());

        assertEquals(person.birthDate().toString(), form.contentProperty().get().text("head.birth"));
    }

    @Test
    void addsAndTakesAwayRowsOfAGroup() {
        var form = forms.begun();
        var row = form.newRow();
        type(form, "family.members." + row + ".name", "那玉兰");

        assertEquals(List.of(row), form.rows("family.members"));
        assertEquals("那玉兰", form.contentProperty().get().text("family.members." + row + ".name"));
        form.removeRow("family.members", row);

        assertEquals(List.of(), form.rows("family.members"));
        assertFalse(form.contentProperty().get().hasBlock("family"));
    }

    @Test
    void writesOpeningIntoTheQueryLog() {
        bench.fill(1);

        forms.open(bench.any());

        assertEquals(1, bench.store.about(bench.any(), "query", 5).size());
    }

    @Test
    void tellsTheHistoryNewestFirst() {
        var form = forms.begun();
        type(form, "head.phone", "13904512786");
        type(form, "head.phone", "13904512787");

        var newest = form.history().get(0);

        assertEquals(Bench.USER, newest.user());
        assertEquals("手机", newest.steps().get(0).label());
        assertEquals("139****2787", newest.steps().get(0).after());
        assertEquals(3, form.history().size());
        var oldest = form.history().get(2);
        assertTrue(oldest.headline().matches("建档，登记 [4-9] 项"), oldest.toString());
        assertEquals(List.of(), oldest.steps());
        assertEquals("", newest.headline());
        assertEquals(0, oldest.more());
    }

    @Test
    void servesEveryKindOfSubject() {
        for (var kind : List.of("household", "enterprise", "practitioner")) {
            var form = forms.begin(kind);

            assertTrue(form.template().block(form.section.get()).isPresent(), kind);
        }
    }
}

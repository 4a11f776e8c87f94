package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import xindang.desktop.Album;
import xindang.desktop.Bench;
import xindang.desktop.SteppedTasks;
import xindang.model.archive.Durability;
import xindang.model.archive.FieldChange;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.practice.Invented;
import xindang.model.template.Consents;

class FormViewModelTest {
    private static final long SEED = 7L;

    private final Bench bench = new Bench();
    private final DraftBox drafts = Album.drafts();
    private final Invented invented = new Invented(SEED, LocalDate.now(Bench.CLOCK));

    private FormViewModel open(UUID id) {
        var opened = new ArrayList<FormViewModel>();
        FormViewModel.open(bench.desk(), bench.office(), drafts, id, opened::add);
        assertEquals(List.of(), bench.dialogs.failures);
        return opened.get(0);
    }

    private FormViewModel begin() {
        return begin("household");
    }

    private FormViewModel begin(String kind) {
        var begun = new ArrayList<FormViewModel>();
        FormViewModel.begin(bench.desk(), bench.office(), drafts, kind, "230184101201", begun::add);
        return begun.get(0);
    }

    /** A new archive with a name and a number. */
    private FormViewModel begun() {
        var form = begin();
        var person = invented.person(30, 60);
        type(form, "head.name", person.name().toString());
        type(form, "head.number", person.number().toString());
        return form;
    }

    private static void type(FormViewModel form, String path, String text) {
        form.value(path).set(text);
        form.leave(path);
    }

    @Test
    void savesAFieldWhenItIsLeft() {
        var form = begun();

        type(form, "head.phone", "139 0451 2786");

        assertEquals("13904512786", form.contentProperty().get().text("head.phone"));
        assertEquals("13904512786", form.value("head.phone").get());
        assertEquals(Optional.of(Durability.LOCAL), form.stateProperty().get().saved());
        assertEquals(0, form.stateProperty().get().waiting());
    }

    @Test
    void writesNothingWhenNothingWasChanged() {
        var form = begun();
        var before = bench.store.history(form.id()).size();

        form.leave("head.name");
        form.save();

        assertEquals(before, bench.store.history(form.id()).size());
    }

    @Test
    void keepsWhatIsWrongAsItWasTypedAndSaysWhy() {
        var form = begun();

        type(form, "head.phone", "12");

        assertEquals("12", form.value("head.phone").get());
        assertEquals("", form.contentProperty().get().text("head.phone"));
        assertTrue(form.wrongProperty().get().containsKey("head.phone"));
        assertEquals(1, form.stateProperty().get().waiting());
        assertEquals(Map.of("head.phone", "12"), drafts.read(form.id().toString()));
    }

    @Test
    void bringsADraftBackWhenTheArchiveIsOpenedAgain() {
        var form = begun();
        type(form, "head.phone", "12");

        var again = open(form.id());

        assertEquals("12", again.value("head.phone").get());
        assertEquals(1, again.stateProperty().get().waiting());
        type(again, "head.phone", "13904512786");
        assertEquals(Map.of(), drafts.read(form.id().toString()));
    }

    @Test
    void keepsWhatIsBeingTypedBeforeTheFieldIsLeft() {
        var form = begun();
        form.value("head.phone").set("139004127");
        assertEquals(1, form.stateProperty().get().waiting());

        var again = open(form.id());

        assertEquals("139004127", again.value("head.phone").get());
        assertEquals(1, again.stateProperty().get().waiting());
        assertEquals("", again.contentProperty().get().text("head.phone"));
        assertEquals(Map.of(), again.wrongProperty().get());
        type(again, "head.phone", "13900412786");
        assertEquals("13900412786", again.contentProperty().get().text("head.phone"));
        assertEquals(Map.of(), drafts.read(DraftBox.beingTyped(form.id().toString())));
    }

    @Test
    void aNewArchiveKeepsWhatIsBeingTyped() {
        begin().value("head.name").set("那守");

        assertEquals("那守", begin().value("head.name").get());
    }

    @Test
    void saysThatTheNewestChangeWasHandedIn() {
        var form = begun();
        assertEquals(Optional.of(Durability.LOCAL), form.stateProperty().get().saved());

        form.tell(List.of(new HistoryLine("11-18 14:32", Bench.USER, "", List.of(), 0, Durability.SETTLED)));

        assertEquals(Optional.of(Durability.SETTLED), form.stateProperty().get().saved());
    }

    @Test
    void fillsAFieldAsWithTheHouseholdBefore() {
        var last = new LastArchive();
        var first = begun();
        type(first, "head.people", "4");
        var member = first.newRow();
        type(first, "family.members." + member + ".relation", "10");
        last.keep("household", first.id(), first.all());
        var second = begun();
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
        var form = begun();

        form.value("head.phone").set("12");
        form.value("head.people").set("4");
        form.save();

        assertEquals("4", form.contentProperty().get().text("head.people"));
        assertEquals("12", form.value("head.phone").get());
        assertEquals(1, form.stateProperty().get().waiting());
    }

    @Test
    void anArchiveBeginsOnceItHasANameAndANumber() {
        var form = begin();

        type(form, "head.name", "那守田");
        assertFalse(form.exists());
        assertEquals(Optional.empty(), bench.store.find(form.id()));
        type(form, "head.number", invented.person(30, 60).number().toString());

        assertTrue(form.exists());
        assertEquals("那守田", bench.store.find(form.id()).orElseThrow().content().text("head.name"));
        assertEquals("230184101201", bench.store.find(form.id()).orElseThrow().region());
    }

    @Test
    void aNewArchiveIsMadeOnceHoweverFastItIsFilledIn() {
        var slow = new SteppedTasks();
        var begun = new ArrayList<FormViewModel>();
        FormViewModel.begin(bench.desk(slow), bench.office(), drafts, "household", "230184101201", begun::add);
        var form = begun.get(0);

        type(form, "head.name", "那守田");
        type(form, "head.number", invented.person(30, 60).number().toString());
        type(form, "head.people", "4");
        type(form, "head.phone", "12");
        slow.catchUp();

        assertEquals(List.of(), bench.dialogs.failures);
        assertEquals("4", bench.store.find(form.id()).orElseThrow().content().text("head.people"));
        assertEquals(Map.of("head.phone", "12"), drafts.read(form.id().toString()));
        assertEquals(Map.of(), drafts.read(DraftBox.ofNew("household")));
    }

    @Test
    void aSaveThatFailedLeavesNothingOldToComeBack() {
        var full = new AtomicBoolean();
        var box = new DraftBox() {
            @Override
            public Map<String, String> read(String archive) {
                return drafts.read(archive);
            }

            @Override
            public void keep(String archive, Map<String, String> typed) {
                if (full.get()) {
                    throw new AppException(ErrorCode.DISK_FULL, "full");
                }
                drafts.keep(archive, typed);
            }
        };
        var id = begun().id();
        var opened = new ArrayList<FormViewModel>();
        FormViewModel.open(bench.desk(), bench.office(), box, id, opened::add);
        var form = opened.get(0);
        form.value("head.phone").set("139");

        full.set(true);
        form.leave("head.phone");
        full.set(false);
        type(form, "head.phone", "13904512786");

        assertEquals(1, bench.dialogs.failures.size());
        assertEquals(Map.of(), drafts.read(DraftBox.beingTyped(id.toString())));
        bench.dialogs.failures.clear();
        assertEquals("13904512786", open(id).value("head.phone").get());
    }

    @Test
    void aNewArchiveLeftUnfinishedGoesOnWithTheNextOne() {
        type(begin(), "head.name", "那守田");

        var next = begin();

        assertEquals("那守田", next.value("head.name").get());
        type(next, "head.number", invented.person(30, 60).number().toString());
        assertTrue(next.exists());
        assertEquals("", begin().value("head.name").get());
    }

    @Test
    void derivesBirthAndSexFromTheNumber() {
        var form = begin();
        var person = invented.person(30, 60);

        type(form, "head.name", person.name().toString());
        type(form, "head.number", person.number().toString());

        assertEquals(person.birthDate().toString(), form.contentProperty().get().text("head.birth"));
    }

    @Test
    void opensWhatNeedsConsentOnlyWhenItIsGiven() {
        var form = begun();
        type(form, "finance.deposits", "50000");
        assertTrue(form.wrongProperty().get().containsKey("finance.deposits"));

        form.consent(Consents.SIGNED, "", List.of("finance.deposits"));
        type(form, "finance.deposits", "50001");

        assertTrue(form.consents().covers("finance.deposits"));
        assertEquals("50001.00", form.contentProperty().get().text("finance.deposits"));
        assertFalse(form.consents().covers("income"));
    }

    @Test
    void showsNothingOfWhatAWithdrawnConsentAllowedNotEvenInTheHistory() {
        var form = begun();
        form.consent(Consents.SIGNED, "", List.of("finance.deposits"));
        type(form, "finance.deposits", "50001");
        form.consent(Consents.WITHDRAWN, "", List.of("finance.deposits"));

        assertTrue(form.consents().closes("finance.deposits"));
        assertFalse(form.all().containsKey("finance.deposits"));
        assertEquals(List.of(), bench.dialogs.failures);
        var told = form.history().toString();
        assertFalse(told.contains("50,001"), told);
        assertTrue(told.contains("没有有效的书面同意"), told);

        form.erase(Map.of("finance.deposits", ""));
        assertEquals(Optional.empty(), form.contentProperty().get().get("finance.deposits"));
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
        var form = open(bench.any());

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
        var form = open(bench.any());

        form.readHistory();

        var newest = form.history().get(0);
        assertEquals("保存期已满，删除 1 项", newest.headline());
        assertEquals(List.of(), newest.steps());
        assertEquals(0, newest.more());
    }

    @Test
    void saysOfARowWhoseTermIsOverThatItIsNotTakenAndDoesNotKeepIt() {
        var form = begun();
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
        var form = begun();
        var ended = form.today().minusYears(5).minusDays(1).toString();
        type(form, "adverse.items.a1.kind", "overdue");
        type(form, "adverse.items.a1.fact", "贷款逾期四个月");
        assertTrue(form.contentProperty().get().hasBlock("adverse"));

        type(form, "adverse.items.a1.endsOn", ended);

        assertFalse(bench.store.find(form.id()).orElseThrow().content().hasBlock("adverse"));
        assertEquals("贷款逾期四个月", form.value("adverse.items.a1.fact").get());
        assertEquals(3, form.stateProperty().get().waiting());

        var again = open(form.id());
        assertEquals("贷款逾期四个月", again.value("adverse.items.a1.fact").get());
        assertFalse(again.contentProperty().get().hasBlock("adverse"));
        type(again, "adverse.items.a1.endsOn", again.today().minusYears(1).toString());
        assertEquals("贷款逾期四个月", again.contentProperty().get().text("adverse.items.a1.fact"));
        assertEquals(0, again.stateProperty().get().waiting());
    }

    @Test
    void keepsARowThatHasItsEndThoughALongerPastOneIsTyped() {
        var form = begun();
        type(form, "adverse.items.a1.fact", "贷款逾期四个月");
        type(form, "adverse.items.a1.endsOn", form.today().minusYears(1).toString());
        type(form, "adverse.items.a1.endsOn", form.today().minusYears(9).toString());

        assertEquals("贷款逾期四个月", form.contentProperty().get().text("adverse.items.a1.fact"));
        assertEquals(1, form.stateProperty().get().waiting());
    }

    @Test
    void forgetsWhatWasTypedIntoARowThatIsTakenAway() {
        var form = begun();
        type(form, "adverse.items.a1.endsOn", form.today().minusYears(9).toString());
        form.removeRow("adverse.items", "a1");

        assertEquals(0, form.stateProperty().get().waiting());
        assertEquals(List.of(), open(form.id()).rows("adverse.items"));
    }

    @Test
    void addsAndTakesAwayRowsOfAGroup() {
        var form = begun();
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

        open(bench.any());

        assertEquals(1, bench.store.about(bench.any(), "query", 5).size());
    }

    @Test
    void tellsTheHistoryNewestFirst() {
        var form = begun();
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
            var form = begin(kind);

            assertTrue(form.template().block(form.section.get()).isPresent(), kind);
        }
    }
}

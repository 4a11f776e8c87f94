package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Conflict;
import xindang.model.common.AppException;

/** One import is undone: what nobody touched since is as before, and everything else stays. */
class UndoTest {
    private static final List<String> HEADINGS = List.of("户主姓名", "身份证号", "行政村", "家庭人口", "失信事实", "行为终止日");

    private final RosterOffice office = new RosterOffice();
    private final String first = office.number();
    private final String second = office.number();

    @Test
    void whatAnImportMadeIsHiddenAndComesBackWithTheFile() {
        var id = load("3", "4").id();
        var records = ids();

        var undone = office.undo(Optional.empty());

        assertEquals(
                List.of(id.orElseThrow(), 2, 0, 0),
                List.of(
                        undone.id(),
                        undone.removed(),
                        undone.restored(),
                        undone.left().size()));
        assertEquals(List.of(), office.records());
        assertEquals(2, load("3", "4").created());
        assertEquals(records, ids());
        assertEquals("3", people(first));
    }

    @Test
    void aRecordThatComesBackHasNothingOfTheUndoneImport() {
        load("3", "4");
        office.undo(Optional.empty());
        office.run(sheet(List.of(HEADINGS, List.of("关庆林", first, "双桥村", "", "", ""))), OPTIONS);
        assertEquals("", people(first));
    }

    @Test
    void anUndoneRecordUnderAnotherNameIsNoObstacle() {
        load("3", "4");
        office.undo(Optional.empty());
        var result = office.run(sheet(List.of(HEADINGS, List.of("何秀兰", first, "双桥村", "2", "", ""))), OPTIONS);
        assertEquals(List.of(1, 0), List.of(result.created(), result.rejected().size()));
    }

    @Test
    void formerValuesComeBackAndWhatChangedSinceStays() {
        load("3", "4");
        var later = load("5", "6");
        office.edit(record(second), "screen", Map.of("head.workers", "1"));

        var undone = office.undo(later.id());

        assertEquals(List.of("3", "6"), List.of(people(first), people(second)));
        assertEquals(List.of(0, 1), List.of(undone.removed(), undone.restored()));
        assertEquals(
                List.of(record(second).id() + " 那守田 intake.undo.changed"),
                undone.left().stream()
                        .map(left ->
                                left.id() + " " + left.name() + " " + left.why().code())
                        .toList());
    }

    @Test
    void theLastImportIsTheOneBeforeAnUndoneOne() {
        load("3", "4");
        load("5", "6");
        office.undo(Optional.empty());
        assertEquals(List.of("3", "4"), List.of(people(first), people(second)));
        assertEquals(2, office.undo(Optional.empty()).removed());
        assertEquals(List.of(), office.records());
        assertThrows(AppException.class, () -> office.undo(Optional.empty()));
        assertThrows(AppException.class, () -> office.undo(Optional.of(new UUID(1, 2))));
    }

    @Test
    void aRatedRecordStays() {
        load("3", "4");
        office.about(record(first), "rating");
        var undone = office.undo(Optional.empty());
        assertEquals(List.of(1, 1), List.of(undone.removed(), undone.left().size()));
        assertEquals(1, office.records().size());
    }

    @Test
    void aRecordInConflictAndAPartlySealedOneStay() {
        load("3", "4");
        var one = record(first);
        var change = office.store().history(one.id()).get(0);
        var side = new Conflict.Side(Optional.of("9"), "王海燕", "LL-04", change.at(), new UUID(3, 4));
        office.store().raise(new Conflict(new UUID(1, 1), one.id(), "head.people", Optional.empty(), side, side));
        office.store().seal(record(second).id());
        var undone = office.undo(Optional.empty());
        assertEquals(
                List.of(0, 0, 2),
                List.of(undone.removed(), undone.restored(), undone.left().size()));
    }

    /** A file gave an item a later end, and by now the term after the former end has expired. */
    @Test
    void formerValuesThatMayNotBeSavedAnyMoreStayAway() {
        office.run(item("2022-03-01"), OPTIONS);
        assertEquals(1, office.run(item("2025-03-01"), OPTIONS).updated());
        var undone = office.undoAfter(Duration.ofDays(730));
        assertEquals(
                List.of("intake.undo.law"),
                undone.left().stream().map(left -> left.why().code()).toList());
    }

    private Sheet item(String end) {
        return sheet(List.of(HEADINGS, List.of("关庆林", first, "双桥村", "3", "贷款逾期四个月", end)));
    }

    @Test
    void anyLaterChangeBringsAHiddenRecordBack() {
        load("3", "4");
        var record = record(first);
        office.undo(Optional.empty());
        office.edit(office.store().find(record.id()).orElseThrow(), "screen", Map.of("head.workers", "1"));
        assertEquals(List.of(record.id()), ids());
        assertTrue(load("3", "4").problems().isEmpty());
    }

    @Test
    void whatWasTypedBeforeAnUndoneImportIsStillTyped() {
        load("3", "4");
        office.edit(record(first), "screen", Map.of("head.people", "7"));
        office.run(rows("5", "4"), OPTIONS.preferring(IntakeOptions.Newer.FILE));
        office.undo(Optional.empty());
        assertEquals("7", people(first));
        assertTrue(load("5", "4").asks());
        assertEquals("7", people(first));
    }

    @Test
    void aRowThatTheImportShowedToBeExpiredStaysDeleted() {
        office.run(sheet(List.of(HEADINGS, List.of("关庆林", first, "双桥村", "3", "贷款逾期四个月", ""))), OPTIONS);
        office.run(sheet(List.of(HEADINGS, List.of("关庆林", first, "双桥村", "4", "贷款逾期四个月", "2014-03-01"))), OPTIONS);
        assertFalse(record(first).content().hasBlock("adverse"));
        assertEquals(1, office.undo(Optional.empty()).restored());
        assertEquals("3", people(first));
        assertFalse(record(first).content().hasBlock("adverse"));
    }

    @Test
    void aDryRunAndAnUnchangedFileHaveNoId() {
        assertEquals(
                Optional.empty(), office.run(rows("3", "4"), OPTIONS.asDryRun()).id());
        assertTrue(load("3", "4").id().isPresent());
        assertEquals(Optional.empty(), load("3", "4").id());
    }

    @Test
    void anUnverifiedHouseholdComesBackToo() {
        var rows = sheet(List.of(HEADINGS, List.of("关庆林", "", "双桥村", "3", "", "")));
        office.run(rows, OPTIONS.keepingUnverified());
        var before = ids();
        office.undo(Optional.empty());
        assertEquals(1, office.run(rows, OPTIONS.keepingUnverified()).created());
        assertEquals(before, ids());
    }

    private IntakeResult load(String people, String others) {
        return office.run(rows(people, others), OPTIONS);
    }

    private Sheet rows(String people, String others) {
        return sheet(List.of(
                HEADINGS, List.of("关庆林", first, "双桥村", people, "", ""), List.of("那守田", second, "双桥村", others, "", "")));
    }

    private List<UUID> ids() {
        var ids = new ArrayList<UUID>();
        office.records().forEach(record -> ids.add(record.id()));
        return ids;
    }

    private ArchiveRecord record(String number) {
        return office.records().stream()
                .filter(record -> record.content().text("head.number").equals(number))
                .findFirst()
                .orElseThrow();
    }

    private String people(String number) {
        return record(number).content().text("head.people");
    }
}

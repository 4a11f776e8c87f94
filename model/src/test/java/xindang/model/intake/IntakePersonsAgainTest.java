package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.value.Sex;

/** Sheets of persons that contradict the archive, or that come again after an undo. */
class IntakePersonsAgainTest {
    private static final List<String> HEADER = List.of("行政村", "姓名", "与户主关系", "身份证号", "年龄");

    private final RosterOffice office = new RosterOffice();
    private final String guan = office.number(Sex.MALE, LocalDate.of(1960, 3, 5));
    private final String son = office.number(Sex.MALE, LocalDate.of(1988, 3, 5));
    private final List<String> head = List.of("后红村", "关庆林", "户主", guan, "66");

    @Test
    void aMemberOfAHouseholdGetsNoArchiveByARowOfTheirOwn() {
        load(head, List.of("后红村", "关国强", "长子", son, ""));
        var result = office.run(sheet(List.of(List.of("行政村", "户主姓名", "户主身份证号"), List.of("后红村", "关国强", son))), OPTIONS);
        assertEquals(List.of("household.head.member"), codes(result));
        assertEquals(List.of(0, 1), List.of(result.created(), result.rejected().size()));
        assertEquals("关庆林", only().content().text("head.name"));
    }

    @Test
    void aHeadWhoIsStillAMemberElsewhereIsUpdated() {
        var header = List.of("行政村", "户主姓名", "户主身份证号", "家庭人口");
        office.run(sheet(List.of(header, List.of("后红村", "关国强", son, "2"))), OPTIONS);
        load(head);
        var father = office.records().stream()
                .filter(record -> record.content().text("head.name").equals("关庆林"))
                .findFirst()
                .orElseThrow();
        var member = "family.members.m1.";
        office.edit(
                father, "screen", Map.of(member + "name", "关国强", member + "relation", "20", member + "number", son));
        var result = office.run(sheet(List.of(header, List.of("后红村", "关国强", son, "3"))), OPTIONS);
        assertEquals(List.of(), codes(result));
        assertEquals(1, result.updated());
    }

    @Test
    void aNumberOutweighsAnAgeInTheRow() {
        var result = load(head, List.of("后红村", "关国强", "长子", son, "8"));
        assertEquals(List.of("member.age.contradicts"), codes(result));
        assertEquals(List.of("关国强", son, ""), member());
    }

    @Test
    void theNumberInTheArchiveOutweighsAnAgeInTheRow() {
        load(head, List.of("后红村", "关国强", "长子", son, "38"));
        var result = load(head, List.of("后红村", "关国强", "长子", "", "8"));
        assertEquals(List.of("member.child.number"), codes(result));
        assertEquals(List.of("关国强", son, ""), member());
    }

    @Test
    void aHouseholdOfAnUndoneImportNeedsAVillageAgain() {
        load(head);
        var first = only();
        office.undo(Optional.empty());
        var result = office.run(sheet(List.of(List.of("户主姓名", "户主身份证号", "家庭人口"), List.of("关庆林", guan, "3"))), OPTIONS);
        assertEquals(List.of("intake.village.column"), codes(result));
        assertEquals(List.of(), office.records());

        assertEquals(1, load(head).created());
        assertEquals(first.content().asMap().keySet(), only().content().asMap().keySet());
        assertEquals(first.region(), only().region());
    }

    @Test
    void membersDoNotJoinAHouseholdOfAnUndoneImport() {
        load(head);
        office.undo(Optional.empty());
        var result = office.run(
                sheet(List.of(
                        List.of("行政村", "户主姓名", "户主身份证号", "成员姓名", "与户主关系", "成员身份证号"),
                        List.of("后红村", "关庆林", guan, "关国强", "子", son))),
                OPTIONS.ofMembers());
        assertEquals(List.of("member.household.unknown"), codes(result));
        assertEquals(List.of(), office.records());
    }

    @Test
    void aReturnedRowHasNoNumberOfAChild() {
        var girl = office.number(Sex.FEMALE, LocalDate.of(2018, 5, 1));
        var rows = List.of(List.of("没有的村", "关庆林", "户主", guan, "66"), List.of("没有的村", "关小雪", "女儿", girl, "8"));
        var table = new ArrayList<>(List.of(HEADER));
        table.addAll(rows);
        var result = office.run(sheet(table), OPTIONS.shaped(Shape.PERSON));
        assertEquals(
                List.of(guan, ""),
                result.rejected().stream().map(row -> row.cell(3).text()).toList());
        assertEquals(
                List.of("关庆林", "关小雪"),
                result.rejected().stream().map(row -> row.cell(1).text()).toList());
    }

    private IntakeResult load(List<String> row) {
        return office.run(sheet(List.of(HEADER, row)), OPTIONS.shaped(Shape.PERSON));
    }

    private IntakeResult load(List<String> row, List<String> next) {
        return office.run(sheet(List.of(HEADER, row, next)), OPTIONS.shaped(Shape.PERSON));
    }

    private ArchiveRecord only() {
        assertEquals(1, office.records().size());
        return office.records().get(0);
    }

    /** Returns the name, the number and the mark of the only member. */
    private List<String> member() {
        var content = only().content();
        var path = "family.members." + content.rows("family.members").get(0) + ".";
        return List.of(content.text(path + "name"), content.text(path + "number"), content.text(path + "under14"));
    }

    private static List<String> codes(IntakeResult result) {
        return result.problems().stream()
                .map(problem -> problem.violation().code())
                .toList();
    }
}

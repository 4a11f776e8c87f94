package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.value.Sex;

/** Sheets with one row for each person. */
class IntakePersonsTest {
    private final RosterOffice office = new RosterOffice();

    private final String guan = man(1960);
    private final String he = woman(1962);
    private final String son = man(1988);
    private final String na = man(1955);
    private final String wu = woman(1957);
    private final String grandchild = man(2018);

    @Test
    void aBlankCellOfTheHouseholdBelongsToTheHouseholdAbove() {
        var result = office.run(
                sheet(List.of(
                        List.of("村", "姓名", "身份证号码", "与户主关系", "年龄", "家庭人口"),
                        List.of("后红村", "关庆林", guan, "户主", "66", "3"),
                        List.of("", "何秀兰", he, "妻", "64", ""),
                        List.of("", "关小宝", grandchild, "孙子", "8", ""))),
                OPTIONS);
        assertEquals(Shape.PERSON, result.shape());
        assertEquals(
                List.of(1, 3, 3, 0),
                List.of(
                        result.created(),
                        result.people(),
                        result.accepted(),
                        result.rejected().size()));
        var content = only().content();
        assertEquals("3", content.text("head.people"));
        assertEquals(List.of("何秀兰/12/" + he + "/", "关小宝/41//true"), members(only()));
        assertEquals(List.of("member.child"), codes(result));
        assertFalse(content.asMap().containsValue(grandchild));
    }

    @Test
    void aSmallChildIsRecognisedByMonthsAndByABareDate() {
        var result = office.run(
                sheet(List.of(
                        List.of("村", "姓名", "身份证号码", "与户主关系", "年龄", "文化程度"),
                        List.of("后红村", "关庆林", guan, "户主", "66", "初中"),
                        List.of("", "关小宝", "", "孙子", "11个月", "小学"),
                        List.of("", "关小丫", "20190101", "孙女", "", "小学"))),
                OPTIONS);
        assertEquals(List.of("关小宝/41//true", "关小丫/42//true"), members(only()));
        assertFalse(result.problems().toString().contains("20190101"));
    }

    @Test
    void aMemberWhomSomebodyDeletedIsAskedAboutAndNotWrittenAgain() {
        var rows = sheet(List.of(
                List.of("行政村", "姓名", "与户主关系", "身份证号"),
                List.of("后红村", "关庆林", "户主", guan),
                List.of("后红村", "何秀兰", "妻", he),
                List.of("后红村", "关国强", "子", son)));
        office.run(rows, OPTIONS);
        var row = only().content().rows("family.members").get(0);
        var emptied = new java.util.TreeMap<String, String>();
        only().content().asMap().keySet().stream()
                .filter(path -> path.startsWith("family.members." + row + "."))
                .forEach(path -> emptied.put(path, ""));
        office.edit(only(), "edit", emptied);
        var before = members(only());
        var result = office.run(rows, OPTIONS);
        assertEquals(before, members(only()));
        assertTrue(result.asks());
    }

    @Test
    void theNumberOfTheHouseholdJoinsRowsThatAreNotAdjacent() {
        var header = List.of("序号", "行政村", "村民小组", "户号", "姓名", "与户主关系", "性别", "公民身份号码", "联系电话", "备注");
        var result = office.run(
                sheet(List.of(
                        header,
                        List.of("1", "后红村", "1组", "000101", "关庆林", "户主", "男", guan, "13912345678", "党员"),
                        List.of("2", "双桥村", "2组", "000101", "那守田", "户主", "男", na, "13912345679", ""),
                        List.of("1", "后红村", "1组", "000101", "何秀兰", "妻", "女", he, "13912345678", "外出"),
                        List.of("2", "双桥村", "2组", "000101", "吴桂芝", "妻", "女", wu, "", ""),
                        List.of("1", "后红村", "1组", "000101", "关国强", "长子", "男", son, "", ""))),
                OPTIONS);
        assertEquals(
                List.of(2, 2, 5, 0),
                List.of(
                        result.created(),
                        result.households(),
                        result.people(),
                        result.rejected().size()));
        assertEquals(
                Map.of(
                        "关庆林",
                        List.of("何秀兰/12/" + he + "/", "关国强/22/" + son + "/"),
                        "那守田",
                        List.of("吴桂芝/12/" + wu + "/")),
                office.records().stream()
                        .collect(Collectors.toMap(record -> record.content().text("head.name"), this::members)));
        assertEquals(List.of(), codes(result));
    }

    @Test
    void columnsOfTheHeadBesideThoseOfThePersonMakeOneHousehold() {
        var rows = List.of(
                List.of("户主姓名", "户主身份证号", "行政村", "姓名", "与户主关系", "身份证号", "是否劳动力"),
                List.of("关庆林", guan, "后红村", "关庆林", "户主", guan, "是"),
                List.of("那守田", na, "双桥村", "那守田", "户主", na, "是"),
                List.of("关庆林", guan, "后红村", "何秀兰", "妻", he, "否"),
                List.of("那守田", na, "双桥村", "吴桂芝", "妻", wu, "是"));
        var result = office.run(sheet(rows), OPTIONS);
        assertEquals(
                List.of(2, 4, 0),
                List.of(result.created(), result.people(), result.rejected().size()));
        var again = office.run(sheet(rows), OPTIONS);
        assertEquals(List.of(0, 0, 2, 4), List.of(again.created(), again.updated(), again.unchanged(), again.people()));
    }

    @Test
    void theMembersOfAContractorAreRead() {
        var result = office.run(
                sheet(List.of(
                        List.of("所属组", "编号", "承包方编码", "承包方代表", "行政村", "户内序号", "家庭成员姓名", "性别", "身份证号", "与承包方代表关系"),
                        List.of("1组", "001", "A1", "关庆林", "后红村", "1", "关庆林", "男", guan, "本人"),
                        List.of("1组", "001", "A1", "关庆林", "后红村", "2", "何秀兰", "女", he, "妻"),
                        List.of("2组", "002", "A2", "那守田", "后红村", "1", "那守田", "男", na, "本人"))),
                OPTIONS);
        assertEquals(
                List.of(2, 3, 0),
                List.of(result.created(), result.people(), result.rejected().size()));
        assertEquals(
                List.of(guan, na),
                office.records().stream()
                        .map(record -> record.content().text("head.number"))
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
    }

    @Test
    void aHouseholdWithoutAHeadOrWithTwoIsRejectedWithAllItsRows() {
        var result = office.run(
                sheet(List.of(
                        List.of("行政村", "户号", "姓名", "与户主关系", "身份证号"),
                        List.of("后红村", "1", "关庆林", "户主", guan),
                        List.of("后红村", "1", "关国强", "户主", son),
                        List.of("后红村", "2", "何秀兰", "妻", he),
                        List.of("后红村", "3", "那守田", "户主", na),
                        List.of("后红村", "3", "吴桂芝", "妻", wu))),
                OPTIONS);
        assertEquals(
                List.of(1, 2, 3),
                List.of(result.created(), result.people(), result.rejected().size()));
        assertEquals(List.of("household.head.many", "household.head.many", "household.head.missing"), codes(result));
        assertEquals(
                result.rows(),
                result.accepted() + result.rejected().size() + result.nonRows().size());
        assertEquals("那守田", only().content().text("head.name"));
    }

    @Test
    void aContradictionWithinAHouseholdIsAProblemAndNoGuess() {
        var result = office.run(
                sheet(List.of(
                        List.of("行政村", "户号", "姓名", "与户主关系", "身份证号", "家庭年收入"),
                        List.of("后红村", "1", "关庆林", "户主", guan, ""),
                        List.of("后红村", "1", "何秀兰", "妻", he, "31000"),
                        List.of("后红村", "2", "那守田", "户主", na, "12000"),
                        List.of("后红村", "2", "吴桂芝", "妻", wu, "13000"))),
                OPTIONS.withPaperConsent("2026-01"));
        assertEquals(List.of("household.refused", "household.differs"), codes(result));
        assertEquals(2, result.rejected().size());
        assertTrue(
                only().content().asMap().containsValue("31000.00"),
                only().content().asMap().toString());
    }

    @Test
    void aMemberWhoHeadsAnotherHouseholdOfTheSheetIsRejectedWithTheHousehold() {
        var result = office.run(
                sheet(List.of(
                        List.of("行政村", "姓名", "与户主关系", "身份证号"),
                        List.of("后红村", "关庆林", "户主", guan),
                        List.of("后红村", "关国强", "长子", son),
                        List.of("后红村", "关国强", "户主", son),
                        List.of("后红村", "何秀兰", "妻", he))),
                OPTIONS);
        assertEquals(List.of("household.refused", "household.member.heads"), codes(result));
        assertEquals("关国强", only().content().text("head.name"));
    }

    @Test
    void aPersonOfAnotherHouseholdOfTheArchiveIsRejectedWithTheHousehold() {
        var header = List.of("行政村", "姓名", "与户主关系", "身份证号");
        office.run(
                sheet(List.of(
                        header,
                        List.of("后红村", "关庆林", "户主", guan),
                        List.of("后红村", "关国强", "长子", son),
                        List.of("后红村", "那守田", "户主", na))),
                OPTIONS);
        var result = office.run(
                sheet(List.of(
                        header,
                        List.of("后红村", "关国强", "户主", son),
                        List.of("后红村", "何秀兰", "妻", he),
                        List.of("后红村", "吴桂芝", "户主", wu),
                        List.of("后红村", "那守田", "夫", na))),
                OPTIONS);
        assertEquals(
                List.of(
                        "household.head.member",
                        "household.refused",
                        "household.refused",
                        "household.member.heads.archive"),
                codes(result));
        var married = office.run(
                sheet(List.of(header, List.of("后红村", "吴桂芝", "户主", wu), List.of("后红村", "关国强", "夫", son))), OPTIONS);
        assertEquals(List.of("household.refused", "household.member.other"), codes(married));
        assertEquals(2, office.records().size());
    }

    @Test
    void aMemberWhoLeftTheSheetIsReportedAndNotDeleted() {
        var header = List.of("行政村", "姓名", "与户主关系", "身份证号");
        office.run(
                sheet(List.of(
                        header,
                        List.of("后红村", "关庆林", "户主", guan),
                        List.of("后红村", "何秀兰", "妻", he),
                        List.of("后红村", "关国强", "子", son))),
                OPTIONS);
        var result = office.run(
                sheet(List.of(header, List.of("后红村", "关庆林", "户主", guan), List.of("后红村", "关国强", "长子", son))), OPTIONS);
        assertEquals(List.of("household.member.absent"), codes(result));
        assertEquals(List.of(1, 2), List.of(result.updated(), result.people()));
        assertEquals(List.of("何秀兰/12/" + he + "/", "关国强/22/" + son + "/"), members(only()));
    }

    @Test
    void membersBesideEachOtherAreKept() {
        for (var header : List.of(
                List.of("行政村", "户主姓名", "户主身份证号", "成员姓名", "与户主关系", "成员身份证号", "成员姓名", "与户主关系", "成员身份证号"),
                List.of("行政村", "户主姓名", "户主身份证号", "成员1姓名", "成员1关系", "成员1身份证号", "成员2姓名", "成员2关系", "成员2身份证号"))) {
            var fresh = new RosterOffice();
            var rows = List.of(
                    header,
                    List.of("后红村", "关庆林", guan, "何秀兰", "妻", he, "关国强", "长子", son),
                    List.of("后红村", "那守田", na, "", "", "", "", "", ""));
            var result = fresh.run(sheet(rows), OPTIONS);
            assertEquals(List.of(2, 4, 2), List.of(result.created(), result.people(), result.accepted()));
            assertEquals(Shape.HOUSEHOLD, result.shape());
            var guans = fresh.records().stream()
                    .filter(record -> record.content().text("head.name").equals("关庆林"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of("何秀兰/12/" + he + "/", "关国强/22/" + son + "/"), members(guans));
            assertEquals(2, fresh.run(sheet(rows), OPTIONS).unchanged());
        }
    }

    @Test
    void membersJoinTheHouseholdOfTheNumberOfTheHead() {
        office.run(sheet(List.of(List.of("行政村", "户主姓名", "户主身份证号"), List.of("后红村", "关庆林", guan))), OPTIONS);
        var rows = List.of(
                List.of("户主身份证号", "户主姓名", "成员姓名", "与户主关系", "成员身份证号", "文化程度"),
                List.of(guan, "关庆林", "何秀兰", "妻", he, "初中"),
                List.of(na, "那守田", "吴桂芝", "妻", wu, "初中"),
                List.of(guan, "关庆林", "关国强", "子", "", "高中"),
                List.of("2301841", "那守东", "吴桂香", "妻", "", "高中"));
        var result = office.run(sheet(rows), OPTIONS.ofMembers());
        assertEquals(
                List.of(0, 1, 2, 2),
                List.of(
                        result.created(),
                        result.updated(),
                        result.people(),
                        result.rejected().size()));
        assertEquals(List.of("member.household.unknown", "member.household.unknown"), codes(result));
        var again = office.run(sheet(rows), OPTIONS.ofMembers());
        assertEquals(
                List.of(0, 1, 2),
                List.of(again.updated(), again.unchanged(), again.rejected().size()));
        assertEquals(List.of("何秀兰/12/" + he + "/", "关国强/20//"), members(only()));
    }

    @Test
    void membersWithTheNumberOfTheHeadAloneNeverMakeAHousehold() {
        office.run(sheet(List.of(List.of("行政村", "户主姓名", "户主身份证号"), List.of("后红村", "关庆林", guan))), OPTIONS);
        var rows = sheet(List.of(
                List.of("行政村", "户主身份证号", "成员姓名", "与户主关系", "成员身份证号"),
                List.of("后红村", guan, "何秀兰", "妻", he),
                List.of("后红村", na, "吴桂芝", "妻", wu)));
        for (var options : List.of(OPTIONS.shaped(Shape.PERSON), OPTIONS.ofMembers())) {
            var result = office.run(rows, options);
            assertEquals(List.of("member.household.unknown"), codes(result));
            assertEquals(1, result.accepted());
        }
        assertEquals("关庆林", only().content().text("head.name"));
        assertEquals(List.of("何秀兰/12/" + he + "/"), members(only()));
    }

    @Test
    void theMarkOfAChildEndsWhenTheSheetShowsTheAge() {
        var header = List.of("行政村", "姓名", "与户主关系", "身份证号", "年龄", "文化程度");
        var head = List.of("后红村", "关庆林", "户主", guan, "66", "初中");
        office.run(sheet(List.of(header, head, List.of("后红村", "关国强", "长子", "", "8", "小学"))), OPTIONS);
        assertEquals(List.of("关国强/22//true"), members(only()));

        office.run(sheet(List.of(header, head, List.of("后红村", "关国强", "长子", "", "", "小学"))), OPTIONS);
        assertEquals(List.of("关国强/22//true"), members(only()));
        assertFalse(only().content().asMap().keySet().stream()
                .anyMatch(path -> path.startsWith("family.") && path.endsWith(".education")));

        office.run(sheet(List.of(header, head, List.of("后红村", "关国强", "长子", son, "38", "小学"))), OPTIONS);
        assertEquals(List.of("关国强/22/" + son + "/"), members(only()));
    }

    @Test
    void aSheetOfMembersMakesNoHouseholdThoughItCould() {
        var rows = sheet(List.of(
                List.of("行政村", "户主姓名", "户主身份证号", "成员姓名", "与户主关系", "成员身份证号"),
                List.of("后红村", "关庆林", guan, "何秀兰", "妻", he)));
        assertEquals(List.of("member.household.unknown"), codes(office.run(rows, OPTIONS.ofMembers())));
        assertEquals(List.of(), office.records());
        assertEquals(1, office.run(rows, OPTIONS).created());
    }

    @Test
    void aMemberOfTwoHouseholdsOfTheSheetIsAcceptedOnce() {
        var result = office.run(
                sheet(List.of(
                        List.of("行政村", "姓名", "与户主关系", "身份证号"),
                        List.of("后红村", "关庆林", "户主", guan),
                        List.of("后红村", "何秀兰", "妻", he),
                        List.of("后红村", "那守田", "户主", na),
                        List.of("后红村", "何秀兰", "姐姐", he))),
                OPTIONS);
        assertEquals(List.of("household.refused", "intake.number.repeated"), codes(result));
        assertEquals("关庆林", only().content().text("head.name"));
    }

    @Test
    void aPersonMayStateTheShape() {
        var rows = sheet(List.of(
                List.of("行政村", "姓名", "与户主关系", "身份证号"),
                List.of("后红村", "关庆林", "户主", guan),
                List.of("后红村", "那守田", "户主", na)));
        assertEquals(Shape.HOUSEHOLD, office.run(rows, OPTIONS).shape());
        assertEquals(
                Shape.PERSON, office.run(rows, OPTIONS.shaped(Shape.PERSON)).shape());
    }

    private ArchiveRecord only() {
        assertEquals(1, office.records().size());
        return office.records().get(0);
    }

    /** Returns name, relation, number and mark of each member. */
    private List<String> members(ArchiveRecord record) {
        var content = record.content();
        var found = new ArrayList<String>();
        for (var row : content.rows("family.members")) {
            var path = "family.members." + row + ".";
            found.add(String.join(
                    "/",
                    content.text(path + "name"),
                    content.text(path + "relation"),
                    content.text(path + "number"),
                    content.text(path + "under14")));
        }
        return found;
    }

    private static List<String> codes(IntakeResult result) {
        return result.problems().stream()
                .map(problem -> problem.violation().code())
                .toList();
    }

    private String man(int year) {
        return office.number(Sex.MALE, LocalDate.of(year, 3, 5));
    }

    private String woman(int year) {
        return office.number(Sex.FEMALE, LocalDate.of(year, 7, 9));
    }
}

package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.law.ConsentRow;

/** What the law forbids or binds to consent, in a roster. */
class IntakeLawTest {
    private final RosterOffice office = new RosterOffice();

    @Test
    void neverReadsWhatTheLawForbidsAndLocksWhatNeedsConsent() {
        var number = office.number();
        var sheet = sheet(List.of(
                List.of("姓名（户主）", "身份证号", "所在村", "宗教信仰", "疾病史", "存款（万元）"),
                List.of("关庆林", number, "双桥村", "某教", "某病", "3.5")));
        var result = office.run(sheet, OPTIONS);
        assertEquals(List.of("宗教信仰", "疾病史"), result.headings(Column.Use.REFUSED));
        assertEquals(List.of("存款（万元）"), result.headings(Column.Use.CONSENT_NEEDED));
        assertEquals(1, result.lockedRows());
        var content = office.records().get(0).content().asMap();
        assertTrue(content.values().stream().noneMatch(value -> value.contains("某")), content.toString());
        assertTrue(content.keySet().stream().noneMatch(path -> path.equals("finance.deposits")), content.toString());

        var signed = office.run(sheet, OPTIONS.withPaperConsent("2026-01"));
        assertEquals(0, signed.lockedRows());
        assertEquals("35000.00", office.records().get(0).content().text("finance.deposits"));
    }

    @Test
    void saysNothingOfACellThatNeedsConsentBeforeItIsOnFile() {
        var sheet = sheet(List.of(
                List.of("姓名（户主）", "身份证号", "所在村", "年收入（万元）", "存款（万元）"),
                List.of("关庆林", office.number(), "双桥村", "三万以上", "-3")));
        var locked = office.run(sheet, OPTIONS);
        assertEquals(List.of(), locked.problems());
        assertEquals(List.of(0, 1), List.of(locked.warned(), locked.lockedRows()));

        var signed = office.run(sheet, OPTIONS.withPaperConsent("2026-01"));
        assertEquals(
                List.of("存款（万元）", "年收入（万元）"),
                signed.problems().stream().map(Problem::column).sorted().toList());
        assertEquals(1, signed.warned());
    }

    @Test
    void givesRejectedRowsBackWithoutWhatTheLawForbids() {
        var result = office.run(
                sheet(List.of(
                        List.of("姓名（户主）", "身份证号", "宗教信仰", "所在村", "疾病史", "存款（万元）"),
                        List.of("关庆林", "", "某教", "双桥村", "某病", "3.5"),
                        List.of("那守田", "", "某教"))),
                OPTIONS);
        assertEquals(
                List.of(List.of("关庆林", "", "", "双桥村", "", "3.5"), List.of("那守田", "", "")),
                result.rejected().stream()
                        .map(row -> row.cells().stream().map(Cell::text).toList())
                        .toList());
    }

    @Test
    void leavesAForbiddenSentenceOutAndDoesNotRepeatIt() {
        var result = office.run(
                sheet(List.of(
                        List.of("姓名（户主）", "身份证号", "所在村", "备注"),
                        List.of("关庆林", office.number(), "双桥村", "有糖尿病史"),
                        List.of("那守田", "", "双桥村", "血型 A"))),
                OPTIONS.placing(Map.of(3, Optional.of("file.note"))));

        assertEquals(1, result.accepted());
        assertEquals("", office.records().get(0).content().text("file.note"));
        assertTrue(result.problems().stream()
                .anyMatch(problem -> problem.violation().code().equals("intake.forbidden")));
        var told = result.problems() + " " + result.rejected();
        assertFalse(told.contains("糖尿病") || told.contains("血型"), told);
    }

    @Test
    void takesColumnsWhereAPersonPutThemButNeverPastTheLaw() {
        var sheet = sheet(List.of(
                List.of("户主姓名", "身份证号", "行政村", "联络", "宗教信仰", "存款（万元）", "承包面积", "家里的钱"),
                List.of("关庆林", office.number(), "双桥村", "13904512786", "某教", "3.5", "20", "7")));
        var placed = Map.of(
                3, Optional.of("head.phone"),
                4, Optional.of("file.notes"),
                5, Optional.<String>empty(),
                6, Optional.of("land.leasedIn"),
                7, Optional.of("finance.deposits"));

        var result = office.run(sheet, OPTIONS.placing(placed));

        assertEquals(List.of("宗教信仰"), result.headings(Column.Use.REFUSED));
        assertEquals(List.of("家里的钱"), result.headings(Column.Use.CONSENT_NEEDED));
        assertEquals(List.of("存款（万元）"), result.headings(Column.Use.UNKNOWN));
        assertEquals(1, result.lockedRows());
        var content = office.records().get(0).content();
        assertEquals("13904512786", content.text("head.phone"));
        assertEquals("20", content.text("land.leasedIn"));
        assertEquals("", content.text("land.contracted"));
        assertTrue(content.asMap().values().stream().noneMatch(value -> value.contains("某教")));
    }

    @Test
    void aColumnIsNoConsent() {
        var sheet = sheet(List.of(
                List.of("户主姓名", "身份证号", "行政村", "授权书编号", "签字的日子"),
                List.of("关庆林", office.number(), "双桥村", "LL-1", "2026-10-01")));

        var result = office.run(sheet, OPTIONS.placing(Map.of(4, Optional.of("consents.given.*.signedAt"))));

        assertEquals(List.of("授权书编号", "签字的日子"), result.headings(Column.Use.UNKNOWN));
        assertEquals(List.of(), office.records().get(0).content().rows(ConsentRow.GROUP));
    }

    @Test
    void leavesOutAnAdverseItemWhoseTermIsOverAndTellsNothingOfIt() {
        var result = office.run(
                sheet(List.of(
                        List.of("姓名（户主）", "身份证号", "所在村", "失信事实", "发生日", "行为终止日"),
                        List.of("关庆林", office.number(), "双桥村", "贷款逾期四个月", "约在冬天", "2015-03-01"),
                        List.of("那守田", office.number(), "双桥村", "贷款逾期九个月", "", ""))),
                OPTIONS);

        assertEquals(2, result.accepted());
        var contents = office.records().stream().map(record -> record.content()).toList();
        assertTrue(contents.stream().noneMatch(content -> content.asMap().containsValue("贷款逾期四个月")));
        assertEquals(
                1,
                contents.stream().filter(content -> content.hasBlock("adverse")).count());
        assertEquals(
                List.of(
                        "行为终止日 intake.term.over [不良记录, 5] ",
                        "行为终止日 law.term.endless [不良记录] ",
                        " check.incomplete [不良记录, 类型] "),
                result.problems().stream()
                        .map(problem ->
                                problem.column() + " " + problem.violation().code() + " "
                                        + problem.violation().args() + " " + problem.value())
                        .toList());
    }

    @Test
    void anItemThatTheArchiveHasStaysWhenAFileGivesItAnEndLongAgo() {
        var number = office.number();
        var headings = List.of("姓名（户主）", "身份证号", "所在村", "失信事实", "行为终止日");
        office.run(sheet(List.of(headings, List.of("关庆林", number, "双桥村", "贷款逾期四个月", "2024-03-01"))), OPTIONS);
        var before = office.records().get(0).content();
        assertTrue(before.hasBlock("adverse"));

        var result =
                office.run(sheet(List.of(headings, List.of("关庆林", number, "双桥村", "贷款逾期十个月", "2014-03-01"))), OPTIONS);

        assertEquals(before, office.records().get(0).content());
        assertEquals(1, result.unchanged());
        assertEquals("intake.term.over", result.problems().get(0).violation().code());
    }

    @Test
    void anItemStaysWhenAFileGivesItAnEndLongAgoWhileTheDayIsNotSure() {
        var headings = List.of("姓名（户主）", "身份证号", "所在村", "失信事实", "行为终止日");
        var number = office.number();
        office.run(sheet(List.of(headings, List.of("关庆林", number, "双桥村", "贷款逾期四个月", ""))), OPTIONS);
        office.store().sure(Instant.parse("2014-01-01T00:00:00Z"));

        var result =
                office.run(sheet(List.of(headings, List.of("关庆林", number, "双桥村", "贷款逾期四个月", "2014-03-01"))), OPTIONS);

        assertTrue(office.records().get(0).content().hasBlock("adverse"));
        assertEquals(1, result.unchanged());
    }

    @Test
    void anItemThatTheArchiveHasWithoutItsEndIsDeletedWhenAFileGivesItAnEndLongAgo() {
        var number = office.number();
        var headings = List.of("姓名（户主）", "身份证号", "所在村", "失信事实", "行为终止日");
        office.run(sheet(List.of(headings, List.of("关庆林", number, "双桥村", "贷款逾期四个月", ""))), OPTIONS);
        assertTrue(office.records().get(0).content().hasBlock("adverse"));
        var ended = sheet(List.of(headings, List.of("关庆林", number, "双桥村", "贷款逾期四个月", "2014-03-01")));

        var result = office.run(ended, OPTIONS);

        assertFalse(office.records().get(0).content().hasBlock("adverse"));
        assertEquals(1, result.updated());
        assertEquals(
                List.of("intake.term.deleted"),
                result.problems().stream()
                        .map(problem -> problem.violation().code())
                        .toList());
        assertFalse(result.changed().toString().contains("贷款"));
        assertEquals(1, office.run(ended, OPTIONS).unchanged());
    }

    @Test
    void anotherItemWithoutAnEndIsNotTakenForTheOneThatAFileTellsOf() {
        var number = office.number();
        var headings = List.of("姓名（户主）", "身份证号", "所在村", "失信事实", "行为终止日");
        office.run(sheet(List.of(headings, List.of("关庆林", number, "双桥村", "拖欠水费", ""))), OPTIONS);
        var before = office.records().get(0).content();

        office.run(sheet(List.of(headings, List.of("关庆林", number, "双桥村", "贷款逾期四个月", "2014-03-01"))), OPTIONS);

        assertEquals(before, office.records().get(0).content());
    }

    @Test
    void aSheetIsNotCalledByWhatIsForbidden() {
        var sheet = new Sheet("乙肝患者名单.xlsx", "尘肺", List.of());
        assertEquals(List.of("—.xlsx", "—"), List.of(sheet.file(), sheet.name()));
        var lawful = new Sheet("2025年残疾人补贴发放表.xlsx", "双桥村", List.of());
        assertEquals(List.of("2025年残疾人补贴发放表.xlsx", "双桥村"), List.of(lawful.file(), lawful.name()));
    }
}

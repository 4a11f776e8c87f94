package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.common.AppException;

/** Which rows of a sheet are households, and what becomes of cells that say nothing. */
class IntakeRowsTest {
    private static final List<String> HEADER = List.of("户主姓名", "身份证号", "行政村", "家庭人口");

    private final RosterOffice office = new RosterOffice();

    @Test
    void readsTheVillagesBehindTheTotalOfEach() {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        for (var village : List.of("双桥村", "后红村")) {
            rows.add(row("关庆林", village));
            rows.add(row("那守田", village));
            rows.add(List.of("合计", "", "", "2"));
        }
        rows.add(List.of("制表：王海燕", "", "", ""));
        var result = office.run(sheet(rows), OPTIONS);
        assertEquals(List.of(4, 0), List.of(result.accepted(), result.rejected().size()));
    }

    @Test
    void readsTheRowsBelowATotalThatStandsOnTop() {
        var result = office.run(
                sheet(List.of(HEADER, List.of("合计", "", "", "2"), row("关庆林", "双桥村"), row("那守田", "双桥村"))), OPTIONS);
        assertEquals(List.of(2, 0), List.of(result.accepted(), result.rejected().size()));
    }

    @Test
    void namesAFormulaThatFailedAndWritesNothingForIt() {
        var number = office.number();
        var result = office.run(
                new Sheet(
                        "花名册.xlsx",
                        "Sheet1",
                        List.of(
                                sheet(List.of(HEADER)).rows().get(0),
                                new SheetRow(2, List.of(text("关庆林"), text(number), text("双桥村"), error())),
                                new SheetRow(3, List.of(text("那守田"), error(), text("双桥村"), text("3"))),
                                new SheetRow(
                                        4,
                                        List.of(
                                                text("何秀兰"),
                                                text(office.number()),
                                                text("双桥村"),
                                                Cell.WITHOUT_RESULT)))),
                OPTIONS);
        assertEquals(
                List.of(2, 2, 1),
                List.of(result.accepted(), result.warned(), result.rejected().size()));
        assertEquals(
                List.of("intake.formula.error", "intake.formula.error", "intake.formula.empty"),
                result.problems().stream()
                        .map(problem -> problem.violation().code())
                        .toList());
        assertEquals("", office.records().get(0).content().text("head.people"));
    }

    /** A village that is written once for all its households, as one merged cell. */
    @Test
    void aMergedCellBelongsToAllItsRows() {
        var rows = sheet(List.of(HEADER, row("关庆林", "双桥村"), row("那守田", ""), row("何秀兰", "后红村")))
                .rows();
        var result = office.run(new Sheet("花名册.xlsx", "Sheet1", rows, List.of(new MergedCell(2, 3, 2, 2))), OPTIONS);
        assertEquals(List.of(3, 0), List.of(result.accepted(), result.rejected().size()));
        var regions = office.records().stream()
                .map(record -> record.region())
                .sorted()
                .distinct()
                .toList();
        assertEquals(2, regions.size());
    }

    @Test
    void aUnitAboveTheHeadingsAppliesToAmountsWithoutOne() {
        var result = office.run(
                sheet(List.of(
                        List.of("填报单位：拉林镇　单位：万元、亩"),
                        List.of("户主姓名", "身份证号", "行政村", "家庭年收入", "家庭年支出（元）", "承包地面积"),
                        List.of("关庆林", office.number(), "双桥村", "3.1", "12000", "15"))),
                OPTIONS.withPaperConsent("2026-01"));
        var income = result.columns().get(3);
        assertEquals(List.of("万元", Optional.of(1)), List.of(income.unit(), income.unitRow()));
        assertEquals(Optional.empty(), result.columns().get(4).unitRow());
        var values = office.records().get(0).content().asMap().values();
        assertTrue(
                values.contains("31000.00") && values.contains("12000.00") && values.contains("15"), values.toString());
    }

    @Test
    void headingsInTwoRowsAreReadTogether() {
        var result = office.run(
                new Sheet(
                        "花名册.xlsx",
                        "Sheet1",
                        sheet(List.of(
                                        List.of("二〇二六年农户基本情况"),
                                        List.of("行政村", "户主", "", "上年收支（万元）", "", "配偶", ""),
                                        List.of("", "姓名", "身份证号", "总收入", "总支出", "姓名", "身份证号"),
                                        List.of("双桥村", "关庆林", office.number(), "7.5", "3.2", "何秀兰", office.number())))
                                .rows(),
                        List.of(
                                new MergedCell(2, 3, 0, 0),
                                new MergedCell(2, 2, 1, 2),
                                new MergedCell(2, 2, 3, 4),
                                new MergedCell(2, 2, 5, 6))),
                OPTIONS.withPaperConsent("2026-01"));
        assertEquals(List.of(1, 3), List.of(result.accepted(), result.headerRow()));
        var content = office.records().get(0).content();
        assertEquals("关庆林", content.text("head.name"));
        assertTrue(content.asMap().containsValue("75000.00"), content.asMap().toString());
        assertFalse(content.asMap().containsValue("何秀兰"), content.asMap().toString());
        assertEquals(List.of("配偶姓名", "配偶身份证号"), result.headings(Column.Use.UNKNOWN));
    }

    @Test
    void aNameAndANumberOfDifferentPeopleAreNotJoined() {
        var rows = List.of(List.of("户主姓名", "评议对象", "身份证号", "行政村"), List.of("关庆林", "何秀兰", office.number(), "双桥村"));
        var refused = assertThrows(AppException.class, () -> office.run(sheet(rows), OPTIONS));
        assertEquals(List.of("花名册.xlsx", "owners", "户主姓名", "评议对象"), refused.args());
        var other = sheet(List.of(List.of("姓名", "户主身份证号", "行政村"), List.of("关庆林", office.number(), "双桥村")));
        assertEquals(
                List.of("花名册.xlsx", "owners", "姓名", "户主身份证号"),
                assertThrows(AppException.class, () -> office.run(other, OPTIONS))
                        .args());
        assertEquals(List.of(), office.records());

        var same = List.of(List.of("户主姓名", "评议对象", "身份证号", "行政村"), List.of("关庆林", "关庆林", office.number(), "双桥村"));
        assertEquals(1, office.run(sheet(same), OPTIONS).accepted());
    }

    private static Cell text(String text) {
        return new Cell(text, Cell.Kind.TEXT);
    }

    private static Cell error() {
        return new Cell("#DIV/0!", Cell.Kind.ERROR);
    }

    private List<String> row(String name, String village) {
        return List.of(name, office.number(), village, "3");
    }

    @Test
    void rowsThatExplainTheHeadingsAreNoHouseholds() {
        var header = List.of("序号", "户主姓名", "身份证号", "行政村", "家庭人口", "文化程度");
        var result = office.run(
                sheet(List.of(
                        header,
                        List.of("", "必填", "必填", "必填", "选填", "选填"),
                        List.of("", "", "", "", "10分", "（5分）"),
                        List.of("示例", "张三", "230184197001010000", "某村", "3", "初中"),
                        List.of("1", "李四（示例）", "230184197001010000", "某村", "3", "初中"),
                        List.of("1", "关庆林", office.number(), "双桥村", "3", "初中"))),
                OPTIONS);
        assertEquals(List.of(1, 0), List.of(result.accepted(), result.rejected().size()));
        assertEquals(
                5,
                result.nonRows().stream()
                        .filter(row -> row.kind() == NonRow.Kind.HEADER)
                        .count());
    }
}

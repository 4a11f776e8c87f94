package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private static Cell text(String text) {
        return new Cell(text, Cell.Kind.TEXT);
    }

    private static Cell error() {
        return new Cell("#DIV/0!", Cell.Kind.ERROR);
    }

    private List<String> row(String name, String village) {
        return List.of(name, office.number(), village, "3");
    }
}

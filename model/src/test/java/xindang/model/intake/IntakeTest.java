package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.TODAY;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Violation;
import xindang.model.practice.PracticeRoster;
import xindang.model.value.ResidentNumber;

/** A roster, row by row, and what is told of it. */
class IntakeTest {
    private final RosterOffice office = new RosterOffice();

    @Test
    void takesAPracticeTownAndAccountsForEveryRow() {
        var sheet = sheet(new PracticeRoster(5, TODAY).rows(40));
        var result = office.run(sheet, OPTIONS.withPaperConsent("2026-01"));
        assertEquals(40, result.accepted());
        assertEquals(40, result.created());
        assertEquals(
                List.of(44, 45, 46),
                result.rejected().stream().map(SheetRow::number).toList());
        assertEquals(
                result.rows(),
                result.accepted() + result.rejected().size() + result.nonRows().size());
        assertEquals(40, office.records().size());
        assertTrue(office.records().stream()
                .allMatch(r -> r.content().rows("income.years").equals(List.of("y2026"))));
    }

    @Test
    void changesNothingWhenTheSameFileComesAgainAndOnlyWhatWasCorrected() {
        var rows = new PracticeRoster(5, TODAY).rows(20);
        office.run(sheet(rows), OPTIONS.withPaperConsent("2026-01"));
        var before = office.records();
        var again = office.run(sheet(rows), OPTIONS.withPaperConsent("2026-01"));
        assertEquals(20, again.unchanged());
        assertEquals(before, office.records());

        var corrected = new ArrayList<>(rows);
        var row = new ArrayList<>(rows.get(5));
        row.set(5, "15400000000");
        corrected.set(5, row);
        var third = office.run(sheet(corrected), OPTIONS.withPaperConsent("2026-01"));
        assertEquals(List.of(1, 19), List.of(third.updated(), third.unchanged()));
    }

    @Test
    void writesNothingOnADryRunThoughItSaysWhatItWould() {
        var result = office.run(sheet(new PracticeRoster(5, TODAY).rows(10)), OPTIONS.asDryRun());
        assertEquals(10, result.created());
        assertEquals(List.of(), office.records());
    }

    @Test
    void leavesACellItCannotReadEmptyAndKeepsItsTextInTheList() {
        var result = office.run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "家庭人口", "备注"),
                        List.of("关庆林", office.number(), "双桥村", "好几口", "=HYPERLINK(\"http://127.0.0.1/\",\"x\")"))),
                OPTIONS);
        assertEquals(List.of(1, 1), List.of(result.accepted(), result.warned()));
        assertEquals("好几口", result.problems().get(0).value());
        var content = office.records().get(0).content();
        assertEquals("", content.text("head.people"));
        assertEquals("=HYPERLINK(\"http://127.0.0.1/\",\"x\")", content.text("file.note"));
    }

    @Test
    void doesNotTakeRowsBehindTheTotalNorDropThem() {
        var result = office.run(
                sheet(List.of(
                        List.of("花名册"),
                        List.of("户主姓名", "身份证号", "行政村"),
                        List.of("关庆林", office.number(), "双桥村"),
                        List.of("合计"),
                        List.of("那守田", office.number(), "双桥村"),
                        List.of("填表人：王海燕"))),
                OPTIONS);
        assertEquals(1, result.accepted());
        assertEquals(
                List.of("intake.row.afterTotal"),
                result.problems().stream().map(p -> p.violation().code()).toList());
        assertEquals(
                List.of(NonRow.Kind.TITLE, NonRow.Kind.HEADER, NonRow.Kind.TOTAL, NonRow.Kind.FOOTER),
                result.nonRows().stream().map(NonRow::kind).toList());
    }

    @Test
    void findsColumnsNoFieldIsCalledByFromWhatTheyHold() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("户主姓名", "家庭人口", "某列", "另一列"));
        for (var i = 0; i < 5; i++) {
            rows.add(List.of("关庆林", "3", office.number(), "双桥村村委会"));
        }
        assertEquals(5, office.run(sheet(rows), OPTIONS).accepted());
    }

    @Test
    void warnsOfAPractitionerWhoBeganAsAChild() {
        var seven = "23018419740309421";
        var result = office.run(
                sheet(List.of(
                        List.of("姓名", "身份证号", "职业类别", "首次执业日期", "执业证号"),
                        List.of(
                                "周某",
                                seven + ResidentNumber.checkDigit(seven),
                                "律师",
                                "1981-07-01",
                                "12301201412345678"),
                        List.of("吴某", office.number(), "律师", "2015-07-01", "12301201412345679"))),
                IntakeOptions.of("practitioner", "王海燕"));

        assertEquals(2, result.accepted());
        assertEquals(
                List.of("2 WARNING 首次执业日期 1981-07-01 check.age[, 首次从业日期 1981-07-01, 出生日期 1974-03-09, 16]"),
                result.problems().stream()
                        .map(problem -> problem.row() + " " + problem.severity() + " " + problem.column() + " "
                                + problem.value() + " " + problem.violation().code()
                                + problem.violation().args())
                        .toList());
    }

    @Test
    void namesTheColumnOfANumberOfPeopleThatTheMembersExceed() {
        var result = office.run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "家庭人口", "家庭成员"),
                        List.of("关庆林", office.number(), "双桥村", "1", "关春梅、关小雨"))),
                OPTIONS);

        var problem = result.problems().get(0);
        assertEquals("check.rows", problem.violation().code());
        assertEquals(List.of("家庭人口", "1"), List.of(problem.column(), problem.value()));
    }

    @Test
    void saysNothingOfTheReasonsThatItGaveBackItself() {
        for (var ours : List.of("没有导入的原因", "Why it was rejected")) {
            var result = office.run(
                    sheet(List.of(
                            List.of("户主姓名", "身份证号", "行政村", "家庭人口", ours, "农活"),
                            List.of("关庆林", office.number(), "双桥村", "3", "没有这个村", "种地"))),
                    OPTIONS);

            assertEquals(1, result.accepted());
            assertEquals(List.of("农活"), result.headings(Column.Use.UNKNOWN));
        }
    }

    @Test
    void warnsOfNothingWhereOnlyTheFormWasBroughtInOrder() {
        var result = office.run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村", "联系电话"),
                        List.of("关　林", office.number().toLowerCase(Locale.ROOT), "双桥村", " 154-0000-0001"))),
                OPTIONS);
        assertEquals(List.of(), result.problems());
        assertEquals("15400000001", office.records().get(0).content().text("head.phone"));
    }

    @Test
    void namesTheSheetsItDidNotRead() {
        var header = List.of("户主姓名", "身份证号", "行政村");
        var notes = new Sheet("花名册.xlsx", "说明", sheet(List.of(List.of("填表说明"))).rows());
        var first = sheet(List.of(header, List.of("关庆林", office.number(), "双桥村")));
        var second = new Sheet(
                "花名册.xlsx",
                "第二村",
                sheet(List.of(header, List.of("关庆海", office.number(), "双桥村"))).rows());
        var other = new Sheet(
                "花名册.xlsx",
                "存款",
                sheet(List.of(List.of("户主姓名", "身份证号", "存款"), List.of("关庆海", office.number(), "500")))
                        .rows());
        var hidden = new Sheet("花名册.xlsx", "去年", second.rows(), List.of(), true, 0);
        var result = office.run(List.of(notes, hidden, first, second, other), OPTIONS);
        assertEquals(
                List.of("Sheet1", "第二村"),
                result.sheets().stream().map(read -> read.sheet().name()).toList());
        assertEquals(List.of(2, 4), List.of(result.created(), result.rows()));
        assertEquals(List.of("存款"), result.otherSheets());
        assertEquals(List.of("去年"), result.hiddenSheets());
        var again = office.run(List.of(hidden.shown(), first, second), OPTIONS);
        assertEquals(List.of(2, 1), List.of(again.unchanged(), again.rejected().size()));
        assertEquals(
                Violation.of("intake.number.elsewhere", "2", "2", "去年"),
                again.problems().get(0).violation());
        assertEquals("第二村", again.problems().get(0).sheet());
    }

    @Test
    void refusesASheetWithoutHeader() {
        var failure = assertThrows(
                AppException.class, () -> office.run(sheet(List.of(List.of("你好"), List.of("世界"))), OPTIONS));
        assertEquals(ErrorCode.UNREADABLE, failure.code());
    }
}

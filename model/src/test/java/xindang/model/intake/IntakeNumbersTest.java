package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.common.Violation;

/** Who a row is: its number, its name, and both together. */
class IntakeNumbersTest {
    private final RosterOffice office = new RosterOffice();

    @Test
    void refusesANumberTwiceAndNamesBothRows() {
        var number = office.number();
        var result = office.run(
                sheet(List.of(
                        List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number, "双桥村"), List.of("关长河", number, "双桥村"))),
                OPTIONS);
        assertEquals(1, result.accepted());
        assertEquals(
                List.of(Violation.of("intake.number.repeated", "2", "3")),
                result.problems().stream().map(Problem::violation).toList());
    }

    @Test
    void refusesANumberThatStandsInTheArchiveUnderAnotherName() {
        var number = office.number();
        office.run(sheet(List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", number, "双桥村"))), OPTIONS);
        var result = office.run(sheet(List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关长河", number, "双桥村"))), OPTIONS);
        assertEquals(
                List.of(Violation.of("intake.number.taken", "关庆林")),
                result.problems().stream().map(Problem::violation).toList());
    }

    @Test
    void keepsAPersonWithoutNumberAsUnverifiedOnlyWhenToldTo() {
        var rows = List.of(
                List.of("户主姓名", "身份证号", "行政村", "村民小组"),
                List.of("关庆林", "", "双桥村", "三组"),
                List.of("那守田", "230184196807124217X", "双桥村", "五组"));
        assertEquals(0, office.run(sheet(rows), OPTIONS).accepted());
        var kept = office.run(sheet(rows), OPTIONS.keepingUnverified());
        assertEquals(List.of(2, 2), List.of(kept.accepted(), kept.warned()));
        assertEquals(2, office.run(sheet(rows), OPTIONS.keepingUnverified()).unchanged());
        assertTrue(office.records().stream()
                .allMatch(r -> r.content().text("head.unverified").equals("true")));

        var number = office.number();
        var corrected = List.of(rows.get(0), List.of("关庆林", number, "双桥村", "三组"));
        assertEquals(1, office.run(sheet(corrected), OPTIONS).updated());
        var verified = office.records().stream()
                .filter(r -> r.content().text("head.number").equals(number))
                .toList();
        assertEquals(
                List.of(""),
                verified.stream().map(r -> r.content().text("head.unverified")).toList());
        assertEquals(2, office.records().size());
    }

    @Test
    void aRepeatedNumberThatIsCorrectedBecomesAnArchiveOfItsOwn() {
        var header = List.of("户主姓名", "身份证号", "行政村", "村民小组", "联系电话");
        var number = office.number();
        for (var other : List.of("关长河", "关庆林")) {
            var mine = List.of("关庆林", number, "双桥村", "三组", "15400000001");
            var theirs = List.of(other, number, "双桥村", "三组", "15400000002");
            var first = office.run(sheet(List.of(header, mine, theirs)), OPTIONS);
            assertEquals(1, first.rejected().size(), other);
            var before = only("head.number", number);

            var corrected = office.number();
            var second =
                    office.run(sheet(List.of(header, List.of(other, corrected, "双桥村", "三组", "15400000002"))), OPTIONS);

            assertEquals(List.of(1, 0), List.of(second.created(), second.updated()), other);
            assertEquals(before, only("head.number", number));
            assertEquals("15400000002", only("head.number", corrected).content().text("head.phone"));
        }
    }

    @Test
    void aNamesakeNeverTakesTheArchiveOfSomebodyWhoseNumberWasVerified() {
        var header = List.of("户主姓名", "身份证号", "行政村", "村民小组", "联系电话");
        office.run(sheet(List.of(header, List.of("关庆林", "", "双桥村", "三组", "15400000001"))), OPTIONS.keepingUnverified());
        var number = office.number();
        office.run(sheet(List.of(header, List.of("关庆林", number, "双桥村", "三组", "15400000001"))), OPTIONS);
        var before = only("head.number", number);

        var unnumbered = office.run(
                sheet(List.of(header, List.of("关庆林", "", "双桥村", "三组", "15400000002"))), OPTIONS.keepingUnverified());
        var numbered = office.run(
                sheet(List.of(header, List.of("关庆林", office.number(), "双桥村", "三组", "15400000003"))), OPTIONS);

        assertEquals(
                List.of("intake.number.namesake"),
                unnumbered.problems().stream().map(p -> p.violation().code()).toList());
        assertEquals(0, unnumbered.accepted());
        assertEquals(1, numbered.created());
        assertEquals(before, only("head.number", number));
    }

    @Test
    void readsANumberBehindTheApostropheOfASpreadsheet() {
        var rows = List.of(List.of("户主姓名", "身份证号", "行政村"), List.of("关庆林", "'" + office.number(), "双桥村"));
        assertEquals(List.of(), office.run(sheet(rows), OPTIONS).problems());
    }

    private ArchiveRecord only(String path, String value) {
        var found = office.records().stream()
                .filter(record -> record.content().text(path).equals(value))
                .toList();
        assertEquals(1, found.size(), value);
        return found.get(0);
    }
}

package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;

/** A batch of papers and the people in it who refused or withdrew. */
class PapersTest {
    private static final IntakeOptions PAPER = OPTIONS.withPaperConsent("2026-01");
    private static final PaperConsent BANK =
            new PaperConsent("2026-09", Optional.of(LocalDate.of(2026, 11, 2)), "冰城村镇银行", "授信", Optional.empty());

    private final RosterOffice office = new RosterOffice();
    private final String number = office.number();

    @Test
    void theDayOfTheSignatureIsTheOneThatIsSaidOrElseToday() {
        office.run(file("1"), OPTIONS.with(PaperConsent.toCollect("A", Optional.of(LocalDate.of(2026, 11, 2)))));
        assertEquals(List.of("2026-11-02 2026-11-02"), days());
        var other = new RosterOffice();
        other.run(sheet(List.of(List.of("姓名（户主）", "身份证号", "所在村"), List.of("关庆林", other.number(), "双桥村"))), PAPER);
        var row = Gate.consentActs(other.records().get(0).content()).get(0);
        assertEquals(Optional.of(RosterOffice.TODAY), row.signedAt());
    }

    /** Another office may have deleted the row meanwhile: the merge must know that this one had it. */
    @Test
    void whatIsAddedToARowNamesAValueOfItThatStays() {
        var head = List.of("姓名（户主）", "身份证号", "所在村", "年收入（元）");
        var row = List.of("关庆林", office.number(), "双桥村", "20000");
        office.run(sheet(List.of(head, row)), PAPER);
        var id = office.records().get(0).id();
        var more = new ArrayList<>(head);
        more.add("年支出（元）");
        var values = new ArrayList<>(row);
        values.add("9000");
        office.run(sheet(List.of(more, values)), PAPER);

        var year = "income.years.y2026.";
        var change = office.store().history(id).stream()
                .filter(made ->
                        made.changed().stream().map(FieldChange::path).toList().equals(List.of(year + "totalExpense")))
                .findFirst()
                .orElseThrow();
        assertTrue(
                change.fields().stream()
                        .anyMatch(field -> field.path().startsWith(year)
                                && field.before().isPresent()
                                && field.before().equals(field.after())),
                change.fields().toString());
    }

    @Test
    void aBatchToPassOnIsARowOfItsOwnAndOpensNothingToCollect() {
        var result = office.run(file("1"), OPTIONS.with(BANK));
        assertEquals(1, result.lockedRows());
        var row = rows().get(0);
        assertEquals(
                List.of("pass-on", "冰城村镇银行", "授信", "2026-09"),
                List.of(row.use(), row.receiver(), row.purpose(), row.reference()));
        var again = office.run(file("1"), OPTIONS.with(BANK));
        assertEquals(1, again.unchanged());
    }

    @Test
    void neverOpensWhatWasWithdrawnWhateverTheDaysAndTheReferenceAre() {
        for (var day : List.of("2026-11-01", "2026-11-17", "2026-11-18", "2027-05-01", "")) {
            for (var reference : List.of("2026-01", "2026-02")) {
                var place = new RosterOffice();
                var roster = file(place.number(), "1");
                place.run(
                        roster,
                        OPTIONS.with(PaperConsent.toCollect("2026-01", Optional.of(LocalDate.of(2026, 11, 1)))));
                record(place, "w", Map.of("kind", "withdrawn", "signedAt", day, "blocks", "finance.deposits"));
                var later = PaperConsent.toCollect(reference, Optional.of(RosterOffice.TODAY));
                var result = place.run(file(roster, "2"), OPTIONS.with(later));
                var said = day + " " + reference;
                assertEquals(
                        List.of(1, 1, 1),
                        List.of(result.accepted(), result.withdrawnRows(), result.lockedRows()),
                        said);
                assertEquals(List.of("关庆林 law.consent.withdrawn"), said(result), said);
                assertEquals("10000.00", place.records().get(0).content().text("finance.deposits"), said);
                assertEquals("20000.00", place.records().get(0).content().text("income.years.y2026.totalIncome"), said);
                var again = place.run(file(roster, "2"), OPTIONS.with(later));
                assertEquals(List.of(1, 1), List.of(again.unchanged(), again.withdrawnRows()), said);
            }
        }
    }

    @Test
    void writesNoPaperForWhoRefusedAll() {
        office.run(file("1"), OPTIONS);
        record(office, "r", Map.of("kind", "refused", "signedAt", "2026-11-10"));
        var result = office.run(file("1"), PAPER.with(BANK));
        assertEquals(List.of("关庆林 law.consent.withdrawn.all", "关庆林 law.consent.withdrawn.pass"), said(result));
        assertEquals(List.of("refused"), rows().stream().map(ConsentRow::kind).toList());
    }

    @Test
    void passingOnThatWasWithdrawnStaysSoForItsReceiverOnly() {
        office.run(file("1"), PAPER);
        record(
                office,
                "w",
                Map.of("kind", "withdrawn", "use", "pass-on", "receiver", "冰城村镇银行", "signedAt", "2026-11-01"));
        var other = new PaperConsent("2026-09", BANK.signedOn(), "拉林信用社", "授信", Optional.empty());
        var result = office.run(file("1"), PAPER.with(BANK).with(other));
        assertEquals(List.of("关庆林 law.consent.withdrawn.pass"), said(result));
        assertEquals(
                List.of("拉林信用社"),
                rows().stream()
                        .filter(row -> row.isPassOn() && row.isGiven())
                        .map(ConsentRow::receiver)
                        .toList());
    }

    @Test
    void whoSignedAgainByThemselvesIsOpenAndTheBatchIsWritten() {
        office.run(file("1"), OPTIONS);
        record(office, "r", Map.of("kind", "refused", "signedAt", "2026-11-10"));
        record(office, "s", Map.of("kind", "signed", "noticeAt", "2026-11-11", "signedAt", "2026-11-11"));
        var result = office.run(file("1"), PAPER);
        assertEquals(List.of(0, 0), List.of(result.withdrawnRows(), result.lockedRows()));
        assertEquals(3, rows().size());
    }

    @Test
    void anImportThatTouchesNothingClosedSaysNothing() {
        office.run(file("1"), PAPER);
        record(office, "w", Map.of("kind", "withdrawn", "signedAt", "2026-11-18"));
        var phones =
                sheet(List.of(List.of("姓名（户主）", "身份证号", "所在村", "手机"), List.of("关庆林", number, "双桥村", "13845106053")));
        assertTrue(office.run(phones, OPTIONS).problems().isEmpty());
        assertEquals(List.of("关庆林 law.consent.withdrawn.all"), said(office.run(file("1"), OPTIONS)));
    }

    private Sheet file(String tenThousand) {
        return file(number, tenThousand);
    }

    private static Sheet file(String number, String tenThousand) {
        return sheet(List.of(
                List.of("姓名（户主）", "身份证号", "所在村", "存款（万元）", "年收入（万元）"),
                List.of("关庆林", number, "双桥村", tenThousand, tenThousand)));
    }

    private static Sheet file(Sheet roster, String tenThousand) {
        return file(roster.rows().get(1).cell(1).text(), tenThousand);
    }

    private List<String> days() {
        return rows().stream()
                .map(row -> row.noticeAt().orElseThrow() + " " + row.signedAt().orElseThrow())
                .toList();
    }

    private List<ConsentRow> rows() {
        return Gate.consentActs(office.records().get(0).content());
    }

    private static List<String> said(IntakeResult result) {
        return result.problems().stream()
                .map(problem -> problem.name() + " " + problem.violation().code())
                .toList();
    }

    private static void record(RosterOffice office, String row, Map<String, String> values) {
        ArchiveRecord record = office.records().get(0);
        var fields = new HashMap<String, String>();
        values.forEach((field, value) -> fields.put("consents.given." + row + "." + field, value));
        fields.values().removeIf(String::isEmpty);
        office.store.save(List.of(new Draft(
                office.ids.next(),
                record.id(),
                record.template(),
                fields.entrySet().stream()
                        .map(entry -> FieldChange.set(entry.getKey(), entry.getValue()))
                        .toList(),
                "王海燕",
                record.updatedAt(),
                "consent",
                List.of())));
    }
}

package xindang.desktop.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.model.template.Audience;

class ReportViewModelTest {
    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private final RecordedPrinting printing = new RecordedPrinting();
    private final SimpleStringProperty lastPurpose = new SimpleStringProperty("");
    private UUID subject = new UUID(0, 0);

    @BeforeEach
    void fill() {
        bench.fill(12);
        subject = bench.any();
        bench.ratings.rate(subject, Bench.USER);
    }

    private ReportViewModel open() {
        var record = bench.store.find(subject).orElseThrow();
        var model = new ReportViewModel(
                bench.desk(), bench.office(), Presses.of(bench, printing), record, "五常市拉林满族镇人民政府", lastPurpose);
        model.prepare();
        return model;
    }

    private List<String> queries() {
        return bench.store.about(subject, "query", 10).stream()
                .map(query -> query.content().text("query.kind") + " "
                        + query.content().text("query.purpose"))
                .sorted()
                .toList();
    }

    @Test
    void showsNothingBeforeThereIsAPurpose() {
        var model = open();
        assertEquals(List.of(), List.copyOf(model.pages()));
        assertEquals(1, model.reasons().size());
        assertEquals(List.of(), queries());
    }

    @Test
    void aPurposeShowsThePagesAndIsLogged() {
        var model = open();
        model.purpose.set("贷款审查");
        assertTrue(model.pages().size() >= 2, "pages " + model.pages().size());
        assertEquals(List.of(), List.copyOf(model.reasons()));
        assertEquals(List.of("view 贷款审查"), queries());
        assertTrue(model.checks().stream().anyMatch(check -> check.words().startsWith("评定 2026-11-18")));
        assertTrue(model.checks().stream()
                .anyMatch(check -> !check.fine() && check.words().startsWith("2 天没有与平台同步")));
    }

    @Test
    void aContradictionStopsTheReportAndIsRed() {
        bench.archives.edit(subject, Map.of("head.people", "3", "head.workers", "4"), Bench.USER);
        var model = open();
        model.purpose.set("贷款审查");
        assertEquals(List.of(), List.copyOf(model.pages()));
        assertEquals(List.of("劳动力 4 人多于家庭人口 3 人，请核对。"), List.copyOf(model.reasons()));
        assertTrue(
                model.checks().stream().anyMatch(IssueCheck::stops),
                model.checks().toString());

        bench.archives.edit(subject, Map.of("head.workers", "3"), Bench.USER);
        model.prepare();
        assertFalse(model.pages().isEmpty());
        assertTrue(model.checks().stream().noneMatch(IssueCheck::stops));
    }

    @Test
    void namesThatTheLawForbidsAreRefusedAtTheirFieldAndNotKept() {
        var kept = new ArrayList<String>();
        var press = Presses.of(bench, printing);
        var record = bench.store.find(subject).orElseThrow();
        var model = new ReportViewModel(
                bench.desk(),
                bench.office(),
                new Press(press.reports(), press.paper(), press.issuer(), kept::add, printing),
                record,
                "五常市拉林满族镇人民政府",
                lastPurpose);
        model.purpose.set("贷款审查");
        model.issuer.set("老伴信基督教");
        model.issuerEntered();

        assertEquals(List.of(), kept);
        assertEquals(
                Set.of(ReportViewModel.Asked.ISSUER),
                model.wrongProperty().get().keySet());
        assertTrue(model.pages().isEmpty());
        model.print();
        assertEquals(List.of(), printing.titles);

        model.issuer.set("拉林信用社");
        model.issuerEntered();
        assertEquals(List.of("拉林信用社"), kept);
        assertEquals(Map.of(), model.wrongProperty().get());
        assertFalse(model.pages().isEmpty());

        model.purpose.set("看他是否有乙肝");
        model.recipient.set("老伴信基督教");
        model.prepare();
        assertEquals(
                Set.of(ReportViewModel.Asked.PURPOSE, ReportViewModel.Asked.RECIPIENT),
                model.wrongProperty().get().keySet());
        assertEquals(List.of("view 贷款审查"), queries());
    }

    @Test
    void theNextReportKeepsThePurpose() {
        open().purpose.set("信用户复核");
        assertEquals("信用户复核", open().purpose.get());
    }

    @Test
    void printingIsLoggedAndGivesTheNextReportItsOwnNumber() {
        var model = open();
        model.purpose.set("贷款审查");
        var first = model.preparedProperty().get().orElseThrow().content().number();
        model.print();
        assertEquals(1, printing.titles.size());
        assertTrue(printing.titles.get(0).contains(first));
        assertEquals(List.of("已送打印机，编号 " + first), bench.dialogs.notices);
        assertEquals(List.of("print 贷款审查", "view 贷款审查"), queries());
        assertNotEquals(
                first, model.preparedProperty().get().orElseThrow().content().number());
    }

    @Test
    void withoutAPrinterNothingIsLoggedAndTheWayOutIsNamed() {
        printing.name = Optional.empty();
        var model = open();
        model.purpose.set("贷款审查");
        model.print();
        assertTrue(model.failureProperty().get().orElse("").contains("PDF"));
        assertEquals(List.of("view 贷款审查"), queries());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void savesThePagesAsPdf() throws IOException {
        var file = folder.resolve("报告.pdf");
        bench.dialogs.files.add(file);
        var model = open();
        model.purpose.set("本人查询");
        model.savePdf();
        var head = new String(Files.readAllBytes(file), 0, 5, StandardCharsets.ISO_8859_1);
        assertEquals("%PDF-", head);
        assertEquals(List.of("export 本人查询", "view 本人查询"), queries());
    }

    @Test
    void refusesABankWithoutWrittenConsent() {
        var other = new Bench();
        other.intake()
                .run(
                        List.of(Bench.roster(3)),
                        xindang.model.intake.IntakeOptions.of("household", Bench.USER),
                        xindang.model.common.Progress.NONE);
        var record = other.store.find(other.any()).orElseThrow();
        var model = new ReportViewModel(
                other.desk(), other.office(), Presses.of(other, printing), record, "五常市拉林满族镇人民政府", lastPurpose);
        model.purpose.set("贷款审查");
        model.recipient.set("冰城村镇银行");
        model.audience.set(Audience.RECIPIENT);
        assertEquals(List.of(), List.copyOf(model.pages()));
        assertTrue(model.reasons().get(0).contains("书面授权"), model.reasons().toString());
        model.print();
        assertEquals(List.of(), printing.titles);
        model.audience.set(Audience.OFFICE);
        assertTrue(model.pages().isEmpty(), "a name outside the office is a receiver, whatever is chosen above");
        model.recipient.set("");
        assertFalse(model.pages().isEmpty());
        assertTrue(model.checks().stream().anyMatch(check -> check.words().startsWith("没有有效的书面授权")));
    }

    @Test
    void turnsOnlyToPagesThatAreThere() {
        var model = open();
        model.purpose.set("贷款审查");
        model.turnTo(99);
        assertEquals(0, model.pageProperty().get());
        model.turnTo(1);
        assertEquals(1, model.pageProperty().get());
    }

    @Test
    void anotherIssuerStandsOnThePagesAtOnce() {
        var model = open();
        model.purpose.set("贷款审查");
        model.issuer.set("五常市拉林信用服务站");
        model.issuerEntered();
        assertEquals(
                "五常市拉林信用服务站",
                model.preparedProperty().get().orElseThrow().content().issuer());
        model.issuer.set(" ");
        model.issuerEntered();
        assertEquals(List.of("出报告要写明出具单位。"), List.copyOf(model.reasons()));
    }

    @Test
    void theRecipientStandsOnThePagesAndInTheLog() {
        var model = open();
        model.purpose.set("贷款审查");
        model.audience.set(Audience.RECIPIENT);
        assertEquals(List.of("给银行的报告要写明提供给哪一家，报告只供那一家使用。"), List.copyOf(model.reasons()));
        assertEquals(Optional.empty(), model.preparedProperty().get());
        model.recipient.set(" 冰城村镇银行 ");
        assertTrue(model.reasons().get(0).contains("没有本人同意"), model.reasons().toString());
        allow("冰城村镇银行");
        model.prepare();
        assertTrue(model.checks().stream()
                .anyMatch(check -> check.fine() && check.words().equals("同意提供给冰城村镇银行")));
        var shown = model.preparedProperty().get().orElseThrow();
        assertTrue(
                shown.content().toString().contains("仅供冰城村镇银行用于贷款审查"),
                shown.content().toString());
        model.print();
        assertEquals(List.of("冰城村镇银行"), recipients());
        assertEquals("", open().recipient.get());
    }

    @Test
    void aConsentThatEndsWhileThePageIsOpenStopsPrintingAndSaving() {
        var model = open();
        model.purpose.set("贷款审查");
        model.recipient.set("冰城村镇银行");
        allow("冰城村镇银行");
        model.audience.set(Audience.RECIPIENT);
        assertFalse(model.pages().isEmpty());
        consent(Map.of("kind", "withdrawn", "use", "pass-on", "signedAt", "2026-11-01"));
        bench.dialogs.files.add(folder.resolve("报告.pdf"));
        model.print();
        model.savePdf();
        assertEquals(List.of(), printing.titles);
        assertFalse(Files.exists(folder.resolve("报告.pdf")));
        assertEquals(List.of("view 贷款审查"), queries());
    }

    private void allow(String receiver) {
        consent(Map.of(
                "kind", "signed",
                "use", "pass-on",
                "receiver", receiver,
                "purpose", "贷款审查",
                "noticeAt", "2026-11-01",
                "signedAt", "2026-11-01"));
    }

    private void consent(Map<String, String> row) {
        var archives = bench.office().archives();
        var outcome = "withdrawn".equals(row.get("kind"))
                ? archives.withdrawConsent(subject, row, Bench.USER)
                : archives.giveConsent(subject, row, Bench.USER);
        assertEquals(List.of(), outcome.violations());
    }

    private List<String> recipients() {
        return bench.store.about(subject, "query", 10).stream()
                .filter(query -> query.content().text("query.kind").equals("print"))
                .map(query -> query.content().text("query.recipient"))
                .toList();
    }

    @Test
    void whatIsPrintedIsWhatIsSetAtThatMoment() {
        var model = open();
        model.purpose.set("贷款审查");
        model.issuer.set("五常市拉林信用服务站");
        model.print();
        assertEquals(
                "五常市拉林信用服务站",
                bench.store.about(subject, "report", 1).get(0).content().text("report.issuer"));
    }
}

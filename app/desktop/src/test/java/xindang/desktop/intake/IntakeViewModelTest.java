package xindang.desktop.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.ui.Place;
import xindang.model.archive.RecordFilter;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Progress;
import xindang.model.intake.Column;
import xindang.model.intake.IntakeOptions;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.PaperConsent;
import xindang.model.law.Gate;
import xindang.persistence.sheet.SheetFiles;

class IntakeViewModelTest {
    @TempDir
    private Path folder;

    private final Bench bench = new Bench();
    private final IntakeViewModel model = new IntakeViewModel(bench.desk(), bench.office());
    private Path roster = Path.of("");

    @BeforeEach
    void writeARoster() {
        roster = Rosters.plain(folder, 40);
    }

    private long kept() {
        return bench.store
                .list(RecordFilter.all("household"), RecordFilter.Window.first(1))
                .total();
    }

    private IntakeResult result() {
        return model.resultProperty().get().orElseThrow();
    }

    @Test
    void readsAChosenFileWithoutWriting() {
        bench.dialogs.files.add(roster);
        model.choose();
        assertEquals(Stage.CHECKED, model.stageProperty().get());
        assertEquals(40, result().accepted());
        assertEquals(3, result().rejected().size());
        assertEquals(0, kept());
    }

    @Test
    void writesWhatWasChecked() {
        model.take(roster);
        model.write();
        assertEquals(Stage.DONE, model.stageProperty().get());
        assertEquals(40, kept());
        assertFalse(model.writingProperty().get());
        model.finish();
        assertEquals(List.of(Place.of("archive")), bench.went);
        assertEquals(Stage.CHOOSE, model.stageProperty().get());
    }

    @Test
    void theNextFileBeginsWithoutTheConsentOfTheLast() {
        model.take(roster);
        model.consent.set("LL-2026-007");
        model.unverified.set(true);
        model.write();
        model.finish();

        assertEquals("", model.consent.get());
        assertFalse(model.unverified.get());
    }

    @Test
    void anotherFileInPlaceOfOneBeginsWithoutItsConsentAndTheSameFileWithIt() throws IOException {
        model.take(roster);
        model.consent.set("LL-2026-007");
        model.take(roster);
        assertEquals("LL-2026-007", model.consent.get());

        model.take(Files.copy(roster, roster.resolveSibling("other.xlsx")));

        assertEquals("", model.consent.get());
        assertEquals(Stage.CHECKED, model.stageProperty().get());
    }

    @Test
    void papersSayWhenTheyWereSignedAndToWhomTheInformationMayGo() {
        model.papers.pass.set("DW-01");
        model.take(roster);
        assertTrue(model.failureProperty().get().orElse("").contains("提供给谁"));
        model.papers.receiver.set("冰城村镇银行");
        model.papers.purpose.set("授信");
        model.papers.signedOn.set("2099-01-01");
        model.take(roster);
        assertTrue(model.failureProperty().get().orElse("").contains("今天之后"));
        model.papers.signedOn.set("");
        model.take(roster);
        assertEquals(Stage.CHECKED, model.stageProperty().get());
        assertTrue(model.recorded().get(0).contains("签字日期记为 "));
        model.papers.signedOn.set("2026-11-02");
        model.consentEntered();
        assertEquals(List.of(), model.recorded());
        model.write();
        var content = bench.store.find(bench.any()).orElseThrow().content();
        var row = Gate.consentActs(content).get(0);
        assertEquals(List.of("pass-on", "冰城村镇银行", "授信"), List.of(row.use(), row.receiver(), row.purpose()));
        assertEquals("2026-11-02", row.signedAt().orElseThrow().toString());
    }

    @Test
    void papersWithForbiddenWordsAreRefusedAndNothingIsRead() {
        model.papers.pass.set("DW-01");
        model.papers.receiver.set("老伴信基督教");
        model.papers.purpose.set("授信");
        model.take(roster);
        assertTrue(model.failureProperty().get().orElse("").contains("基督教"));
        assertEquals(Stage.CHOOSE, model.stageProperty().get());
        var options = IntakeOptions.of("household", Bench.USER)
                .with(new PaperConsent("DW-01", Optional.empty(), "冰城村镇银行", "看是否有乙肝", Optional.empty()));
        var refused = assertThrows(
                AppException.class, () -> bench.intake().run(List.of(Bench.roster(2)), options, Progress.NONE));
        assertEquals(ErrorCode.USAGE, refused.code());
    }

    @Test
    void aPaperConsentOpensTheClosedColumns() {
        model.take(roster);
        assertEquals(40, result().lockedRows());
        model.consent.set("LL-2026-007");
        model.consentEntered();
        assertEquals(0, result().lockedRows());
    }

    @Test
    void aNumberThatIsRightInItselfIsShortenedInTheSentenceToo() {
        model.take(Rosters.faulty(folder, 320));
        model.problems.fit(200);

        var upgraded = model.problems.shown().stream()
                .map(ProblemLine::reason)
                .filter(words -> words.contains("15 位身份证号"))
                .toList();
        assertFalse(upgraded.isEmpty());
        upgraded.forEach(words -> assertFalse(words.matches(".*[0-9]{15}.*"), words));
    }

    @Test
    void aCellThatHoldsAPageIsShownInShort() throws IOException {
        var page = "长".repeat(100_000);
        model.take(Files.writeString(
                folder.resolve("长.csv"), "行政村,户主姓名,户主身份证号\n" + page + "," + page + ",230125196004043255\n"));

        var line = model.problems.shown().get(0);

        assertTrue(line.value().length() < 100, "value");
        assertTrue(line.name().length() < 100, "name");
        assertTrue(line.reason().length() < 1000, "reason");
        assertEquals(Optional.empty(), model.written(line));
    }

    @Test
    void keepingUnverifiedNumbersTakesMoreRows() {
        model.take(roster);
        model.unverified.set(true);
        assertEquals(42, result().accepted());
    }

    @Test
    void saysOnThePageWhatCannotBeRead() throws IOException {
        model.take(Files.writeString(folder.resolve("闲话.csv"), "今天天气很好\n"));
        assertEquals(Stage.CHOOSE, model.stageProperty().get());
        assertTrue(model.failureProperty().get().orElse("").contains("闲话.csv"));
        assertEquals(List.of(), bench.dialogs.failures);
    }

    @Test
    void anotherKindReadsAFileAgainThatDidNotFit() throws IOException {
        model.type.set("enterprise");
        model.take(roster);
        assertEquals(Stage.CHOOSE, model.stageProperty().get());
        model.type.set("household");
        assertEquals(Stage.CHECKED, model.stageProperty().get());
        assertEquals(Optional.empty(), model.failureProperty().get());
    }

    @Test
    void aKindTheFileDoesNotHoldLeavesWhatWasReadAsItWas() {
        model.take(roster);
        var before = result();

        model.type.set("enterprise");

        assertEquals("household", model.type.get());
        assertEquals(before, result());
        assertTrue(model.failureProperty().get().orElse("").contains("仍按“农户”读"));
        model.write();
        assertEquals(40, kept());
    }

    @Test
    void listsProblemsByKindAPageAtATime() {
        model.take(roster);
        model.problems.fit(2);
        assertEquals(3, model.problems.rows(ProblemList.Filter.REJECTED));
        model.problems.filter.set(ProblemList.Filter.REJECTED);
        assertEquals(2, model.problems.shown().size());
        assertTrue(model.problems.hasNext());
        model.problems.next();
        assertEquals(1, model.problems.shown().size());
        assertEquals(3, model.problems.first());
        assertEquals(3, model.problems.last());
        assertFalse(model.problems.hasNext());
    }

    @Test
    void givesTheRejectedRowsBackReadyToCorrect() {
        model.take(roster);
        model.write();
        var out = folder.resolve("改.xlsx");
        bench.dialogs.files.add(out);
        model.keepProblems();
        var again = SheetFiles.read(out, Progress.NONE).get(0);
        var first = again.rows().get(again.rows().size() - 3);
        var last = first.cells();
        assertTrue(last.get(last.size() - 1).text().contains("户主身份证号："), last.toString());
        assertEquals(List.of("已存 3 行：改.xlsx"), bench.dialogs.notices);
        model.clear();
        model.take(out);
        assertEquals(3, result().rejected().size());
    }

    @Test
    void noNumberIsWholeOnThePageNotEvenAWrongOne() {
        model.take(roster);
        model.write();
        model.clear();
        model.take(roster);
        assertEquals(40, result().unchanged());
        var shown = model.problems.shown().stream()
                .filter(ProblemLine::rejected)
                .filter(line -> line.column().equals("户主身份证号"))
                .findFirst()
                .orElseThrow();
        assertTrue(shown.value().matches("\\d{6}\\*{8}\\d{3}[\\dX]"), shown.value());
        assertTrue(shown.isMasked());
        assertEquals(Optional.of(""), model.written(shown));
        var whole = Pattern.compile("[0-9]{17}[0-9X]|1[0-9]{10}");
        for (var line : model.problems.shown()) {
            assertFalse(whole.matcher(line.toString()).find(), line.toString());
        }
    }

    @Test
    void aMaskedNumberIsTypedAgainAndAnEmptyFieldTakesNothingOut() {
        model.take(roster);
        var wrong = model.problems.shown().stream()
                .filter(ProblemLine::isMasked)
                .findFirst()
                .orElseThrow();
        var before = result().sheet();
        model.correct(wrong, " ");
        assertEquals(before, result().sheet());
        model.correct(wrong, wrong.value());
        assertTrue(result().problems().stream()
                .anyMatch(problem -> problem.row() == wrong.row()
                        && problem.violation().code().equals("value.masked")));
    }

    private Column column(String heading) {
        return result().columns().stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void readsAgainWithAColumnWhereAPersonPutIt() {
        model.take(roster);
        var phone = column("联系电话");

        model.place(phone, Optional.empty());
        assertEquals(Column.Use.UNKNOWN, column("联系电话").use());
        model.place(phone, Optional.of("head.phone"));
        assertEquals(Optional.of("head.phone"), column("联系电话").path());
        assertEquals(Optional.empty(), model.failureProperty().get());

        model.place(phone, Optional.empty());
        model.write();
        var kept = bench.store.find(bench.any()).orElseThrow().content();
        assertEquals("", kept.text("head.phone"));
    }

    @Test
    void neverLetsGoOfTheNumber() {
        model.take(roster);

        model.place(column("户主身份证号"), Optional.empty());

        assertEquals(Optional.of("head.number"), column("户主身份证号").path());
        assertTrue(model.failureProperty().get().orElse("").contains("证件号"));
        model.unverified.set(true);
        assertEquals(42, result().accepted());
    }

    @Test
    void offersNoConsentAsAPlace() {
        assertTrue(model.places().contains("land.contracted"));
        assertTrue(model.places().stream().noneMatch(path -> path.startsWith("consents.given")));
    }

    @Test
    void aFileThatCannotBeReadTakesThePlaceOfTheOneBefore() {
        model.type.set("enterprise");
        model.take(roster);
        assertTrue(model.failureProperty().get().orElse("").contains("现在按“企业”读"));
        model.type.set("household");
        assertEquals(Stage.CHECKED, model.stageProperty().get());

        model.take(folder.resolve("gone.xlsx"));

        assertEquals(Stage.CHOOSE, model.stageProperty().get());
        assertEquals(Optional.empty(), model.resultProperty().get());
    }

    private ProblemLine unknownVillage() {
        return model.problems.shown().stream()
                .filter(line -> line.value().equals("红星大队"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCellCorrectedInTheTrialLetsItsRowIn() {
        model.take(roster);
        var line = unknownVillage();
        assertEquals(Optional.of("红星大队"), model.written(line));
        model.correct(line, "双桥村");
        assertEquals(Stage.CHECKED, model.stageProperty().get());
        assertEquals(41, result().accepted());
        assertEquals(0, kept());
    }

    @Test
    void aCellCorrectedAfterwardsIsWrittenAtOnce() {
        model.take(roster);
        model.write();
        model.correct(unknownVillage(), "双桥村");
        assertEquals(41, kept());
        assertEquals(1, result().created());
        assertEquals(40, result().unchanged());
    }

    @Test
    void comingBackToAFileThatWasWrittenDoesNotReadItAgain() {
        model.takeIfOther(roster);
        model.write();
        model.takeIfOther(roster);
        assertEquals(Stage.DONE, model.stageProperty().get());
    }
}

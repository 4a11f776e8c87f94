package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.common.Progress;
import xindang.persistence.sheet.SheetFiles;
import xindang.persistence.sheet.SheetWriter;

/** Imports rosters from the command line. */
class ImportCommandTest extends ShellOffice {
    @Test
    void rejectedRowsComeBackToBeCorrectedAndNothingChangesTwice() {
        init();
        var people = new Roster();
        var rows = new ArrayList<>(people.rows(3));
        rows.add(people.row("红星大队"));
        var roster = Roster.write(folder.resolve("roster.xlsx"), rows);
        var problems = folder.resolve("problems.xlsx");
        var tried = shell.json(1, "import", roster.toString(), "--dry-run", "--archive", archive);
        assertEquals(3, tried.number("accepted"));
        assertEquals(0, shell.json(0, "list", "--archive", archive).number("total"));

        var first = shell.json(1, "import", roster.toString(), "--problems", problems.toString(), "--archive", archive);
        assertEquals(1, first.number("rejected"));
        assertEquals(List.of("宗教信仰"), first.texts("refusedColumns"));
        assertEquals(List.of("存款（元）"), first.texts("lockedColumns"));
        var problem = first.list("problems").get(0);
        assertEquals(6, problem.number("row"));
        assertEquals("行政村", problem.text("column"));
        assertEquals("红星大队", problem.text("value"));
        assertTrue(problem.text("message").contains("红星大队"), problem.text("message"));
        assertEquals(
                3,
                shell.json(1, "import", roster.toString(), "--archive", archive).number("unchanged"));

        var given = SheetFiles.read(problems, Progress.NONE).get(0).rows().stream()
                .map(row -> new ArrayList<>(
                        row.cells().stream().map(cell -> cell.text()).toList()))
                .toList();
        assertEquals(3, given.size());
        assertEquals("2025年花名册", given.get(0).get(0));
        assertTrue(given.get(2).get(7).contains("红星大队"), given.toString());
        given.get(2).set(2, "双桥村");
        var corrected = Roster.write(folder.resolve("corrected.xlsx"), List.copyOf(given));
        assertEquals(
                1,
                shell.json(0, "import", corrected.toString(), "--archive", archive)
                        .number("created"));
        assertEquals(4, shell.json(0, "list", "--archive", archive).number("total"));
    }

    @Test
    void aForbiddenColumnIsNoErrorAndHasANoticeForTheOfficeThatSentIt() throws IOException {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(2));
        var notice = folder.resolve("notice.txt");
        assertEquals(0, shell.run("import", roster.toString(), "--notice", notice.toString(), "--archive", archive));
        assertTrue(shell.out().contains("依法不收 1 列：宗教信仰"), shell.out());
        var text = Files.readString(notice);
        assertTrue(text.contains("roster.xlsx") && text.contains("    宗教信仰\r\n"), text);
        assertTrue(text.contains("第十四条第一款"), text);
        assertFalse(text.matches("(?s).*[0-9]{17}.*"), text);
    }

    @Test
    void readsTheVillageOfTheOptionAndSaysWhereItIsFrom() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1))
                .toString();
        var given = shell.json(1, "import", roster, "--village", "南老营村", "--dry-run", "--archive", archive);
        assertEquals("intake.place.given", given.list("problems").get(0).text("code"));
        var read = shell.json(0, "import", roster, "--dry-run", "--archive", archive)
                .list("place")
                .get(0);
        assertEquals("column 1", read.text("from") + " " + read.number("rows"));
        shell.json(2, "import", roster, "--village", "没有村", "--archive", archive);
    }

    @Test
    void aWorkbookOfProblemsComesBackAsItWasUntilItIsCorrected() {
        init();
        var people = new Roster();
        var rows = new ArrayList<>(people.rows(0));
        rows.add(people.row("红星大队"));
        var roster = Roster.write(folder.resolve("roster.xlsx"), rows);
        var first = folder.resolve("first.xlsx");
        var second = folder.resolve("second.xlsx");
        shell.json(1, "import", roster.toString(), "--problems", first.toString(), "--archive", archive);

        var again = shell.json(1, "import", first.toString(), "--problems", second.toString(), "--archive", archive);

        assertEquals(List.of(), again.texts("unknownColumns"));
        assertEquals(
                SheetFiles.read(first, Progress.NONE).get(0).rows(),
                SheetFiles.read(second, Progress.NONE).get(0).rows());
    }

    @Test
    void nobodyIsSentToAWorkbookWithoutProblems() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        var problems = folder.resolve("problems.xlsx").toString();

        assertEquals(0, shell.run("import", roster.toString(), "--problems", problems, "--archive", archive));

        assertFalse(shell.out().contains(problems), shell.out());
    }

    @Test
    void aMistypedNumberIsMaskedToo() {
        init();
        var rows = new Roster().rows(1);
        var mistyped = rows.get(2).get(1).replace('0', 'O');
        var row = new ArrayList<>(rows.get(2));
        row.set(1, mistyped);
        var roster = Roster.write(folder.resolve("roster.xlsx"), List.of(rows.get(0), rows.get(1), row));
        assertEquals(1, shell.run("import", roster.toString(), "--archive", archive));
        assertTrue(shell.out().contains(mistyped.substring(0, 6) + "********"), shell.out());
        assertFalse(shell.out().contains(mistyped), shell.out());
        var problem = shell.json(1, "import", roster.toString(), "--archive", archive);
        assertFalse(shell.out().contains(mistyped), shell.out());
        assertEquals(
                mistyped.substring(0, 6) + "********" + mistyped.substring(14),
                problem.list("problems").get(0).text("value"));
        row.set(1, mistyped.substring(0, 6) + "********1234");
        Roster.write(folder.resolve("roster.xlsx"), List.of(rows.get(0), rows.get(1), row));
        var masked = shell.json(1, "import", roster.toString(), "--allow-unverified", "--archive", archive);
        assertEquals("value.masked", masked.list("problems").get(0).text("code"));
    }

    /** No output repeats forbidden words of titles, notes, file names, sheet names or names of people. */
    @Test
    void whatTheLawForbidsIsRepeatedOfNoPartOfAFile() throws IOException {
        init();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("糖尿病患者登记表"));
        rows.add(List.of("户主姓名", "身份证号", "行政村", "联系电话", "家庭人口"));
        var people = new Roster();
        rows.add(people.row("双桥村").subList(0, 5));
        rows.add(people.row("红星大队").subList(0, 5));
        var believer = new ArrayList<>(people.row("双桥村").subList(0, 5));
        believer.set(0, "信主李");
        rows.add(believer);
        rows.add(List.of("合计：3户 其中癌症2户"));
        rows.add(List.of("制表人：王海燕（艾滋病防治）患艾滋病"));
        var csv = folder.resolve("乙肝患者名单.csv");
        Files.writeString(
                csv,
                String.join(
                        "\n", rows.stream().map(row -> String.join(",", row)).toList()));
        var xlsx = folder.resolve("乙肝患者名单.xlsx");
        SheetWriter.write(xlsx, "尘肺", 1, rows);
        var problems = folder.resolve("problems.xlsx");

        for (var file : List.of(csv, xlsx)) {
            var read =
                    shell.json(1, "import", file.toString(), "--problems", problems.toString(), "--archive", archive);
            assertSilent();
            assertEquals(2, read.number("rejected"), shell.out());
            assertEquals(
                    List.of("title —", "header 户主姓名", "total —", "footer —"),
                    read.list("notSubjects").stream()
                            .map(row -> row.text("kind") + " " + row.text("text"))
                            .toList());
            assertEquals("—" + (file == csv ? ".csv" : ".xlsx"), read.text("file"));
            shell.run("import", file.toString(), "--archive", archive);
            assertSilent();
            var given = SheetFiles.read(problems, Progress.NONE).get(0).rows().toString();
            assertFalse(given.contains("糖尿病"), given);
        }
        assertEquals(2, shell.run("import", xlsx.toString(), "--sheet", "没有", "--archive", archive));
        assertSilent();
        Files.writeString(csv, "你好");
        assertEquals(20, shell.run("import", csv.toString(), "--archive", archive));
        assertSilent();
        Files.writeString(csv, "");
        assertEquals(20, shell.run("import", csv.toString(), "--archive", archive));
        assertSilent();
    }

    private void assertSilent() {
        for (var word : List.of("糖尿病", "信主", "癌症", "艾滋", "乙肝", "尘肺")) {
            assertFalse((shell.out() + shell.err()).contains(word), () -> shell.out() + shell.err());
        }
    }

    @Test
    void anImportThatCouldNotTellOfItsProblemsDoesNotBegin() throws IOException {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(2))
                .toString();
        var before = Files.readAllBytes(folder.resolve("roster.xlsx"));
        assertEquals("USAGE", error(2, "import", roster, "--problems", roster, "--archive", archive));
        assertEquals("NOT_WRITTEN", error(21, "import", roster, "--problems", folder.toString(), "--archive", archive));
        assertEquals("USAGE", error(2, "import", roster, "--sheet", "第二村", "--archive", archive));
        assertEquals(0, shell.json(0, "list", "--archive", archive).number("total"));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("roster.xlsx")));
        assertEquals(
                2,
                shell.json(0, "import", roster, "--sheet", "Sheet1", "--archive", archive)
                        .number("accepted"));
    }

    @Test
    void aFileThatIsNoRosterIsUnreadable() throws IOException {
        init();
        var file = folder.resolve("letter.csv");
        Files.writeString(file, "你好\n世界\n");
        assertEquals("UNREADABLE", error(20, "import", file.toString(), "--archive", archive));
        Files.writeString(file, "");
        assertEquals("UNREADABLE", error(20, "import", file.toString(), "--archive", archive));
    }

    @Test
    void aBatchOfPapersSaysItsDayAndNeverOpensWhatWasWithdrawn() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(2));
        var first = shell.json(0, "import", roster.toString(), "--consent", "paper:A", "--archive", archive);
        assertTrue(first.list("papers").get(0).is("signedOnAssumed"));
        assertEquals(0, shell.run("import", roster.toString(), "--consent", "paper:A", "--archive", archive));
        assertTrue(shell.out().contains("A 的告知和签字日期记为 "), shell.out());
        var id =
                shell.json(0, "list", "--archive", archive).list("items").get(0).text("id");
        shell.json(0, "consent", id, "--withdraw", "--archive", archive);
        var command = new ArrayList<>(List.of("import", roster.toString(), "--consent", "paper:B"));
        command.addAll(List.of("--signed-on", "2026-01-05", "--consent-pass", "paper:C", "--to", "冰城村镇银行"));
        command.addAll(List.of("--for", "授信", "--archive", archive));
        var again = shell.json(0, command.toArray(String[]::new));
        assertEquals(1, again.number("withdrawnRows"));
        assertEquals(1, again.number("lockedRows"));
        assertEquals(
                List.of("law.consent.withdrawn.all", "law.consent.withdrawn.pass"),
                again.list("problems").stream().map(one -> one.text("code")).toList());
        assertFalse(again.list("papers").get(0).is("signedOnAssumed"));
        assertEquals("2026-01-05", again.list("papers").get(1).text("signedOn"));
        assertEquals("pass-on", again.list("papers").get(1).text("use"));
    }

    @Test
    void papersThatDoNotFitTogetherAreRefused() {
        init();
        var file = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1))
                .toString();
        for (var options : List.of(
                List.of("--consent", "2026"),
                List.of("--consent-pass", "paper:A"),
                List.of("--consent-pass", "paper:A", "--to", "冰城村镇银行"),
                List.of("--to", "冰城村镇银行"),
                List.of("--signed-on", "2026-01-05"),
                List.of("--consent", "paper:A", "--signed-on", "昨天"),
                List.of("--consent", "paper:A", "--signed-on", "2999-01-01"),
                List.of("--consent-pass", "paper:A", "--to", "甲", "--for", "乙", "--until", "2020-01-01"))) {
            var command = new ArrayList<>(List.of("import", file, "--archive", archive));
            command.addAll(options);
            assertEquals(2, shell.run(command.toArray(String[]::new)), options.toString());
        }
    }
}

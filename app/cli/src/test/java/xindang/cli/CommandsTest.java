package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.practice.Invented;
import xindang.model.practice.PracticeRoster;
import xindang.model.value.OrganisationKind;

/** The commands on an archive and their failures. */
class CommandsTest extends ShellOffice {
    @Test
    void aRosterBecomesArchivesThatAreChangedFoundRatedPrintedAndVerified() throws IOException {
        init();
        var town = new PracticeRoster(5, LocalDate.of(2026, 11, 18)).rows(6);
        var roster = Roster.write(
                folder.resolve("roster.xlsx"), town.subList(PracticeRoster.HEADER - 1, PracticeRoster.HEADER + 7));
        var imported = shell.json(0, "import", roster.toString(), "--consent", "paper:2026-01", "--archive", archive);
        assertEquals(8, imported.number("rows"));
        assertEquals(6, imported.number("accepted"));
        assertEquals(2, imported.number("nonRows"));
        assertEquals(List.of(), imported.texts("lockedColumns"));

        var first = shell.json(0, "list", "--limit", "4", "--archive", archive);
        assertEquals(6, first.number("total"));
        assertEquals(4, first.list("items").size());
        var last = first.list("items").get(3).text("id");
        var rest = shell.json(0, "list", "--limit", "4", "--after", last, "--archive", archive);
        assertEquals(2, rest.list("items").size());
        assertFalse(rest.list("items").get(0).has("grade"));

        var id = first.list("items").get(0).text("id");
        var name = first.list("items").get(0).text("name");
        assertEquals(
                List.of("head.phone"),
                shell.json(0, "edit", id, "head.phone=154 0000 0001", "--archive", archive)
                        .texts("changed"));
        assertEquals(
                "154****0001",
                shell.json(0, "show", id, "--archive", archive).at("values").text("head.phone"));
        assertEquals(List.of(id), ids(shell.json(0, "search", "15400000001", "--archive", archive)));
        assertTrue(ids(shell.json(0, "search", name, "--archive", archive)).contains(id));
        assertEquals(List.of(), ids(shell.json(0, "search", "'", "--archive", archive)));

        var rated = shell.json(0, "rate", "--region", Roster.TOWN, "--archive", archive);
        assertEquals(6, rated.number("rated"));
        assertEquals(
                6,
                rated.at("grades").members().values().stream()
                        .mapToLong(JsonValue::number)
                        .sum());
        assertEquals(
                shell.json(0, "rate", "--id", id, "--archive", archive).text("grade"),
                shell.json(0, "list", "--limit", "1", "--archive", archive)
                        .list("items")
                        .get(0)
                        .text("grade"));

        var report = folder.resolve("report.pdf");
        allow(id, "冰城村镇银行", "贷款审查");
        var printed = shell.json(
                0,
                "report",
                "household",
                "--id",
                id,
                "-o",
                report.toString(),
                "--purpose",
                "贷款审查",
                "--recipient",
                "冰城村镇银行",
                "--archive",
                archive);
        assertEquals(1, printed.number("issued"));
        var genuine = shell.json(0, "verify", report.toString());
        assertTrue(genuine.is("genuine"));
        assertEquals(printed.list("files").get(0).text("number"), genuine.text("number"));
        assertEquals(name, genuine.list("reports").get(0).text("subject"));

        var bytes = Files.readAllBytes(roster);
        Files.write(folder.resolve("other.pdf"), bytes);
        var other = folder.resolve("other.pdf").toString();
        assertEquals("foreign", shell.json(1, "verify", other).text("verdict"));
        var both = shell.json(1, "verify", report.toString(), other);
        assertFalse(both.is("genuine"));
        assertEquals(
                List.of("genuine", "foreign"),
                both.list("files").stream().map(file -> file.text("verdict")).toList());
        assertEquals(
                List.of(report.toString(), other),
                both.list("files").stream().map(file -> file.text("file")).toList());
        assertEquals(0, shell.run("verify", report.toString(), report.toString()));
        assertEquals(
                17,
                shell.run(
                        "verify", report.toString(), folder.resolve("none.pdf").toString()));

        var all = shell.json(
                0,
                "report",
                "household",
                "--region",
                Roster.TOWN,
                "-o",
                folder.resolve("all").toString(),
                "--purpose",
                "评定",
                "--archive",
                archive);
        assertEquals(6, all.number("issued"));
        try (var files = Files.list(folder.resolve("all"))) {
            assertEquals(
                    6, files.filter(file -> file.toString().endsWith(".pdf")).count());
        }
        var well = shell.json(0, "doctor", "--archive", archive);
        assertTrue(well.is("ok"));
        assertEquals(List.of(), well.list("findings"));
    }

    @Test
    void aClockThatIsYearsAheadDeletesNothingUntilSomebodyConfirmsTheDay() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        var ended = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusYears(4).toString();
        shell.json(
                0,
                "edit",
                id,
                "adverse.items.a1.kind=overdue",
                "adverse.items.a1.fact=贷款逾期四个月",
                "adverse.items.a1.endsOn=" + ended,
                "--archive",
                archive);
        var years = Duration.ofDays(2 * 366);
        var ahead = new Shell(folder.resolve("home")).whoseClockIsAhead(years);
        for (var time = 0; time < 3; time++) {
            assertFalse(shows(ahead, id));

            assertTrue(ahead.err().contains("无法确认"), ahead.err());
        }
        assertTrue(shows(shell, id));

        var day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(years.toDays());
        assertEquals(2, ahead.run("doctor", "--today", day + " 星期八", "--archive", archive));
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
        var well = ahead.json(0, "doctor", "--today", day + " " + weekday, "--archive", archive);
        assertTrue(well.is("ok"));
        assertEquals(List.of(), well.list("findings"));
        assertFalse(shows(shell, id));
    }

    @Test
    void whileTheDayIsNotSureNothingIsRatedAndNoReportIsIssued() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        var file = folder.resolve("report.pdf").toString();
        for (var days : List.of(500, -500)) {
            var wrong = new Shell(folder.resolve("home")).whoseClockIsAhead(Duration.ofDays(days));
            for (var rate : List.of(List.of("rate", "--id", id), List.of("rate", "--region", Roster.TOWN))) {
                var all = new ArrayList<>(rate);
                all.addAll(List.of("--archive", archive));
                var refused = wrong.json(ErrorCode.REFUSED.exitCode(), all.toArray(String[]::new));
                assertTrue(refused.at("error").text("message").contains("doctor --today"), wrong.out());
            }
            assertEquals(
                    1,
                    wrong.run("report", "household", "--id", id, "-o", file, "--purpose", "评定", "--archive", archive));
            assertTrue(wrong.out().contains("无法确认") || wrong.err().contains("无法确认"), wrong.out() + wrong.err());
            assertFalse(Files.exists(Path.of(file)));
            assertFalse(shell.json(0, "list", "--archive", archive)
                    .list("items")
                    .get(0)
                    .has("grade"));
        }
        assertEquals(0, shell.run("rate", "--id", id, "--archive", archive), shell.err());
        assertEquals(
                0, shell.run("report", "household", "--id", id, "-o", file, "--purpose", "评定", "--archive", archive));
    }

    private boolean shows(Shell at, String id) {
        at.json(0, "show", id, "--full", "--purpose", "评定", "--archive", archive);
        return at.out().contains("贷款逾期四个月");
    }

    @Test
    void aCharacterThatNoFontHasIsTold() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        var rare = Character.toString(0x31349);
        shell.json(0, "edit", id, "head.name=关" + rare, "--archive", archive);
        var file = folder.resolve("report.pdf").toString();
        var printed =
                shell.json(0, "report", "household", "--id", id, "-o", file, "--purpose", "评定", "--archive", archive);
        assertEquals(rare, printed.list("files").get(0).text("missing"));
        assertTrue(shell.err().contains("“" + rare + "”"), shell.err());
    }

    @Test
    void aContradictionIsShownAndStopsTheReport() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        var file = folder.resolve("report.pdf").toString();
        shell.json(0, "edit", id, "head.people=3", "head.workers=4", "--archive", archive);

        var shown = shell.json(0, "show", id, "--archive", archive).list("checks");
        assertEquals(
                List.of("head.workers check.part true"),
                shown.stream()
                        .map(check -> check.text("path") + " " + check.text("code") + " " + check.is("stops"))
                        .toList());
        assertEquals(0, shell.run("show", id, "--archive", archive));
        assertTrue(shell.out().contains("改正前不能出报告：劳动力 4 人多于家庭人口 3 人，请核对。"), shell.out());
        var refused =
                shell.json(1, "report", "household", "--id", id, "-o", file, "--purpose", "评定", "--archive", archive);
        assertEquals(
                "check.part",
                refused.list("refused").get(0).list("violations").get(0).text("code"));
        assertFalse(Files.exists(folder.resolve("report.pdf")));

        shell.json(0, "edit", id, "head.workers=3", "--archive", archive);
        shell.json(0, "report", "household", "--id", id, "-o", file, "--purpose", "评定", "--archive", archive);
    }

    /** A firm whose owners have 70 and 60 of 100 shares. One of the printed numbers must be wrong. */
    @Test
    void sharesOfMoreThanTheWholeStopTheReportOfAFirm() {
        init();
        var code = new Invented(815, LocalDate.of(2026, 11, 18)).creditCode(OrganisationKind.ENTERPRISE);
        var firms = Roster.write(
                folder.resolve("firms.xlsx"),
                List.of(
                        List.of("企业名称", "统一社会信用代码", "法定代表人", "成立日期"),
                        List.of("冰城米业有限公司", code.toString(), "赵立新", "2015-03-02")));
        shell.json(0, "import", firms.toString(), "--as", "enterprise", "--archive", archive);
        var id = ids(shell.json(0, "list", "--as", "enterprise", "--archive", archive))
                .get(0);
        var owners = "capital.shareholders.s";
        shell.json(
                0,
                "edit",
                id,
                owners + "1.name=赵立新",
                owners + "1.ratio=70",
                owners + "2.name=钱大勇",
                owners + "2.ratio=60",
                "--archive",
                archive);
        var file = folder.resolve("firm.pdf").toString();
        var report = List.of("report", "enterprise", "--id", id, "-o", file, "--purpose", "贷款审批", "--archive", archive)
                .toArray(String[]::new);

        var refused = shell.json(1, report).list("refused").get(0);

        assertEquals("check.total", refused.list("violations").get(0).text("code"));
        assertFalse(Files.exists(folder.resolve("firm.pdf")));
        shell.json(0, "edit", id, owners + "2.ratio=30", "--archive", archive);
        shell.json(0, report);
        assertTrue(Files.exists(folder.resolve("firm.pdf")));
    }

    @Test
    void numbersAreMaskedUnlessThereIsAPurpose() {
        init();
        var rows = new Roster().rows(1);
        shell.json(
                0, "import", Roster.write(folder.resolve("roster.xlsx"), rows).toString(), "--archive", archive);
        var number = rows.get(2).get(1);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        assertEquals(0, shell.run("list", "--archive", archive));
        assertFalse(shell.out().contains(number), shell.out());
        assertEquals(0, shell.run("show", id, "--archive", archive));
        assertFalse(shell.out().contains(number), shell.out());
        assertEquals(2, shell.run("show", id, "--full", "--archive", archive));
        shell.json(0, "show", id, "--archive", archive);
        assertFalse(shell.out().contains(number), shell.out());
        var full = shell.json(0, "show", id, "--full", "--purpose", "本人查询", "--archive", archive);
        assertEquals(number, full.at("values").text("head.number"));
        var masked = shell.json(1, "edit", id, "head.phone=139****0000", "head.name=张*", "--archive", archive);
        assertEquals(
                List.of("value.masked", "value.masked"),
                masked.list("violations").stream().map(one -> one.text("code")).toList());
        assertEquals(2, shell.run("show", number, "--archive", archive));
        assertFalse((shell.out() + shell.err()).contains(number), shell.err());
        assertEquals(1, shell.run("show", id, "--full", "--purpose", "他有糖尿病", "--archive", archive));
        assertEquals(0, shell.run("show", id, "--full", "--purpose", "本人查询", "--archive", archive));
        assertTrue(shell.out().contains(number), shell.out());
    }

    @Test
    void whatNeedsConsentIsNotShownOnceTheConsentEnded() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--consent", "paper:2026-01", "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        shell.json(0, "edit", id, "finance.deposits=76543", "--archive", archive);
        var open = shell.json(0, "show", id, "--archive", archive);
        assertEquals("76543.00", open.at("values").text("finance.deposits"));
        assertEquals(List.of(), open.list("locked"));

        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        var row = "consents.given.c9.";
        shell.json(
                0,
                "edit",
                id,
                row + "kind=withdrawn",
                row + "signedAt=" + today,
                row + "blocks=finance.deposits",
                "--archive",
                archive);

        var locked = shell.json(0, "show", id, "--archive", archive);
        assertFalse(locked.at("values").has("finance.deposits"));
        assertEquals("finance.deposits", locked.list("locked").get(0).text("item"));
        assertEquals(today, locked.list("locked").get(0).text("since"));
        assertEquals(0, shell.run("show", id, "--full", "--purpose", "本人查询", "--archive", archive));
        assertFalse(shell.out().contains("76,543"), shell.out());
        assertTrue(shell.out().contains(today + " 起没有有效的书面同意"), shell.out());
        assertTrue(shell.out().contains("finance.deposits="), shell.out());

        shell.json(0, "edit", id, "finance.deposits=", "--archive", archive);
        assertEquals(List.of(), shell.json(0, "show", id, "--archive", archive).list("locked"));
    }

    @Test
    void anEditThatIsNotLawfulOrNotRightChangesNothing() {
        init();
        shell.json(
                0,
                "import",
                Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1))
                        .toString(),
                "--archive",
                archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        var locked = shell.json(1, "edit", id, "finance.deposits=100", "--archive", archive);
        assertEquals("law.consent.missing", locked.list("violations").get(0).text("code"));
        var wrong = shell.json(1, "edit", id, "head.phone=12", "head.name=", "--archive", archive);
        assertEquals(2, wrong.list("violations").size());
        assertEquals(0, shell.run("edit", id, "head.phone=", "--archive", archive));
        assertEquals(2, shell.run("edit", id, "head.phone", "--archive", archive));
        var bank = List.of(
                "report",
                "household",
                "--id",
                id,
                "-o",
                folder.resolve("x.pdf").toString(),
                "--purpose",
                "贷款",
                "--audience",
                "bank",
                "--archive",
                archive);
        assertEquals("USAGE", error(2, bank.toArray(String[]::new)));
        var named = new ArrayList<>(bank);
        named.addAll(List.of("--recipient", "冰城村镇银行"));
        assertEquals(1, shell.run(named.toArray(String[]::new)));
        assertFalse(Files.exists(folder.resolve("x.pdf")));
    }

    @Test
    void nothingIsPassedOnWithoutAConsentToIt() throws IOException {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(2));
        shell.json(0, "import", roster.toString(), "--consent", "paper:2026-01", "--archive", archive);
        var ids = ids(shell.json(0, "list", "--archive", archive));
        var out = Files.createDirectory(folder.resolve("out"));
        allow(ids.get(0), "冰城村镇银行", "贷款审查");

        var one = report(out, "--id", ids.get(1), "--audience", "bank", "--recipient", "冰城村镇银行");
        assertEquals("law.pass.missing", refusal(1, one));
        assertEquals("law.pass.missing", refusal(1, report(out, "--id", ids.get(1), "--recipient", "冰城村镇银行")));
        var other = report(out, "--id", ids.get(0), "--audience", "bank", "--recipient", "拉林信用社");
        assertEquals("law.pass.missing", refusal(1, other));
        var region = report(out, "--region", Roster.TOWN, "--audience", "bank", "--recipient", "冰城村镇银行");
        var batch = shell.json(1, region);
        assertEquals(1, batch.number("issued"));
        assertEquals(ids.get(1), batch.list("refused").get(0).text("id"));

        assertEquals(0, shell.run("consent", ids.get(0), "--withdraw", "--archive", archive), shell.err());
        var bank = report(out, "--id", ids.get(0), "--audience", "bank", "--recipient", "冰城村镇银行");
        assertEquals("law.pass.withdrawn", refusal(1, bank));
        assertEquals(
                1,
                shell.json(0, report(out, "--id", ids.get(0), "--audience", "self"))
                        .number("issued"));
        try (var files = Files.list(out)) {
            assertEquals(2, files.count());
        }
    }

    private String[] report(Path out, String... more) {
        var command = new ArrayList<>(List.of("report", "household", "-o", out + "/", "--purpose", "贷款审查"));
        command.addAll(List.of(more));
        command.addAll(List.of("--archive", archive));
        return command.toArray(String[]::new);
    }

    private String refusal(int exit, String... command) {
        var refused = shell.json(exit, command).list("refused").get(0);
        return refused.list("violations").get(0).text("code");
    }

    private void allow(String id, String receiver, String purpose) {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        var row = "consents.given.p1.";
        shell.json(
                0,
                "edit",
                id,
                row + "kind=signed",
                row + "use=pass-on",
                row + "receiver=" + receiver,
                row + "purpose=" + purpose,
                row + "noticeAt=" + today,
                row + "signedAt=" + today,
                "--archive",
                archive);
    }

    @Test
    void failuresHaveTheirExitCodesAndAreJsonToo() {
        assertEquals("NOT_FOUND", error(17, "list", "--archive", archive));
        init();
        assertEquals("USAGE", error(2, "init", "--region", Roster.TOWN, "--user", "张敏", "--archive", archive));
        assertEquals("NOT_FOUND", error(17, "init", "--region", "230199", "--user", "张敏", "--archive", archive + "2"));
        assertEquals("USAGE", error(2, "init", "--region", "23018", "--user", "张敏", "--archive", archive + "2"));
        assertEquals("USAGE", error(2, "import", "--archive", archive));
        assertEquals("USAGE", error(2, "nothing"));
        assertEquals("USAGE", error(2, "list", "--limit", "many", "--archive", archive));
        assertEquals("USAGE", error(2, "show", "7", "--archive", archive));
        assertEquals(
                "NOT_FOUND", error(17, "import", folder.resolve("none.xlsx").toString(), "--archive", archive));
        assertEquals("NOT_FOUND", error(17, "sync", "--archive", archive));
        assertEquals(
                "NETWORK",
                error(15, "enrol", "--platform", "http://127.0.0.1:9", "--code", "AAAA", "--archive", archive));
        shell.withPassword("falsch");
        assertEquals("WRONG_PASSWORD", error(12, "list", "--archive", archive));
        shell.withoutPassword();
        assertEquals("USAGE", error(2, "list", "--archive", archive));
    }

    @Test
    void filesInTheWayOfFoldersAreSaidSo() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x").toString();
        for (var place : List.of(file, file + "/archive")) {
            assertEquals("NOT_WRITTEN", error(21, "init", "--region", "2301", "--user", "张敏", "--archive", place));
            assertTrue(shell.err().contains("不能在 " + place + " 建档案"), shell.err());
            assertEquals("USAGE", error(2, "platform", "code", "--data", place, "--region", "2301"));
            assertEquals(
                    "不能在 " + place + " 里写平台的数据。请用 --data 换一个能写入的文件夹。",
                    shell.err().strip());
        }
        init();
        for (var command : List.of("import", "verify")) {
            assertEquals("UNREADABLE", error(20, command, folder.toString(), "--archive", archive));
            assertTrue(shell.err().contains("是文件夹"), shell.err());
        }
    }

    @Test
    void helpAndMistakesAreToldInTheLanguageAskedFor() {
        assertEquals(0, shell.run("--help"));
        assertTrue(shell.out().contains("导入花名册"), shell.out());
        assertEquals(0, shell.run("import", "--help", "--lang", "en"));
        assertTrue(shell.out().contains("give rejected rows back"), shell.out());
        assertEquals(2, shell.run("import"));
        assertTrue(shell.err().contains("请写明要导入的表格"), shell.err());
        assertEquals(2, shell.run());
        assertEquals(0, shell.run("--version"));
    }
}

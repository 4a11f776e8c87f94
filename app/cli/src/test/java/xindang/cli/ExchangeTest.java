package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.json.JsonValue;
import xindang.model.shipped.ShippedTemplates;
import xindang.platform.Platform;

class ExchangeTest {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");

    @TempDir
    Path folder;

    @Test
    void twoOfficesExchangeThroughAPlatformClashAndAgree() throws Exception {
        var data = folder.resolve("platform").toString();
        var server = new Shell(folder.resolve("server"));
        var config = Platform.Config.local(0, Path.of(data), ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var address = platform.address().toString();
            assertTrue(ADDRESS.matcher(address).matches(), address);
            var first = office("first", data, address, server);
            var second = office("second", data, address, server);
            var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(3));
            first.json(0, "import", roster.toString(), "--consent", "paper:1");
            assertEquals(3, first.json(0, "sync").number("sent"));
            assertEquals(3, second.json(0, "sync").number("received"));
            assertEquals(list(first), list(second));

            var id = list(first).get(0);
            first.json(0, "edit", id, "head.phone=15400000001");
            second.json(0, "edit", id, "head.phone=15400000002");
            first.json(0, "sync");
            assertEquals(1, second.json(0, "sync").number("conflicts"));
            first.json(0, "sync");
            for (var office : List.of(first, second)) {
                var conflicts = office.json(0, "conflicts").list("items");
                assertEquals(1, conflicts.size());
                assertEquals("head.phone", conflicts.get(0).text("path"));
                assertEquals("154****0001", conflicts.get(0).at("kept").text("value"));
                assertEquals("154****0002", conflicts.get(0).at("offered").text("value"));
            }
            var conflict = second.json(0, "conflicts").list("items").get(0).text("id");
            assertEquals(
                    "154****0002",
                    second.json(0, "resolve", conflict, "offered").text("value"));
            second.json(0, "sync");
            first.json(0, "sync");
            for (var office : List.of(first, second)) {
                assertEquals(List.of(), office.json(0, "conflicts").list("items"));
                assertEquals(
                        "154****0002", office.json(0, "show", id).at("values").text("head.phone"));
            }
            var third = office("third", data, address, server);
            assertEquals(
                    0, third.json(0, "sync").number("conflicts"), "the clash and its decision came in one exchange");
            assertEquals(17, first.run("resolve", conflict, "kept"));
            assertEquals(2, first.run("resolve", conflict, "both"));
            genuineOnThePlatform(first, id, address);
        }
    }

    @Test
    void aWrongClockIsToldAndTheExchangeGoesOn() {
        var data = folder.resolve("platform").toString();
        var config = Platform.Config.local(0, Path.of(data), ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var office = office("office", data, platform.address().toString(), new Shell(folder.resolve("server")));
            assertEquals(0, office.run("sync"));
            assertFalse(office.out().contains("时钟"), office.out());

            office.whoseClockIsAhead(Duration.ofHours(3).plusMinutes(30).plusSeconds(20));

            assertEquals(0, office.run("sync"));
            assertTrue(office.out().contains("这台电脑的时钟比平台快 3 小时 30 分钟，请在系统设置里校准日期和时间"), office.out());
        }
    }

    @Test
    void whatIsSavedUnderADeadClockReachesAllAndAnExchangeMakesTheDaySure() {
        var data = folder.resolve("platform").toString();
        var config = Platform.Config.local(0, Path.of(data), ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var server = new Shell(folder.resolve("server"));
            var address = platform.address().toString();
            var office = office("office", data, address, server);
            var other = office("other", data, address, server);
            office.json(
                    0,
                    "import",
                    Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1))
                            .toString());
            office.json(0, "sync");
            var id = list(office).get(0);
            var ended = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusYears(4);
            office.json(
                    0,
                    "edit",
                    id,
                    "adverse.items.a1.kind=overdue",
                    "adverse.items.a1.fact=贷款逾期四个月",
                    "adverse.items.a1.endsOn=" + ended);
            var number = 0;
            for (var days : List.of(-17_132, 9000, 730, -1200)) {
                office.whoseClockIsAhead(Duration.ofDays(days));
                var phone = "1540000010" + number++;
                office.json(0, "edit", id, "head.phone=" + phone);
                assertTrue(office.err().contains("无法确认"), office.err());
                assertEquals(16, office.run("rate", "--id", id), office.err());
                var sent = office.json(0, "sync");
                assertEquals(List.of(), sent.list("setAside"), sent::canonical);
                assertTrue(Math.abs(sent.number("clockAheadSeconds") - days * 86_400L) < 60, sent::canonical);
                other.json(0, "sync");
                for (var at : List.of(office, other)) {
                    at.json(0, "show", id, "--full", "--purpose", "核对");
                    assertTrue(at.out().contains(phone), days + at.out());
                    assertTrue(at.out().contains("贷款逾期四个月"), days + at.out());
                }
                assertEquals(List.of(), office.json(0, "doctor").list("findings"));
                assertEquals(0, office.run("rate", "--id", id), office.err());
                office.whoseClockIsAhead(Duration.ofDays(-days));
                office.json(0, "sync");
            }
            var rating = office.json(0, "rate", "--id", id);
            assertFalse(rating.is("stale"));
        }
    }

    @Test
    void thePlatformServesUntilItIsStopped() {
        var shell = new Shell(folder);
        var served = new AtomicBoolean();
        assertEquals(
                0,
                shell.whileServing(() -> served.set(true))
                        .run(
                                "platform",
                                "--port",
                                "0",
                                "--data",
                                folder.resolve("p").toString()));
        assertTrue(served.get());
        assertTrue(ADDRESS.matcher(shell.out()).find(), shell.out());
        assertEquals(2, shell.run("platform", "--port", "70000"));
    }

    @Test
    void aCodeForAFolderWithoutAPlatformIsSaidSo() {
        var shell = new Shell(folder);
        var fresh = folder.resolve("mistyped").toString();

        assertEquals(0, shell.run("platform", "code", "--data", fresh, "--region", Roster.TOWN));
        assertTrue(shell.err().contains("mistyped 里还没有平台"), shell.err());
        var lines = shell.out().lines().toList();
        assertTrue(lines.get(lines.size() - 1).matches("[A-Z2-9-]{14}"), shell.out());

        assertEquals(0, shell.run("platform", "--port", "0", "--data", fresh));
        assertEquals(0, shell.run("platform", "code", "--data", fresh, "--region", Roster.TOWN));
        assertEquals("", shell.err());
    }

    @Test
    void aSyncBeforeAnEnrolmentSaysWhatIsLacking() {
        var shell = new Shell(folder);
        shell.json(0, "init", "--region", Roster.TOWN, "--user", "王海燕");

        var error = shell.json(17, "sync").at("error");

        assertEquals("NOT_FOUND", error.text("code"));
        assertEquals("本机还没有在平台登记。请向平台要一个一次性登记码，用 enrol --platform 地址 --code 登记码 登记后再同步。", error.text("message"));
    }

    @Test
    void aPlatformThatCannotStartSaysWhy() {
        var shell = new Shell(folder);
        var data = folder.resolve("first").toString();
        var other = folder.resolve("second").toString();
        var config = Platform.Config.local(0, Path.of(data), ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var port = Integer.toString(platform.address().getPort());
            assertEquals(15, shell.run("platform", "--port", port, "--data", other));
            assertTrue(shell.err().contains("127.0.0.1:" + port + " 这个端口已被占用"), shell.err());
        }
        assertEquals(2, shell.run("platform", "--port", "0", "--data", other, "--db", "jdbc:h2:mem:x"));
        assertTrue(shell.err().contains("jdbc:postgresql"), shell.err());
        assertEquals(
                15, shell.run("platform", "--port", "0", "--data", other, "--db", "jdbc:postgresql://127.0.0.1:1/x"));
        assertTrue(shell.err().contains("连不上数据库"), shell.err());
    }

    private void genuineOnThePlatform(Shell office, String id, String address) throws Exception {
        var report = folder.resolve("report.pdf").toString();
        var printed = office.json(0, "report", "household", "--id", id, "-o", report, "--purpose", "贷款审查")
                .list("files")
                .get(0);
        office.json(0, "sync");
        var digest = printed.text("digest").substring(0, 16);
        var page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + "/r/" + printed.text("number") + "?d=" + digest))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<dd>五常市拉林满族镇人民政府</dd>"), page.body());
    }

    private Shell office(String name, String data, String address, Shell server) {
        var shell = new Shell(folder.resolve(name));
        shell.json(0, "init", "--region", Roster.TOWN, "--user", name);
        assertEquals(0, server.run("platform", "code", "--data", data, "--region", Roster.TOWN));
        var lines = server.out().lines().toList();
        var code = lines.get(lines.size() - 1);
        var wrong = shell.json(16, "enrol", "--platform", address, "--code", "AAAA-BBBB-CCCC");
        assertEquals("REFUSED", wrong.at("error").text("code"));
        shell.json(0, "enrol", "--platform", address, "--code", code);
        return shell;
    }

    private static List<String> list(Shell office) {
        return office.json(0, "list").list("items").stream()
                .map((JsonValue item) -> item.text("id"))
                .sorted()
                .toList();
    }
}

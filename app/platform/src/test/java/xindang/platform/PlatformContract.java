package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Digest;
import xindang.model.json.ChangeJson;
import xindang.model.json.JsonValue;
import xindang.model.template.ShippedTemplates;

/** What every platform must do, whatever database it stands on. */
abstract class PlatformContract {
    static final String TOWN = "230184100";
    static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    @TempDir
    Path data;

    final SetClock clock = new SetClock();
    private Platform platform;

    abstract Platform.Config config(Path directory, SetClock time);

    @BeforeEach
    void start() {
        platform = Platform.start(config(data, clock));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    Platform platform() {
        return platform;
    }

    RawDevice device(String name) {
        return RawDevice.enrolled(platform, name, TOWN, clock);
    }

    @Test
    void takesAPushAndGivesItBackWithItsBytesUnchanged() {
        var device = device("LL-01-a001");
        var change = device.household("王德才");

        var answer = device.push(change);
        var page = JsonValue.parse(device.pull("").body());

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(List.of("applied"), RawDevice.verdicts(answer));
        var pulled = page.list("changes").get(0);
        assertEquals(ChangeJson.write(change), pulled.at("change").canonical());
        assertEquals("applied", pulled.text("verdict"));
        assertEquals(1, pulled.number("position"));
        assertEquals(false, page.is("more"));
    }

    @Test
    void namesTheChangesThatADeviceHasInsteadOfSendingThem() {
        var device = device("LL-01-a001");
        var other = device("LL-02-b002");
        var first = device.household("王德才");
        var second = device.household("李桂芝");
        device.push(first, second);
        var theirs = other.household("赵国强");
        other.push(theirs);
        var unknown = device.change(UUID.randomUUID(), RawDevice.VILLAGE, FieldChange.set("head.religion", "x"));
        var last = device.household("孙玉芬");
        device.push(unknown, last);

        var page = JsonValue.parse(device.pull("", "3").body());
        var runs = page.list("changes");

        assertEquals(4, runs.size());
        assertEquals(1, runs.get(0).at("own").number("first"));
        assertEquals(2, runs.get(0).at("own").number("last"));
        assertEquals(ChangeJson.digest(second), runs.get(0).at("own").text("digest"));
        assertEquals(1, runs.get(0).number("position"));
        assertEquals("applied", runs.get(0).text("verdict"));
        assertEquals(ChangeJson.write(theirs), runs.get(1).at("change").canonical());
        assertEquals(3, runs.get(2).at("own").number("first"));
        assertEquals("quarantined", runs.get(2).text("verdict"));
        assertEquals(ChangeJson.write(last), runs.get(3).at("change").canonical());
        assertEquals(
                page.text("cursor"), JsonValue.parse(device.pull("").body()).text("cursor"));
        assertEquals(
                4, JsonValue.parse(other.pull("", "4").body()).list("changes").size());
        assertEquals(400, device.pull("", "-1").statusCode());
    }

    @Test
    void sendsWhatADeviceHandedInBeforeItWasEnrolledAgain() {
        var device = device("LL-01-a001");
        var old = device.household("王德才");
        device.push(old);
        var again = new RawDevice(platform, "LL-01-a001", clock);
        again.join(again.enrol(platform.code(TOWN), TOWN).body());
        again.push(again.household("李桂芝"));

        var page = JsonValue.parse(again.pull("", "1").body()).list("changes");

        assertEquals(ChangeJson.write(old), page.get(0).at("change").canonical());
        assertEquals(1, page.get(1).at("own").number("last"));
    }

    @Test
    void answersAReplayByteForByteAndTakesNothingTwice() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        var body = device.batch(id, List.of(device.household("王德才"), device.household("李桂芝")));

        var first = device.push(id, body);
        var second = device.push(id, body);

        assertEquals(first.body(), second.body());
        assertEquals(2, JsonValue.parse(device.pull("").body()).list("changes").size());
    }

    @Test
    void refusesOtherContentUnderAUsedKey() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        device.push(id, device.batch(id, List.of(device.household("王德才"))));

        var reply = device.push(id, device.batch(id, List.of(device.household("李桂芝"))));

        assertEquals(422, reply.statusCode());
        assertEquals("batch.reused", RawDevice.code(reply));
    }

    @Test
    void callsAChangeThatComesAgainInAnotherBatchADuplicate() {
        var device = device("LL-01-a001");
        var change = device.household("王德才");
        device.push(change);

        var answer = device.push(change, device.household("李桂芝"));

        assertEquals(List.of("duplicate", "applied"), RawDevice.verdicts(answer));
        assertEquals(2, JsonValue.parse(device.pull("").body()).list("changes").size());
    }

    @Test
    void mergesByTheSameRulesAsTheClients() {
        var first = device("LL-01-a001");
        var second = device("LL-02-b002");
        var record = UUID.randomUUID();
        first.push(first.change(
                record,
                RawDevice.VILLAGE,
                FieldChange.set("head.name", "王德才"),
                FieldChange.set("head.phone", "13800000000")));

        var beside = second.push(second.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange("head.phone", Optional.of("13800000000"), Optional.of("13911111111"))));
        var clash = first.push(first.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange("head.phone", Optional.of("13800000000"), Optional.of("13722222222"))));

        assertEquals(List.of("applied"), RawDevice.verdicts(beside));
        assertEquals(List.of("conflict"), RawDevice.verdicts(clash));
        assertEquals(
                1,
                JsonValue.parse(clash.body())
                        .list("outcomes")
                        .get(0)
                        .list("conflicts")
                        .size());
    }

    @Test
    void setsABadChangeAsideWithoutDelayingItsNeighbours() {
        var device = device("LL-01-a001");
        var good = device.household("王德才");
        var elsewhere = device.change(UUID.randomUUID(), "230183100201", FieldChange.set("head.name", "外乡人"));
        var unknown = device.change(UUID.randomUUID(), RawDevice.VILLAGE, FieldChange.set("head.religion", "x"));
        var last = device.household("李桂芝");

        var answer = device.push(good, elsewhere, unknown, last);

        assertEquals(List.of("applied", "quarantined", "quarantined", "applied"), RawDevice.verdicts(answer));
        var reasons = JsonValue.parse(answer.body()).list("outcomes");
        assertEquals("change.region", reasons.get(1).at("reason").text("code"));
        assertEquals("field.unknown", reasons.get(2).at("reason").text("code"));
        assertEquals("head.religion", reasons.get(2).at("reason").text("field"));
    }

    @Test
    void setsAsideWhatIsNoChangeAtAll() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        var lines = List.of("{\"id\":1}", "[[[[", "", ChangeJson.write(device.household("王德才")), "{} {}");

        var answer = device.push(id, device.batch(id, 1, lines));

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                List.of("quarantined", "quarantined", "quarantined", "quarantined", "quarantined"),
                RawDevice.verdicts(answer));
        assertEquals(
                0,
                JsonValue.parse(device("LL-02-b002").pull("").body())
                        .list("changes")
                        .size());
    }

    @Test
    void refusesAGapAndSaysWhatItHas() {
        var device = device("LL-01-a001");
        device.push(device.household("王德才"));
        device.household("李桂芝");

        var reply = device.push(device.household("赵国强"));

        assertEquals(409, reply.statusCode());
        assertEquals("sequence.gap", RawDevice.code(reply));
        assertEquals(1, JsonValue.parse(reply.body()).number("received"));
    }

    @Test
    void seesACopiedDeviceAtItsFirstPush() {
        var device = device("LL-01-a001");
        var copy = new RawDevice(platform, "LL-01-a001", clock, device.key);
        copy.join(device.enrol("unused", TOWN).statusCode() == 403 ? answerOf(device) : "");
        var common = device.household("王德才");
        copy.change(
                common.record(),
                common.template(),
                common.region(),
                common.fields().get(0));

        device.push(common);
        var sameTime = device.push(device.household("李桂芝"));
        var forked = copy.push(copy.household("赵国强"));

        assertEquals(200, sameTime.statusCode());
        assertEquals(409, forked.statusCode());
        assertEquals("device.forked", RawDevice.code(forked));
    }

    private static String answerOf(RawDevice device) {
        return xindang.model.json.ExchangeJson.write(device.membership);
    }

    @Test
    void aDeviceEnrolledAgainBeginsANewRun() {
        var device = device("LL-01-a001");
        device.push(device.household("王德才"));
        var again = new RawDevice(platform, "LL-01-a001", clock);
        again.join(again.enrol(platform.code(TOWN), TOWN).body());

        var answer = again.push(again.household("李桂芝"));

        assertEquals(2, again.membership.epoch());
        assertEquals(List.of("applied"), RawDevice.verdicts(answer));
        assertEquals(401, device.pull("").statusCode(), "the old key must not open the door any more");
    }

    @Test
    void showsADeviceItsOwnRegionOnly() {
        var town = device("LL-01-a001");
        var other = RawDevice.enrolled(platform, "LL-02-b002", "230184101", clock);
        var county = RawDevice.enrolled(platform, "LL-03-c003", "230184", clock);
        var city = RawDevice.enrolled(platform, "LL-04-d004", "2301", clock);
        town.push(town.household("王德才"));

        assertEquals(0, JsonValue.parse(other.pull("").body()).list("changes").size());
        assertEquals(1, JsonValue.parse(county.pull("").body()).list("changes").size());
        assertEquals(1, JsonValue.parse(city.pull("").body()).list("changes").size());
    }

    @Test
    void letsNoOneWriteToARecordOfAnotherRegion() {
        var town = device("LL-01-a001");
        var other = RawDevice.enrolled(platform, "LL-02-b002", "230184101", clock);
        var theirs = town.household("王德才");
        town.push(theirs);

        var answer = other.push(other.change(theirs.record(), "230184101201", FieldChange.set("head.phone", "1")));

        assertEquals(List.of("quarantined"), RawDevice.verdicts(answer));
        assertEquals("change.region", RawDevice.code(answer));
    }

    @Test
    void aCodeLetsOneDeviceInOnce() {
        var code = platform.code(TOWN);
        var first = new RawDevice(platform, "LL-01-a001", clock);
        var second = new RawDevice(platform, "LL-02-b002", clock);
        var answer = first.enrol(code, TOWN);

        assertEquals(200, answer.statusCode());
        assertEquals(
                answer.body(),
                first.enrol(code.toLowerCase(java.util.Locale.ROOT), TOWN).body());
        assertEquals("enrol.code-used", RawDevice.code(second.enrol(code, TOWN)));
        assertEquals("enrol.code", RawDevice.code(second.enrol("AAAA-AAAA-AAAA", TOWN)));
        assertEquals("enrol.region", RawDevice.code(second.enrol(platform.code(TOWN), "230183")));
        var late = platform.code(TOWN);
        clock.forward(Duration.ofDays(4));
        assertEquals("enrol.code-expired", RawDevice.code(second.enrol(late, TOWN)));
    }

    @Test
    void anAssertionIsGoodOnceAndForAShortTime() {
        var device = device("LL-01-a001");
        var assertion = device.assertion("0123456789abcdef", clock.instant());

        assertEquals(200, device.token(assertion).statusCode());
        assertEquals("token.replayed", RawDevice.code(device.token(assertion)));
        assertEquals(
                "token.time",
                RawDevice.code(device.token(
                        device.assertion("fedcba9876543210", clock.instant().minus(Duration.ofHours(1))))));
        var client = device.membership.client().toString();
        var elsewhere = device.jws(Map.of(
                "iss",
                client,
                "sub",
                client,
                "aud",
                "urn:uuid:another",
                "jti",
                "aaaaaaaaaaaa",
                "exp",
                clock.instant().plusSeconds(60).getEpochSecond()));
        assertEquals("token.client", RawDevice.code(device.token(elsewhere)));
    }

    @Test
    void aTokenRunsOut() {
        var device = device("LL-01-a001");
        assertEquals(200, device.pull("").statusCode());

        clock.forward(Access.LIFE.plusSeconds(1));

        assertEquals(401, device.pull("").statusCode());
    }

    @Test
    void takesNoBatchWithAWrongSignature() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        var body = device.batch(id, List.of(device.household("王德才")));

        var reply = device.push(id, RawDevice.gzip(body), device.sign("other".getBytes(StandardCharsets.UTF_8)));

        assertEquals(401, reply.statusCode());
        assertEquals("request.signature", RawDevice.code(reply));
    }

    @Test
    void aChangeWaitsForTheBeginningOfItsRecord() {
        var device = device("LL-01-a001");
        var other = device("LL-02-b002");
        var record = UUID.randomUUID();
        var later = other.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange("head.phone", Optional.of("13800000000"), Optional.of("13911111111")));

        var waits = other.push(later);
        var begins = device.push(device.change(
                record,
                RawDevice.VILLAGE,
                FieldChange.set("head.name", "王德才"),
                FieldChange.set("head.phone", "13800000000")));
        var page = JsonValue.parse(device.pull("").body()).list("changes");

        assertEquals(List.of("deferred"), RawDevice.verdicts(waits));
        assertEquals(List.of("applied"), RawDevice.verdicts(begins));
        assertEquals(2, page.size());
        assertEquals(later.id().toString(), page.get(1).at("change").text("id"));
        assertEquals("applied", page.get(1).text("verdict"));
    }

    @Test
    void refusesACursorOfAnOrderItDoesNotHave() {
        var device = device("LL-01-a001");
        device.push(device.household("王德才"));
        var cursor = JsonValue.parse(device.pull("").body()).text("cursor");

        assertEquals(200, device.pull(cursor).statusCode());
        assertEquals(cursor, JsonValue.parse(device.pull(cursor).body()).text("cursor"));
        assertEquals("cursor.unknown", RawDevice.code(device.pull("1-0000000000000000")));
        assertEquals("cursor.unknown", RawDevice.code(device.pull("7" + cursor)));
        assertEquals(400, device.pull("x'or'1").statusCode());
    }

    @Test
    void noCursorPassesOverAChangeThatIsStillBeingWritten() {
        var writers = new ArrayList<RawDevice>();
        for (var i = 0; i < 4; i++) {
            writers.add(device("LL-0" + i + "-aaaa"));
        }
        var reader = device("LL-09-ffff");
        var seen = new ArrayList<String>();
        var threads = Executors.newFixedThreadPool(4);
        try {
            var all = writers.stream()
                    .map(writer -> CompletableFuture.runAsync(
                            () -> {
                                for (var n = 0; n < 10; n++) {
                                    writer.push(writer.household("户" + n), writer.household("户"));
                                }
                            },
                            threads))
                    .toList();
            var end = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
            var cursor = "";
            var last = false;
            while (true) {
                var page = JsonValue.parse(reader.pull(cursor).body());
                page.list("changes")
                        .forEach(entry -> seen.add(entry.at("change").text("id")));
                cursor = page.text("cursor");
                if (last && page.list("changes").isEmpty()) {
                    break;
                }
                last = end.isDone();
            }
        } finally {
            threads.shutdown();
        }

        assertEquals(80, seen.size());
        assertEquals(80, seen.stream().distinct().count());
    }

    @Test
    void thePublicPageTellsAGenuineReportFromAnother() {
        var device = device("LL-01-a001");
        var digest = Digest.of("report");
        device.push(device.change(
                UUID.randomUUID(),
                new TemplateRef("report", 1),
                RawDevice.VILLAGE,
                FieldChange.set("report.number", "230184100-20261123101500-a001-0007"),
                FieldChange.set("report.digest", digest),
                FieldChange.set("report.kind", "household"),
                FieldChange.set("report.person", "张敏"),
                FieldChange.set("report.at", "2026-11-23T02:15:00Z")));

        var genuine = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + digest);
        var brief = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + Digest.brief(digest));
        var forged = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + Digest.of("other"));
        var unknown = device.getPlain("/r/230184100-20261123101500-a001-0008?d=" + digest);
        var codeless = device.getPlain("/r/230184100-20261123101500-a001-0007");
        var hostile = device.getPlain("/r/%3Cscript%3E?d=%3Cscript%3E");

        assertTrue(genuine.body().contains("属实"), genuine.body());
        assertTrue(genuine.body().contains("2026 年 11 月 23 日"), genuine.body());
        assertTrue(brief.body().contains("属实"), brief.body());
        assertTrue(forged.body().contains("不符"), forged.body());
        assertTrue(unknown.body().contains("未查到"), unknown.body());
        assertTrue(codeless.body().contains("请扫描二维码"), codeless.body());
        for (var malformed : List.of(digest + "0", "zzzzzzzzzzzzzzzz", "7f", "%E6%A0%A1", digest.repeat(40))) {
            var page = device.getPlain("/r/230184100-20261123101500-a001-0007?d=" + malformed);
            assertTrue(page.body().contains("不符"), page.body());
        }
        assertEquals(false, genuine.body().contains("张敏"));
        assertEquals(false, hostile.body().contains("<script>"));
    }

    @Test
    void keepsEverythingOverARestart() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        var body = device.batch(id, List.of(device.household("王德才")));
        var answer = device.push(id, body);
        platform.close();
        platform = Platform.start(config(data, clock));
        var back = new RawDevice(platform, device.name, clock, device.key);
        back.join(answerOf(device));

        assertEquals(answer.body(), back.push(id, body).body());
        assertEquals(1, JsonValue.parse(back.pull("").body()).list("changes").size());
        assertNotEquals("", JsonValue.parse(back.get("/device").body()).text("device"));
    }

    @Test
    void saysWhetherItIsUp() {
        var device = new RawDevice(platform, "LL-01-a001", clock);

        assertEquals(200, device.getPlain("/health").statusCode());
        assertEquals(404, device.getPlain("/nowhere").statusCode());
    }
}

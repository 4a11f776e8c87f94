package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import xindang.model.archive.FieldChange;
import xindang.model.json.JsonValue;
import xindang.model.wire.ChangeJson;

/** What every platform takes, how it answers, and what it gives back. */
interface PushContract {
    RawDevice device(String name);

    @Test
    default void takesAPushAndGivesItBackWithItsBytesUnchanged() {
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
    default void namesTheChangesThatADeviceHasInsteadOfSendingThem() {
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
    default void answersAReplayByteForByteAndTakesNothingTwice() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        var body = device.batch(id, List.of(device.household("王德才"), device.household("李桂芝")));

        var first = device.push(id, body);
        var second = device.push(id, body);

        assertEquals(first.body(), second.body());
        assertEquals(2, JsonValue.parse(device.pull("").body()).list("changes").size());
    }

    @Test
    default void refusesOtherContentUnderAUsedKey() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        device.push(id, device.batch(id, List.of(device.household("王德才"))));

        var reply = device.push(id, device.batch(id, List.of(device.household("李桂芝"))));

        assertEquals(422, reply.statusCode());
        assertEquals("batch.reused", RawDevice.code(reply));
    }

    @Test
    default void callsAChangeThatComesAgainInAnotherBatchADuplicate() {
        var device = device("LL-01-a001");
        var change = device.household("王德才");
        device.push(change);

        var answer = device.push(change, device.household("李桂芝"));

        assertEquals(List.of("duplicate", "applied"), RawDevice.verdicts(answer));
        assertEquals(2, JsonValue.parse(device.pull("").body()).list("changes").size());
    }

    @Test
    default void mergesByTheSameRulesAsTheClients() {
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
    default void setsABadChangeAsideWithoutDelayingItsNeighbours() {
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
    default void setsAsideWhatIsNoChangeAtAll() {
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
    default void refusesAGapAndSaysWhatItHas() {
        var device = device("LL-01-a001");
        device.push(device.household("王德才"));
        device.household("李桂芝");

        var reply = device.push(device.household("赵国强"));

        assertEquals(409, reply.statusCode());
        assertEquals("sequence.gap", RawDevice.code(reply));
        assertEquals(1, JsonValue.parse(reply.body()).number("received"));
    }

    @Test
    default void aChangeWaitsForTheBeginningOfItsRecord() {
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
    default void refusesACursorOfAnOrderItDoesNotHave() {
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
    default void noCursorPassesOverAChangeThatIsStillBeingWritten() {
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
                                    writer.push(writer.household("王德才"), writer.household("李桂芝"));
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
}

package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xindang.platform.PlatformContract.TOWN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import xindang.model.archive.FieldChange;
import xindang.model.json.JsonValue;
import xindang.model.wire.ChangeJson;

/** Whom every platform lets in, and to what. */
interface DoorContract {
    Platform platform();

    SetClock clock();

    RawDevice device(String name);

    @Test
    default void sendsWhatADeviceHandedInBeforeItWasEnrolledAgain() {
        var device = device("LL-01-a001");
        var old = device.household("王德才");
        device.push(old);
        var again = device("LL-01-a001");
        again.push(again.household("李桂芝"));

        var page = JsonValue.parse(again.pull("", "1").body()).list("changes");

        assertEquals(ChangeJson.write(old), page.get(0).at("change").canonical());
        assertEquals(1, page.get(1).at("own").number("last"));
    }

    @Test
    default void seesACopiedDeviceAtItsFirstPush() {
        var device = device("LL-01-a001");
        var copy = new RawDevice(platform(), "LL-01-a001", clock(), device.key);
        copy.join(device.enrol("unused", TOWN).statusCode() == 403 ? device.answer() : "");
        var common = device.household("王德才");
        copy.change(
                common.record(),
                common.template(),
                RawDevice.VILLAGE,
                common.fields().get(0));

        device.push(common);
        var sameTime = device.push(device.household("李桂芝"));
        var forked = copy.push(copy.household("赵国强"));

        assertEquals(200, sameTime.statusCode());
        assertEquals(409, forked.statusCode());
        assertEquals("device.forked", RawDevice.code(forked));
    }

    @Test
    default void aDeviceEnrolledAgainBeginsANewRun() {
        var device = device("LL-01-a001");
        device.push(device.household("王德才"));
        var again = device("LL-01-a001");

        var answer = again.push(again.household("李桂芝"));

        assertEquals(2, again.membership.epoch());
        assertEquals(List.of("applied"), RawDevice.verdicts(answer));
        assertEquals(401, device.pull("").statusCode(), "the old key must not open the door any more");
    }

    @Test
    default void showsADeviceItsOwnRegionOnly() {
        var town = device("LL-01-a001");
        var other = RawDevice.enrolled(platform(), "LL-02-b002", "230184101", clock());
        var county = RawDevice.enrolled(platform(), "LL-03-c003", "230184", clock());
        var city = RawDevice.enrolled(platform(), "LL-04-d004", "2301", clock());
        town.push(town.household("王德才"));

        assertEquals(0, JsonValue.parse(other.pull("").body()).list("changes").size());
        assertEquals(1, JsonValue.parse(county.pull("").body()).list("changes").size());
        assertEquals(1, JsonValue.parse(city.pull("").body()).list("changes").size());
    }

    @Test
    default void letsNoOneWriteToARecordOfAnotherRegion() {
        var town = device("LL-01-a001");
        var other = RawDevice.enrolled(platform(), "LL-02-b002", "230184101", clock());
        var theirs = town.household("王德才");
        town.push(theirs);

        var answer = other.push(other.change(theirs.record(), "230184101201", FieldChange.set("head.phone", "1")));

        assertEquals(List.of("quarantined"), RawDevice.verdicts(answer));
        assertEquals("change.region", RawDevice.code(answer));
    }

    /** An answer to an enrolment with what was signed in the place of the signature, which is another each time. */
    private static Map<String, Object> said(String answer) {
        var members = JsonValue.parse(answer).plainMembers();
        members.computeIfPresent("signed", (name, jws) -> ((String) jws).split("\\.")[1]);
        return members;
    }

    @Test
    default void aCodeLetsOneDeviceInOnce() {
        var code = platform().code(TOWN);
        var first = new RawDevice(platform(), "LL-01-a001", clock());
        var second = new RawDevice(platform(), "LL-02-b002", clock());
        var answer = first.enrol(code, TOWN);

        assertEquals(200, answer.statusCode());
        assertEquals(
                said(answer.body()),
                said(first.enrol(code.toLowerCase(Locale.ROOT), TOWN).body()));
        assertEquals("enrol.code-used", RawDevice.code(second.enrol(code, TOWN)));
        assertEquals("enrol.code", RawDevice.code(second.enrol("AAAA-AAAA-AAAA", TOWN)));
        assertEquals("enrol.region", RawDevice.code(second.enrol(platform().code(TOWN), "230183")));
        var late = platform().code(TOWN);
        clock().forward(Duration.ofDays(4));
        assertEquals("enrol.code-expired", RawDevice.code(second.enrol(late, TOWN)));
    }

    @Test
    default void anEnrolmentThatANetworkDoublesIsOneEnrolment() {
        for (var i = 0; i < 20; i++) {
            var device = new RawDevice(platform(), "LL-01-c%03d".formatted(i), clock());
            var code = platform().code(TOWN);

            var answers = Stream.generate(() -> CompletableFuture.supplyAsync(() -> device.enrol(code, TOWN)))
                    .limit(4)
                    .toList();

            for (var answer : answers) {
                assertEquals(
                        200, answer.join().statusCode(), () -> answer.join().body());
            }
        }
    }

    @Test
    default void anAssertionIsGoodOnceAndForAShortTime() {
        var device = device("LL-01-a001");
        var assertion = device.assertion("0123456789abcdef", clock().instant());

        assertEquals(200, device.token(assertion).statusCode());
        assertEquals("token.replayed", RawDevice.code(device.token(assertion)));
        assertEquals(
                "token.time",
                RawDevice.code(device.token(
                        device.assertion("fedcba9876543210", clock().instant().minus(Duration.ofHours(1))))));
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
                clock().instant().plusSeconds(60).getEpochSecond()));
        assertEquals("token.client", RawDevice.code(device.token(elsewhere)));
    }

    @Test
    default void aTokenRunsOut() {
        var device = device("LL-01-a001");
        assertEquals(200, device.pull("").statusCode());

        clock().forward(Access.LIFE.plusSeconds(1));

        assertEquals(401, device.pull("").statusCode());
    }

    @Test
    default void takesNoBatchWithAWrongSignature() {
        var device = device("LL-01-a001");
        var id = UUID.randomUUID();
        var body = device.batch(id, List.of(device.household("王德才")));

        var reply = device.push(id, RawDevice.gzip(body), device.sign("other".getBytes(StandardCharsets.UTF_8)));

        assertEquals(401, reply.statusCode());
        assertEquals("request.signature", RawDevice.code(reply));
    }
}

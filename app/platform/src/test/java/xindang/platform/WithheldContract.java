package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Withheld;
import xindang.model.common.Digest;
import xindang.model.exchange.WithheldChange;
import xindang.model.json.JsonValue;
import xindang.model.law.Arrival;
import xindang.model.law.Gate;
import xindang.model.law.Objection;
import xindang.model.law.Scrutiny;
import xindang.model.law.Withholding.Place;
import xindang.model.region.Divisions;
import xindang.model.template.Template;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.ExchangeJson;

/** What every platform does about values that devices do not keep. Its words are younger than what it has. */
interface WithheldContract {
    String BLOOD = "血型AB型";

    /** Lets everything in, and knows by now what is forbidden. */
    Scrutiny LATELY = new Scrutiny() {
        @Override
        public Optional<String> objection(Template template, Change change, String path, String value) {
            return Gate.arrivingValue(template, change, path, value);
        }

        @Override
        public List<Objection> objections(
                Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
            return List.of();
        }
    };

    /** The platform, started again with judgement of its own. */
    Platform judging(Scrutiny scrutiny);

    SetClock clock();

    private static String report(RawDevice device, Change change, Place... places) {
        var report = ExchangeJson.write(List.of(new WithheldChange(change.id(), List.of(places), false)));
        var reply = device.withheld(report, device.sign(report.getBytes(StandardCharsets.UTF_8)));
        assertEquals(200, reply.statusCode(), reply.body());
        return JsonValue.parse(reply.body()).list("outcomes").get(0).text("outcome");
    }

    private static Place place(String path, String value) {
        return new Place(path, Digest.of(value), "law.forbidden");
    }

    private RawDevice in(Platform platform, String name, String region) {
        return RawDevice.enrolled(platform, name, region, clock());
    }

    @Test
    default void takesOutForAllWhatItWouldNotKeepEither() {
        var platform = judging(LATELY);
        var hostile = in(platform, "LL-66-ffff", PlatformContract.TOWN);
        var other = in(platform, "LL-02-b002", PlatformContract.TOWN);
        var begun = hostile.household("王德才");
        var record = begun.record();
        var bad = hostile.change(record, RawDevice.VILLAGE, FieldChange.set("head.residence", BLOOD));
        hostile.push(begun, bad);
        // a conflict whose sides hold it, and a deleted row that held it
        other.push(other.change(record, RawDevice.VILLAGE, FieldChange.set("head.residence", "东屯")));

        assertEquals("hidden", report(other, bad, place("head.residence", BLOOD)));
        assertEquals("hidden", report(other, bad, place("head.residence", BLOOD)), "again");

        var page = other.pull("").body();
        assertFalse(page.contains(BLOOD));
        var pulled = JsonValue.parse(page).list("changes").get(1);
        assertEquals(ChangeJson.digest(bad), pulled.text("digest"));
        var kept = ChangeJson.read(pulled.at("change").canonical());
        assertEquals(
                Optional.of(Withheld.of(BLOOD)),
                kept.fields().stream()
                        .filter(field -> field.path().equals("head.residence"))
                        .findFirst()
                        .orElseThrow()
                        .after());
        assertEquals(
                List.of("duplicate", "duplicate"),
                RawDevice.verdicts(hostile.push(begun, bad)),
                "the device that made it goes on");
        // what comes on top of the value meets it still
        var next = other.push(other.change(
                record,
                RawDevice.VILLAGE,
                new FieldChange("head.residence", Optional.of(Withheld.of(BLOOD)), Optional.of("西屯"))));
        assertEquals(List.of("applied"), RawDevice.verdicts(next));
        assertFalse(other.pull("").body().contains(BLOOD));
    }

    @Test
    default void aReportOfWhatIsLawfulHidesNothing() {
        var platform = judging(LATELY);
        var device = in(platform, "LL-01-a001", PlatformContract.TOWN);
        var change = device.household("王德才");
        device.push(change);
        var before = device.pull("").body();

        assertEquals("kept", report(device, change, place("head.name", "王德才")));

        assertEquals(before, device.pull("").body());
    }

    @Test
    default void aReportCountsForWhatIsThereAndCanBeSeen() {
        var platform = judging(LATELY);
        var hostile = in(platform, "LL-66-ffff", PlatformContract.TOWN);
        var elsewhere = in(platform, "LL-02-b002", "230184101");
        var bad = hostile.change(
                UUID.randomUUID(),
                RawDevice.VILLAGE,
                FieldChange.set("head.name", "王德才"),
                FieldChange.set("file.note", BLOOD));
        hostile.push(bad);

        assertEquals("unknown", report(elsewhere, bad, place("file.note", BLOOD)), "of another region");
        assertEquals("unknown", report(hostile, bad, place("file.note", "血型O型")), "another value");
        assertEquals("unknown", report(hostile, bad, place("head.name", BLOOD)), "another place");
        assertEquals("unknown", report(hostile, hostile.household("李桂芝"), place("head.name", "李桂芝")));
        assertTrue(hostile.pull("").body().contains(BLOOD));
    }

    @Test
    default void aReportIsSignedAndOfItsShape() {
        var platform = judging(LATELY);
        var device = in(platform, "LL-01-a001", PlatformContract.TOWN);
        var other = in(platform, "LL-02-b002", PlatformContract.TOWN);
        var report = "{\"changes\":[]}";
        var strange = "{\"changes\":[{\"change\":\"x\"}]}";

        assertEquals(
                401,
                device.withheld(report, other.sign(report.getBytes(StandardCharsets.UTF_8)))
                        .statusCode());
        assertEquals(
                422,
                device.withheld(strange, device.sign(strange.getBytes(StandardCharsets.UTF_8)))
                        .statusCode());
    }
}

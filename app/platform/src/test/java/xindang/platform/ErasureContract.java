package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Digest;
import xindang.model.exchange.Redacted;
import xindang.model.json.JsonValue;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.RedactedJson;

/** What every platform destroys, refuses to destroy, and says of what it destroyed. */
interface ErasureContract {
    TemplateRef HOUSEHOLD = new TemplateRef("household", 1);
    TemplateRef QUERY = new TemplateRef("query", 1);
    String NAME = "欧阳靖远";

    RawDevice device(String name);

    private static Change erasure(RawDevice device, UUID record, TemplateRef template, String reason) {
        return device.change(record, template, new Body.Erasure(reason));
    }

    private static Change query(RawDevice device, UUID subject) {
        return device.change(
                UUID.randomUUID(),
                QUERY,
                "",
                FieldChange.set("query.subject", subject.toString()),
                FieldChange.set("query.purpose", NAME));
    }

    private static List<JsonValue> pulled(RawDevice device) {
        return JsonValue.parse(device.pull("").body()).list("changes");
    }

    @Test
    default void whatWasErasedIsNamedInItsPlaceAndSaidNowhere() {
        var device = device("LL-01-a001");
        var person = device.household(NAME);
        var query = query(device, person.record());
        device.push(person, query, device.household("李桂芝"));
        var erasure = erasure(device, person.record(), HOUSEHOLD, "本人要求删除");

        assertEquals(List.of("applied"), RawDevice.verdicts(device.push(erasure)));

        var body = device("LL-02-b002").pull("").body();
        assertFalse(body.contains(NAME));
        var changes = JsonValue.parse(body).list("changes");
        assertEquals(4, changes.size());
        var line = new Redacted(person.id(), person.record(), device.name, 1, ChangeJson.digest(person));
        assertEquals(RedactedJson.write(line), changes.get(0).at("redacted").canonical());
        assertEquals(query.record().toString(), changes.get(1).at("redacted").text("record"));
        assertEquals(ChangeJson.write(erasure), changes.get(3).at("change").canonical());
        assertEquals(List.of("duplicate"), RawDevice.verdicts(device.push(person)));
    }

    @Test
    default void whatWaitsOrWasSetAsideIsDestroyedToo() {
        var device = device("LL-01-a001");
        var person = device.household(NAME);
        var waiting = query(device, UUID.randomUUID());
        var wrong = device.change(person.record(), RawDevice.VILLAGE, FieldChange.set("head.religion", NAME));
        assertEquals(
                List.of("applied", "deferred", "quarantined"), RawDevice.verdicts(device.push(person, waiting, wrong)));
        var unknown = UUID.fromString(waiting.fields().get(0).after().orElseThrow());

        device.push(erasure(device, person.record(), HOUSEHOLD, "本人要求删除"), erasure(device, unknown, HOUSEHOLD, "重复建档"));

        var body = device.pull("").body();
        assertFalse(body.contains(NAME));
        var verdicts =
                pulled(device).stream().map(change -> change.text("verdict")).toList();
        assertEquals(List.of("applied", "quarantined", "applied", "quarantined", "applied"), verdicts);
    }

    @Test
    default void whatComesLaterIsSetAsideWithoutItsContent() {
        var device = device("LL-01-a001");
        var other = device("LL-02-b002");
        var person = device.household("王德才");
        device.push(person, erasure(device, person.record(), HOUSEHOLD, "本人要求删除"));
        var edit = other.change(person.record(), RawDevice.VILLAGE, FieldChange.set("head.name", NAME));

        var reply = other.push(edit, query(other, person.record()));

        assertEquals(List.of("quarantined", "quarantined"), RawDevice.verdicts(reply));
        assertEquals("record.erased", RawDevice.code(reply));
        assertFalse(other.pull("").body().contains(NAME));
        var again = other.push(erasure(other, person.record(), HOUSEHOLD, "本人要求删除"));
        assertEquals(List.of("applied"), RawDevice.verdicts(again));
    }

    @Test
    default void aQueryOrRatingAloneIsNotErasedNorForAReasonThatMayNotBeKept() {
        var device = device("LL-01-a001");
        var person = device.household("王德才");
        var query = query(device, person.record());
        device.push(person, query);

        var attached = device.push(erasure(device, query.record(), QUERY, "算错了"));
        assertEquals("erase.subject", RawDevice.code(attached));
        var disguised = device.push(erasure(device, query.record(), HOUSEHOLD, "算错了"));
        assertEquals("change.template", RawDevice.code(disguised));
        var forbidden = device.push(erasure(device, person.record(), HOUSEHOLD, "本人信基督教"));
        assertEquals("erase.reason", RawDevice.code(forbidden));
        assertTrue(pulled(device("LL-02-b002")).stream().noneMatch(change -> change.has("redacted")));
    }

    @Test
    default void aLineInThePlaceOfAChangeIsTakenOnlyFromItsDevice() {
        var device = device("LL-01-a001");
        var person = device.household(NAME);
        var next = device.household("李桂芝");
        var foreign = RedactedJson.write(
                new Redacted(person.id(), person.record(), "LL-09-c003", 1, ChangeJson.digest(person)));
        var other = device("LL-02-b002");
        var id = UUID.randomUUID();
        assertEquals("change.device", RawDevice.code(other.push(id, other.batch(id, 1, List.of(foreign)))));

        var named = RedactedJson.write(
                new Redacted(person.id(), person.record(), device.name, 1, ChangeJson.digest(person)));
        var key = UUID.randomUUID();
        var taken = device.push(key, device.batch(key, 1, List.of(named, ChangeJson.write(next))));

        assertEquals(List.of("applied", "applied"), RawDevice.verdicts(taken));
        assertEquals(named, pulled(device).get(0).at("redacted").canonical());
    }

    @Test
    default void thePublicPageSaysThatTheArchiveOfAReportWasErased() {
        var device = device("LL-01-a001");
        var person = device.household(NAME);
        var report = device.change(
                UUID.randomUUID(),
                new TemplateRef("report", 1),
                "",
                FieldChange.set("report.subject", person.record().toString()),
                FieldChange.set("report.number", "230184100-20261123101500-a001-0007"),
                FieldChange.set("report.digest", Digest.of("report")),
                FieldChange.set("report.kind", "household"),
                FieldChange.set("report.purpose", "授信"),
                FieldChange.set("report.issuer", "某镇人民政府"),
                FieldChange.set("report.person", "张敏"),
                FieldChange.set("report.at", "2026-11-23T02:15:00Z"));
        device.push(person, report);
        var page = "/r/230184100-20261123101500-a001-0007?d=" + Digest.of("report");
        assertTrue(device.getPlain(page).body().contains("属实"));

        device.push(erasure(device, person.record(), HOUSEHOLD, "本人要求删除"));

        assertTrue(device.getPlain(page).body().contains("档案已删除"));
        assertTrue(device.getPlain(page).body().contains("2026 年 11 月 23 日"));
    }
}

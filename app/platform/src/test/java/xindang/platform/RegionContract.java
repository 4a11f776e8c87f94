package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.json.JsonValue;
import xindang.model.wire.ChangeJson;

/** What the platform does not understand, and to which offices it gives what it does. */
interface RegionContract {
    RawDevice device(String name);

    Platform platform();

    SetClock clock();

    @Test
    default void setsAsideAMemberThatTheFormatDoesNotHaveAndHandsOnWhatIsOfALaterOne() {
        var device = device("LL-01-a001");
        var other = device("LL-02-b002");
        var odd = ChangeJson.write(device.household("王德才")).replace("{\"at\"", "{\"abc\":7,\"at\"");
        var later = odd.replace("\"format\":2", "\"format\":9");
        var id = UUID.randomUUID();

        var refused = device.push(id, device.batch(id, 1, List.of(odd)));
        var reason = JsonValue.parse(refused.body()).list("outcomes").get(0).at("reason");

        assertEquals("change.member", reason.text("code"));
        assertEquals("abc", reason.text("field"));
        var another = device("LL-03-c003");
        var own = another.household("李桂芝");
        var text =
                ChangeJson.write(own).replace("{\"at\"", "{\"abc\":7,\"at\"").replace("\"format\":2", "\"format\":9");
        var accepted = another.push(
                UUID.nameUUIDFromBytes(new byte[1]),
                another.batch(UUID.nameUUIDFromBytes(new byte[1]), 1, List.of(text)));
        assertEquals(List.of("applied"), RawDevice.verdicts(accepted));
        var pulled = JsonValue.parse(other.pull("").body()).list("changes");
        assertEquals(1, pulled.size());
        assertEquals(text, pulled.get(0).at("change").canonical());
        assertEquals(9, ChangeJson.read(later).format());
    }

    @Test
    default void aChangeAboutAnArchiveWaitsForItAndGoesWhereItIs() {
        var device = device("LL-01-a001");
        var village = RawDevice.enrolled(platform(), "LL-02-b002", RawDevice.VILLAGE, clock());
        var household = device.household("王德才");
        var early = device("LL-03-c003");
        var query = early.change(
                UUID.randomUUID(),
                new TemplateRef("query", 1),
                "",
                FieldChange.set("query.subject", household.record().toString()),
                FieldChange.set("query.purpose", "贷前调查"));

        var waits = early.push(query);
        device.push(household);

        assertEquals(List.of("deferred"), RawDevice.verdicts(waits));
        var pulled = JsonValue.parse(village.pull("").body()).list("changes");
        assertEquals(
                List.of(ChangeJson.write(household), ChangeJson.write(query)),
                pulled.stream().map(each -> each.at("change").canonical()).toList());
    }

    @Test
    default void aHouseholdThatLeavesAVillageIsSeenToLeaveIt() {
        var device = device("LL-01-a001");
        var village = RawDevice.enrolled(platform(), "LL-02-b002", RawDevice.VILLAGE, clock());
        var household = device.household("王德才");
        var moved = device.change(
                household.record(),
                "",
                new FieldChange("file.village", Optional.of(RawDevice.VILLAGE), Optional.of("230184100202")));
        var phone = device.change(household.record(), "230184100202", FieldChange.set("head.phone", "13722222222"));

        device.push(household, moved, phone);

        assertEquals(2, JsonValue.parse(village.pull("").body()).list("changes").size());
        var out = device.change(
                household.record(),
                "",
                new FieldChange("file.village", Optional.of("230184100202"), Optional.of("230183100201")));
        assertEquals(List.of("quarantined"), RawDevice.verdicts(device.push(out)));
    }

    @Test
    default void onlyTheOfficeThatHasAHouseholdMovesItOut() {
        var device = device("LL-01-a001");
        var other = RawDevice.enrolled(platform(), "LL-02-b002", "230184101", clock());
        var household = device.household("王德才");
        device.push(household);
        var stolen = other.move(household.record(), RawDevice.VILLAGE, "230184101201");

        assertEquals(List.of("quarantined"), RawDevice.verdicts(other.push(stolen)));
        assertEquals(
                List.of("quarantined"),
                RawDevice.verdicts(device.push(device.move(household.record(), RawDevice.VILLAGE, "230225101201"))));
        var out = device.move(household.record(), RawDevice.VILLAGE, "230184101201");
        assertEquals(List.of("applied"), RawDevice.verdicts(device.push(out)));
        // it is not theirs any more: back it comes from the new town alone
        var back = device.move(household.record(), "230184101201", RawDevice.VILLAGE);
        assertEquals(List.of("quarantined"), RawDevice.verdicts(device.push(back)));
        assertEquals(
                List.of("applied"),
                RawDevice.verdicts(other.push(other.move(household.record(), "230184101201", RawDevice.VILLAGE))));
    }

    @Test
    default void aCursorMayEndAtADeliveryAndStillNamesIt() {
        var device = device("LL-01-a001");
        var other = RawDevice.enrolled(platform(), "LL-02-b002", "230184101", clock());
        var household = device.household("王德才");
        device.push(household);
        var cursor = JsonValue.parse(other.pull("").body()).text("cursor");
        device.push(device.move(household.record(), RawDevice.VILLAGE, "230184101201"));

        var page = JsonValue.parse(other.pull(cursor).body());
        var given = page.list("changes");
        assertEquals(2, given.size());
        assertEquals(ChangeJson.write(household), given.get(0).at("change").canonical());
        assertEquals("true", given.get(0).at("earlier").canonical());
        var move = Long.parseLong(given.get(1).at("position").canonical());
        var digest = page.text("cursor").substring(page.text("cursor").indexOf('-'));
        // the delivery stands right in front of the move that caused it
        assertEquals(
                1,
                JsonValue.parse(other.pull(move - 1 + digest).body())
                        .list("changes")
                        .size());
        assertEquals(409, other.pull(move - 1 + "-0000000000000000").statusCode());
    }
}

package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** The limits of a received change: the largest one that is accepted, and the next. */
class ArrivingLimitsTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final FieldChange RESIDENCE = FieldChange.set("head.residence", "拉林");
    private static final String NUMBER = "head.number";

    @Test
    void decisionsAndFieldsAreLimitedInNumber() {
        assertEquals(
                List.of(),
                codes(Arrivals.of(HOUSEHOLD, RESIDENCE).deciding(ids(1000)).into(Content.EMPTY)));
        assertEquals(
                List.of("change.large"),
                codes(Arrivals.of(HOUSEHOLD, RESIDENCE).deciding(ids(1001)).into(Content.EMPTY)));
        var fields = new ArrayList<FieldChange>();
        for (var i = 0; i < 40_000; i++) {
            fields.add(FieldChange.set("family.members.r" + i + ".name", "那守田"));
        }
        assertEquals(List.of(), codes(arrival(fields).into(Content.EMPTY, Content.EMPTY)));
        fields.add(RESIDENCE);
        assertEquals(List.of("change.large"), codes(arrival(fields).into(Content.EMPTY, Content.EMPTY)));
    }

    private static Arrivals arrival(List<FieldChange> fields) {
        return Arrivals.of(HOUSEHOLD, fields.toArray(new FieldChange[0]));
    }

    @Test
    void aRecordHasAtMostTwentyThousandValues() {
        var values = new HashMap<String, String>();
        for (var i = 0; i < 20_000; i++) {
            values.put("family.members.r" + i + ".name", "那守田");
        }
        var most = Content.of(values);
        assertEquals(List.of(), codes(Arrivals.of(HOUSEHOLD, RESIDENCE).into(Content.EMPTY, most)));
        assertEquals(
                List.of("change.large"),
                codes(Arrivals.of(HOUSEHOLD, RESIDENCE).into(Content.EMPTY, most.with("head.residence", "拉林"))));
    }

    @Test
    void pathsAndNamesAreLimitedInLength() {
        var path = "a".repeat(60) + "." + "b".repeat(64) + "." + "c".repeat(64) + "." + "d".repeat(9);
        assertEquals(200, path.length());
        assertEquals(
                List.of("field.unknown"),
                codes(Arrivals.of(HOUSEHOLD, FieldChange.set(path, "x")).into(Content.EMPTY)));
        assertEquals(
                List.of("field.path"),
                codes(Arrivals.of(HOUSEHOLD, FieldChange.set(path + "d", "x")).into(Content.EMPTY)));
        assertEquals(
                List.of(),
                codes(Arrivals.of(HOUSEHOLD, RESIDENCE).by("张".repeat(100)).into(Content.EMPTY)));
        assertEquals(
                List.of("change.author"),
                codes(Arrivals.of(HOUSEHOLD, RESIDENCE).by("张".repeat(101)).into(Content.EMPTY)));
    }

    @Test
    void theReasonOfAnErasureIsALine() {
        assertEquals(List.of(), codes(judged("LL-01-a001", new Body.Erasure("本".repeat(500)))));
        assertEquals(List.of("change.reason"), codes(judged("LL-01-a001", new Body.Erasure("本".repeat(501)))));
        assertEquals(List.of("change.unreadable"), codes(judged("-", new Body.Erasure("本人要求"))));
    }

    private static List<Objection> judged(String device, Body body) {
        var change = Arrivals.of(HOUSEHOLD, RESIDENCE).from("erase").change();
        return Gate.arriving(
                Optional.of(HOUSEHOLD),
                new Arrival(
                        new Change(
                                Change.FORMAT,
                                change.id(),
                                change.record(),
                                change.template(),
                                body,
                                change.by(),
                                change.at(),
                                change.origin(),
                                device,
                                1,
                                Change.GENESIS,
                                Optional.empty()),
                        Content.EMPTY,
                        Content.EMPTY,
                        List.of(),
                        false),
                Arrivals.NOW,
                Divisions.harbin());
    }

    @Test
    void aNumberToBeVerifiedIsALineOfAHundredCharacters() {
        var marked = Content.of(Map.of("head.unverified", "true"));
        var none = Content.EMPTY;
        assertEquals(List.of(), numbered("1".repeat(100), marked));
        assertEquals(List.of("value.type"), numbered("1".repeat(101), marked));
        assertEquals(List.of("value.type"), numbered("1".repeat(17), none));
        var mark = FieldChange.set("head.unverified", "true");
        assertEquals(
                List.of(),
                codes(Arrivals.of(HOUSEHOLD, FieldChange.set(NUMBER, "12"), mark)
                        .into(none, none)));
        var passport = Content.of(Map.of("head.idType", "414"));
        assertEquals(List.of(), numbered("E12345678", passport));
        assertEquals(List.of("value.type"), numbered("E12345678", Content.of(Map.of("head.idType", "111"))));
        assertEquals(List.of("value.type"), numbered(" E12345678", passport));
    }

    private static List<String> numbered(String number, Content record) {
        return codes(Arrivals.of(HOUSEHOLD, FieldChange.set(NUMBER, number)).into(record, record));
    }

    private static UUID[] ids(int count) {
        var ids = new UUID[count];
        for (var i = 0; i < count; i++) {
            ids[i] = new UUID(4, i);
        }
        return ids;
    }

    /** The codes, except that a record without a name has none. */
    private static List<String> codes(List<Objection> objections) {
        return objections.stream()
                .map(Objection::code)
                .filter(code -> !code.startsWith("record."))
                .toList();
    }
}

package xindang.persistence.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Withheld;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.exchange.Merge;
import xindang.model.law.Gate;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ChangeJson;
import xindang.persistence.disk.Bytes;
import xindang.persistence.ledger.Entry;

/** A change is opened by the key of its record only, under its own ids; and what the store knows of templates. */
class SealingTest {
    private static final UUID ID = new UUID(1, 1);
    private static final UUID RECORD = new UUID(2, 2);
    private static final UUID OTHER = new UUID(2, 3);
    private static final TemplateRef HOUSEHOLD = new TemplateRef("household", 1);
    private static final byte[] KEY = key(1);

    private final Knowledge knowledge = new Knowledge(ShippedTemplates.load());
    private final Understood understood = new Understood(Gate::arrivingValue, knowledge);
    private final Sealing sealing = new Sealing(new SecureRandom(), new Vocabulary(), understood);

    @Test
    void aSealedChangeIsOpenedByItsKeyAndIdsOnly() {
        var change =
                change(2, new Body.Fields(List.of(FieldChange.set("head.name", "那守田")), List.of(), Optional.empty()));
        var sealed = sealing.seal(change, KEY, word -> -1);
        assertEquals(change, sealing.open(sealed, RECORD, ID, KEY));
        assertEquals(ChangeJson.write(change), sealing.text(sealed, RECORD, ID, KEY));
        assertEquals(List.of(), understood.withheld());
        assertNotEquals(sealed, sealing.seal(change, KEY, word -> -1), "a new nonce");
        for (var ids : List.of(
                List.of(OTHER, ID),
                List.of(RECORD, OTHER),
                List.of(ID, RECORD),
                List.of(new UUID(3, 2), ID),
                List.of(RECORD, new UUID(3, 1)))) {
            var damage = assertThrows(AppException.class, () -> sealing.open(sealed, ids.get(0), ids.get(1), KEY));
            assertEquals(ErrorCode.FILE_DAMAGED, damage.code());
        }
        assertThrows(AppException.class, () -> sealing.open(sealed, RECORD, ID, key(2)));
    }

    @Test
    void saysWhetherAKeyOpensAnEntry() {
        var change = change(2, new Body.Fields(List.of(), List.of(), Optional.empty()));
        var sealed = sealing.seal(change, KEY, word -> -1);
        var saved = new Entry.Saved(RECORD, 0, ID, 1, "", sealed);
        assertTrue(Sealing.opens(saved, RECORD, KEY));
        assertFalse(Sealing.opens(saved, OTHER, KEY));
        assertFalse(Sealing.opens(saved, RECORD, key(2)));
        assertFalse(Sealing.opens(saved, RECORD, new byte[31]));
        assertFalse(Sealing.opens(new Entry.Saved(RECORD, 0, OTHER, 1, "", sealed), RECORD, KEY));
        for (var length : List.of(0, 12, 27, 28)) {
            var part = new Bytes(Arrays.copyOf(sealed.array(), length));
            assertFalse(Sealing.opens(new Entry.Saved(RECORD, 0, ID, 1, "", part), RECORD, KEY));
        }
        assertFalse(Sealing.opens(new Entry.Paged("", Instant.EPOCH), RECORD, KEY));
    }

    @Test
    void aForbiddenValueThatALaterVersionUnderstandsIsWithheldAtEachReading() {
        var note = "血型：A 型";
        var inner = change(
                2,
                new Body.Fields(
                        List.of(FieldChange.set("head.name", "那守田"), FieldChange.set("file.note", note)),
                        List.of(),
                        Optional.empty()));
        var sealed = sealing.seal(change(99, new Body.Newer(ChangeJson.write(inner))), KEY, word -> -1);
        var read = sealing.open(sealed, RECORD, ID, KEY);
        assertEquals(
                List.of(FieldChange.set("head.name", "那守田"), FieldChange.set("file.note", Withheld.of(note))),
                read.fields());
        var withheld = understood.withheld();
        assertEquals(1, withheld.size());
        assertEquals(ID, withheld.get(0).change());
        assertEquals("file.note", withheld.get(0).places().get(0).path());

        var direct = sealing.seal(inner, KEY, word -> -1);
        assertEquals(
                inner, sealing.open(direct, RECORD, ID, KEY), "what was judged at its arrival is not judged again");
    }

    @Test
    void anUnknownVersionOfATemplateIsReplacedByTheNewestAndAnUnknownTemplateHasNoFields() {
        var templates = ShippedTemplates.load();
        var later = new TemplateRef("household", 99);
        var strange = new TemplateRef("strange", 1);
        assertEquals(templates.get("household").ref(), knowledge.of(later).ref());
        assertEquals(Optional.empty(), knowledge.exactly(later));
        assertEquals(later, knowledge.exactlyOrNone(later).ref());
        assertEquals(List.of(), knowledge.exactlyOrNone(later).blocks());
        assertEquals(strange, knowledge.of(strange).ref());
        assertEquals(List.of(), knowledge.of(strange).blocks());
        for (var again = 0; again < 2; again++) {
            assertEquals(HOUSEHOLD, knowledge.of(HOUSEHOLD).ref());
            assertEquals(Optional.of(HOUSEHOLD), knowledge.exactly(HOUSEHOLD).map(template -> template.ref()));
        }
        assertTrue(knowledge.isSubject(HOUSEHOLD));
        assertTrue(knowledge.isSubject("household"));
        assertFalse(knowledge.isSubject("rating"));
        assertFalse(knowledge.isSubject("strange"));
        assertFalse(knowledge.isSubject(new TemplateRef("rating", 1)));
        assertTrue(Knowledge.isRating(new TemplateRef("rating", 1)));
        assertFalse(Knowledge.isRating(HOUSEHOLD));
        assertEquals(Optional.of("AA"), Knowledge.value(Content.EMPTY.with("rating.grade", "AA"), "grade"));
        assertTrue(knowledge.newest("household").isPresent());
    }

    @Test
    void knowsWhichRowsHaveATerm() {
        assertTrue(knowledge.hasTerm("adverse.items.a1.fact"));
        assertFalse(knowledge.hasTerm("adverse.itemsx.a1.fact"));
        assertFalse(knowledge.hasTerm("head.name"));
        var templates = ShippedTemplates.load();
        var expected = templates.subjects().stream()
                .filter(template -> !template.terms().isEmpty())
                .map(template -> template.ref().id())
                .toList();
        assertTrue(expected.contains("household"));
        assertEquals(expected, knowledge.withTerms());
        for (var template : templates.subjects()) {
            assertTrue(knowledge.terms().contains(template.ref() + " " + template.terms()), knowledge.terms());
        }
        assertTrue(knowledge.terms().contains("; "));
    }

    @Test
    void aStateIsReadAsItWasWrittenAndConflictsAreSortedByTimeAndId() {
        var early = conflict(new UUID(9, 9), "2026-11-01T00:00:00Z", Optional.of("old"), Optional.empty());
        var late = conflict(new UUID(9, 1), "2026-11-02T00:00:00Z", Optional.empty(), Optional.of("new"));
        var same = conflict(new UUID(9, 2), "2026-11-02T00:00:00Z", Optional.empty(), Optional.of("new"));
        var state = new Merge.State(Content.EMPTY.with("head.name", "那守田"), List.of(early, late));
        assertEquals(state, StateJson.read(StateJson.write(state)));
        for (var conflict : List.of(early, late)) {
            assertEquals(conflict, StateJson.conflict(StateJson.write(conflict)));
        }
        assertEquals(List.of(early, late, same), StateJson.sorted(List.of(same, late, early)));
        for (var wrong : List.of("not-an-id", "2026-13-01T00:00:00Z")) {
            var json =
                    StateJson.write(early).replace(wrong.length() < 10 ? ID.toString() : "2026-11-01T00:00:00Z", wrong);
            var damage = assertThrows(AppException.class, () -> StateJson.conflict(json));
            assertEquals(ErrorCode.FILE_DAMAGED, damage.code());
        }
    }

    private static Conflict conflict(UUID id, String at, Optional<String> base, Optional<String> value) {
        var kept =
                new Conflict.Side(Optional.of("kept"), "王海燕", "LL-01-a001", Instant.parse("2026-10-01T00:00:00Z"), ID);
        return new Conflict(
                id,
                RECORD,
                "head.name",
                base,
                kept,
                new Conflict.Side(value, "张敏", "LL-02-b002", Instant.parse(at), ID));
    }

    private static Change change(int format, Body body) {
        return new Change(
                format,
                ID,
                RECORD,
                HOUSEHOLD,
                body,
                Author.of(new UUID(3, 3), "王海燕"),
                Instant.parse("2026-11-30T08:00:00Z"),
                "screen",
                "LL-01-a001",
                9,
                "ab".repeat(32),
                Optional.empty());
    }

    private static byte[] key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}

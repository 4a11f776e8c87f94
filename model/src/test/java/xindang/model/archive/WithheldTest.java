package xindang.model.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.common.Digest;

class WithheldTest {
    private static final String MARK = Withheld.of("血型AB型");
    private static final Content CONTENT = Content.of(Map.of("head.name", "王德才", "head.note", MARK));

    @Test
    void aMarkHasTheHashOfTheValueAndNothingElseOfIt() {
        assertTrue(Withheld.is(MARK));
        assertFalse(MARK.contains("AB"));
        assertEquals(MARK, Withheld.of(MARK));
        assertEquals(Digest.of("血型AB型"), Withheld.digest(MARK));
        assertEquals(Withheld.digest("血型AB型"), Withheld.digest(MARK));
    }

    @Test
    void whatOnlyLooksLikeAMarkIsNone() {
        assertFalse(Withheld.is(MARK + "0"));
        assertFalse(Withheld.is(MARK.substring(0, MARK.length() - 1) + "X"));
        assertFalse(Withheld.is(MARK.substring(1)));
        assertFalse(Withheld.is(""));
        assertTrue(Withheld.isIn("note=" + MARK + "\nname=x"));
        assertFalse(Withheld.isIn("note=withheld:"));
    }

    @Test
    void aValueAndItsMarkAreTheSame() {
        assertTrue(Withheld.same(Optional.of("血型AB型"), Optional.of(MARK)));
        assertTrue(Withheld.same(Optional.of(MARK), Optional.of("血型AB型")));
        assertTrue(Withheld.same(Optional.of(MARK), Optional.of(MARK)));
        assertTrue(Withheld.same(Optional.empty(), Optional.empty()));
        assertFalse(Withheld.same(Optional.of(MARK), Optional.of("血型B型")));
        assertFalse(Withheld.same(Optional.of(MARK), Optional.empty()));
        assertFalse(Withheld.same(Optional.of("1"), Optional.of("2")));
    }

    @Test
    void aContentGivesNoMarkToWhoAsksForAValue() {
        assertEquals(Optional.empty(), CONTENT.get("head.note"));
        assertEquals("", CONTENT.text("head.note"));
        assertEquals(Optional.of(MARK), CONTENT.kept("head.note"));
        assertEquals(List.of("head.note"), CONTENT.withheld());
        assertEquals(Content.of(Map.of("head.name", "王德才")), CONTENT.known());
    }

    @Test
    void aContentThatIsCopiedAndChangedKeepsItsMarks() {
        var copied = Content.of(CONTENT.asMap()).with("head.name", "王德财");

        assertEquals(
                List.of(new FieldChange("head.name", Optional.of("王德才"), Optional.of("王德财"))),
                CONTENT.changesTo(copied));
        assertNotEquals(CONTENT, CONTENT.known());
        assertEquals(
                List.of(new FieldChange("head.note", Optional.of(MARK), Optional.of("常住"))),
                CONTENT.changesTo(CONTENT.with("head.note", "常住")));
    }
}

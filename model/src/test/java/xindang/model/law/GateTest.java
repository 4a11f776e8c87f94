package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.common.Violation;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;

class GateTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final ReadingContext CONTEXT =
            new ReadingContext(LocalDate.of(2026, 11, 30), Divisions.harbin(), DivisionCode.of("230184101"), "");

    @Test
    void doesNotReadATextThatTheLawForbids() {
        assertEquals("law.forbidden.text.religion", read("file.note", "宗教信仰：无"));
        assertEquals("ok", read("file.note", "住在村东头"));
    }

    private static String read(String path, String text) {
        return Gate.read(HOUSEHOLD, HOUSEHOLD.field(path).orElseThrow(), text, CONTEXT)
                .failure()
                .map(Violation::code)
                .orElse("ok");
    }

    @Test
    void anUnsavedTextOfAnyFieldMayNotSayWhatIsForbidden() {
        var typed = Map.of("head.birth", "患糖尿病", "file.note", "常住", "head.marriage", "血型A", "no.such", "血型A");
        assertEquals(
                Set.of("head.birth", "head.marriage", "no.such"),
                Gate.draftWords(HOUSEHOLD, typed).keySet());
        var marriage = HOUSEHOLD.field("head.marriage");
        assertEquals(Optional.empty(), Gate.words(HOUSEHOLD, marriage, "已婚"));
        assertTrue(Gate.words(HOUSEHOLD, marriage, "已婚、血型A").isPresent());
        assertTrue(Gate.words(HOUSEHOLD, Optional.empty(), "血型A").isPresent());
        assertEquals(Optional.empty(), Gate.words(HOUSEHOLD, Optional.empty(), "常住"));
        assertTrue(Gate.words(HOUSEHOLD, HOUSEHOLD.field("file.note"), "血型A").isPresent());
    }

    @Test
    void keptValuesOfForbiddenWordsAreFoundByTheirPaths() {
        var kept = Content.of(Map.of("head.name", "那守田", "file.note", "血型A", "head.shoe", "血型A"));
        assertEquals(List.of("file.note"), Gate.forbidden(HOUSEHOLD, kept));
        assertEquals(64, Gate.wordsVersion().length());
    }

    @Test
    void theNumberOfAnotherDocumentIsReadUnlessItsMiddleIsStars() {
        var field = HOUSEHOLD.field("head.number").orElseThrow();
        assertEquals("E12345678", Gate.readOtherNumber(field, "E12345678").get());
        assertFalse(Gate.readOtherNumber(field, "E12****78").isOk());
    }

    @Test
    void anObjectionNamesTheFieldWithoutTheKeyOfItsRow() {
        assertEquals("family.members.*.name", new Objection("value.type", "family.members.c1.name").field());
        assertFalse(new Objection("value.type", "head.name").isWhole());
        assertTrue(new Objection("change.large", "").isWhole());
        assertThrows(IllegalArgumentException.class, () -> new Objection("value.odd", ""));
    }
}

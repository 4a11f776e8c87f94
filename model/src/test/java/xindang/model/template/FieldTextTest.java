package xindang.model.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;

class FieldTextTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");

    @ParameterizedTest
    @CsvSource({
        "head.ethnic, 11, 满族",
        "head.special, 'party,veteran', 党员、退役军人",
        "head.resident, true, 是",
        "head.people, 5, 5 人",
        "land.contracted, 41.5, 41.5 亩",
        "finance.loanBalance, 67000.00, '67,000 元'",
        "finance.loanBalance, 67000.50, '67,000.50 元'",
        "income.years.y2025.net, -1200.00, '-1,200 元'",
        "finance.loans.r1.rate, 4.35, 4.35%",
        "finance.loans.r1.until, 2099-12-31, 长期",
        "file.village, 230113107200, 双桥村",
    })
    void valuesReadAsPeopleSayThem(String path, String value, String shown) {
        assertEquals(shown, text(Audience.OFFICE, path, value));
    }

    @ParameterizedTest
    @CsvSource({
        "SELF, head.number, 230112199001011233, 230112199001011233",
        "OFFICE, head.number, 230112199001011233, 230112********1233",
        "RECIPIENT, head.number, 230112199001011233, 230112********1233",
        "PUBLIC, head.number, 230112199001011233, 2****************3",
        "OFFICE, head.phone, 13945112786, 139****2786",
        "PUBLIC, head.phone, 13945112786, ***",
        "OFFICE, head.name, 那守田, 那守田",
        "PUBLIC, head.name, 那守田, 那*田",
        "PUBLIC, finance.loanBalance, 67000.00, ***",
        "RECIPIENT, finance.loanBalance, 67000.00, '67,000 元'",
        "RECIPIENT, head.residence, 双桥村五组, ***",
        "RECIPIENT, land.parcels.r1.contract, 2301841012050083J, *************083J",
    })
    void eachAudienceSeesWhatItMay(Audience audience, String path, String value, String shown) {
        assertEquals(shown, text(audience, path, value));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        var text = new FieldText(HOUSEHOLD, Audience.OFFICE, code -> code);
        assertEquals("", text.show(Content.of(Map.of()), "head.name"));
    }

    @Test
    void completenessCountsWhatIsAskedAndTheRequiredItemsOfRows() {
        var land = HOUSEHOLD.block("land").orElseThrow();
        assertEquals(new Completeness.Share(0, 3), Completeness.of(land, Content.EMPTY));
        var content = Content.of(Map.of("land.contracted", "10", "land.parcels.r1.name", "东大地"));
        assertEquals(new Completeness.Share(1, 4), Completeness.of(land, content));
        assertEquals(25, Completeness.of(land, content).percent());
    }

    @Test
    void everyRowOfAGroupAsksForItsRequiredFields() {
        var family = HOUSEHOLD.block("family").orElseThrow();
        var required = family.fields().stream()
                .filter(field -> field.id().equals("members"))
                .flatMap(field -> field.fields().stream())
                .filter(Field::required)
                .count();
        assertTrue(required >= 2);
        var none = Completeness.of(family, Content.EMPTY);
        var content = Content.of(Map.of(
                "family.members.m1.name", "李四",
                "family.members.m1.relation", "10",
                "family.members.m1-2.name", "李五",
                "head.name", "李三"));
        var two = Completeness.of(family, content);
        assertEquals(none.total() + 2 * required, two.total());
        assertEquals(none.filled() + 3, two.filled());

        var whole = Completeness.of(HOUSEHOLD, content);
        var blocks = HOUSEHOLD.blocks().stream()
                .map(block -> Completeness.of(block, content))
                .toList();
        assertEquals(blocks.stream().mapToInt(Completeness.Share::total).sum(), whole.total());
        assertEquals(blocks.stream().mapToInt(Completeness.Share::filled).sum(), whole.filled());
    }

    private static String text(Audience audience, String path, String value) {
        return new FieldText(HOUSEHOLD, audience, code -> code.equals("230113107200") ? "双桥村" : code).show(path, value);
    }
}

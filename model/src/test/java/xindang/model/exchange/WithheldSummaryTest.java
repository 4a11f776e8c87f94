package xindang.model.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.law.Withholding;
import xindang.model.shipped.ShippedTemplates;

/** A summary of withheld values counts them and names their items. */
class WithheldSummaryTest {
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    private static WithheldSummary of(String... paths) {
        var places = List.of(paths).stream().map(WithheldSummaryTest::place).toList();
        return WithheldSummary.of(List.of(new WithheldChange(new UUID(0, 1), places, false)), TEMPLATES);
    }

    private static Withholding.Place place(String path) {
        return new Withholding.Place(path, "", "law.withheld");
    }

    @Test
    void countsEveryValueAndNamesEachItemOnce() {
        var summary = of("head.phone", "file.code", "head.phone", "");

        assertEquals(4, summary.places());
        assertFalse(summary.isEmpty());
        assertEquals("农户编码、手机", summary.names());
    }

    @Test
    void namesAnUnknownItemByItsPath() {
        assertEquals(List.of("head.shoeSize"), of("head.shoeSize").fields());
    }

    @Test
    void isEmptyWithoutValues() {
        assertTrue(of().isEmpty());
        assertEquals("", of().names());
    }
}

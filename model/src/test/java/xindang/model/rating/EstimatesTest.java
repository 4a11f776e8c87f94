package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;

/** Numbers that are only about right are reckoned with by their middle, and the rating says so. */
class EstimatesTest {
    @Test
    void aRangeIsRatedByItsMiddleAndNamed() {
        var exact = rate("55000.00");
        var range = rate("50000.00..60000.00|五六万");
        assertEquals(exact.score(), range.score());
        assertEquals(exact.blocks(), range.blocks());
        assertTrue(range.reckoning().endsWith("约数和区间按中间数计算：五六万按 55000"), range.reckoning());
        assertFalse(exact.reckoning().contains("约数"), exact.reckoning());
    }

    private static Rating rate(String deposits) {
        var values = new TreeMap<>(Village.guan());
        values.put("finance.deposits", deposits);
        return Village.rate(values);
    }

    @Test
    void anInputNeverHoldsTheTextOfARange() {
        var values = new TreeMap<>(Village.guan());
        values.put("land.contracted", "~33");
        var facts = Facts.open(Content.of(values), Village.CODE);
        assertEquals("33", facts.get("land.contracted").orElseThrow());
        assertEquals(1, facts.estimates().size());
    }
}

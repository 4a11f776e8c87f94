package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Field;

/** A rating uses the cautious end of a range, and says so. */
class EstimatesTest {
    @Test
    void aRangeOfAnAssetIsRatedByItsLowEndAndNamed() {
        var exact = rate("finance.deposits", "50000.00");
        var range = rate("finance.deposits", "50000.00..60000.00|五六万");
        assertEquals(exact.score(), range.score());
        assertEquals(exact.blocks(), range.blocks());
        assertTrue(range.reckoning().endsWith("约数和区间按稳妥的一端计算：五六万按 50000"), range.reckoning());
        assertFalse(exact.reckoning().contains("约数"), exact.reckoning());
    }

    @Test
    void aRangeOfADebtIsRatedByItsHighEnd() {
        var exact = rate("finance.loanBalance", "400000.00");
        var range = rate("finance.loanBalance", "10000.00..400000.00");
        assertEquals(exact.score(), range.score());
        assertTrue(range.reckoning().endsWith("10000 至 400000按 400000"), range.reckoning());
    }

    @Test
    void theTemplateNamesTheHighEndOfDebtsExpensesAndLandLetOut() {
        var template = ShippedTemplates.load().get("household");
        for (var path : List.of(
                "finance.loanBalance",
                "finance.loans.*.balance",
                "finance.loans.*.overdueDays",
                "finance.private.*.amount",
                "guarantee.guarantees.*.amount",
                "guarantee.guarantees.*.balance",
                "income.years.*.totalExpense",
                "land.leasedOut")) {
            assertEquals(Field.Cautious.HIGH, template.field(path).orElseThrow().cautious(), path);
        }
        for (var path : List.of("finance.deposits", "income.years.*.totalIncome", "land.contracted")) {
            assertEquals(Field.Cautious.LOW, template.field(path).orElseThrow().cautious(), path);
        }
    }

    private static Rating rate(String path, String number) {
        var values = new TreeMap<>(Village.guan());
        values.put(path, number);
        var template = ShippedTemplates.load().get("household");
        var facts = Facts.complete(template, Content.of(values), Village.CODE, Village.ON);
        return Scoring.rate(Village.FORM, facts, Village.averages(), Village.ON);
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

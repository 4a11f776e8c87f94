package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.CodeTable;
import xindang.model.template.Template;

class ConsentsTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Map<String, String> SIGNED =
            Map.of("kind", "signed", "noticeAt", "2026-11-01", "signedAt", "2026-11-02");

    @Test
    void whatNeedsConsentIsWhatArticleFourteenNames() {
        assertEquals(
                Set.of("house", "income", "finance.deposits", "insurance.policies", "family.members.*.awayIncome"),
                HOUSEHOLD.consentItems());
    }

    @Test
    void theTableOfConsentItemsNamesExactlyWhatNeedsConsent() {
        var codes = HOUSEHOLD.table("consent-items").orElseThrow().entries().stream()
                .map(CodeTable.Entry::code)
                .toList();
        assertEquals(HOUSEHOLD.consentItems(), Set.copyOf(codes));
    }

    @Test
    void noConsentOpensNothing() {
        assertFalse(open(Map.of()).covers("house.houses.r1.area"));
    }

    @Test
    void aSignatureAfterNoticeOpensAll() {
        var open = open(Map.of("c1", SIGNED));
        assertTrue(open.coversAll());
        assertTrue(open.covers("house.houses.r1.area"));
        assertTrue(open.covers("family.members.r1.awayIncome"));
    }

    @Test
    void aPaperBatchCountsLikeASignature() {
        assertTrue(open(Map.of("c1", changed("kind", "paper"))).covers("finance.deposits"));
    }

    @Test
    void aConsentToSomeItemsOpensOnlyThose() {
        var open = open(Map.of("c1", changed("blocks", "finance.deposits,house")));
        assertTrue(open.covers("finance.deposits"));
        assertTrue(open.covers("house.houses.r1.value"));
        assertFalse(open.covers("income.years.y2025.net"));
        assertFalse(open.coversAll());
    }

    @Test
    void withoutNoticeOrWithNoticeAfterTheSignatureNothingOpens() {
        assertFalse(open(Map.of("c1", changed("noticeAt", ""))).covers("finance.deposits"));
        assertFalse(open(Map.of("c1", changed("noticeAt", "2026-11-03"))).covers("finance.deposits"));
        assertFalse(open(Map.of("c1", changed("signedAt", ""))).covers("finance.deposits"));
        assertFalse(open(Map.of("c1", changed("signedAt", "2026-12-01"))).covers("finance.deposits"));
    }

    @Test
    void anExpiredConsentOpensNothingFromTheDayAfter() {
        assertTrue(open(Map.of("c1", changed("until", "2026-11-18"))).covers("finance.deposits"));
        assertFalse(open(Map.of("c1", changed("until", "2026-11-17"))).covers("finance.deposits"));
    }

    @Test
    void aRefusalIsNoConsent() {
        assertFalse(open(Map.of("c1", changed("kind", "refused"))).covers("finance.deposits"));
    }

    @Test
    void aWithdrawalClosesAndALaterSignatureOpensAgain() {
        var withdrawn = Map.of("kind", "withdrawn", "signedAt", "2026-11-10", "blocks", "house");
        var closed = open(Map.of("c1", SIGNED, "c2", withdrawn));
        assertFalse(closed.covers("house.houses.r1.area"));
        assertTrue(closed.covers("finance.deposits"));

        var again = Map.of("kind", "signed", "noticeAt", "2026-11-12", "signedAt", "2026-11-12");
        assertTrue(open(Map.of("c1", SIGNED, "c2", withdrawn, "c3", again)).covers("house.houses.r1.area"));
    }

    private static Map<String, String> changed(String field, String value) {
        var row = new HashMap<>(SIGNED);
        row.put(field, value);
        return row;
    }

    private static Consents open(Map<String, Map<String, String>> rows) {
        var values = new HashMap<String, String>();
        rows.forEach((row, fields) ->
                fields.forEach((field, value) -> values.put("consents.given." + row + "." + field, value)));
        return Consents.open(HOUSEHOLD, Content.of(values), TODAY);
    }
}

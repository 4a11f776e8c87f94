package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.common.Violation;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** Giving a person's information to somebody outside: 个人信息保护法 article 23. */
class PassOnTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final Template PRACTITIONER = ShippedTemplates.load().get("practitioner");
    private static final Template ENTERPRISE = ShippedTemplates.load().get("enterprise");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final String BANK = "冰城村镇银行";
    private static final Map<String, String> COLLECT =
            Map.of("kind", "signed", "noticeAt", "2026-11-01", "signedAt", "2026-11-01");
    private static final Map<String, String> PASS_ON = Map.of(
            "kind", "paper",
            "use", "pass-on",
            "receiver", BANK,
            "purpose", "贷款审查、授信",
            "noticeAt", "2026-11-02",
            "signedAt", "2026-11-02");

    @Test
    void consentToCollectIsNoConsentToPassOn() {
        assertEquals("law.pass.missing", refusal(Map.of("a", COLLECT)));
        assertEquals("", refusal(Map.of("a", COLLECT, "b", PASS_ON)));
    }

    @Test
    void consentToPassOnIsNoConsentToCollect() {
        var content = content(Map.of("b", PASS_ON));
        assertFalse(Consents.open(HOUSEHOLD, content, TODAY).covers("finance.deposits"));
        var given = Gate.passOn(HOUSEHOLD, content, BANK, "授信", TODAY);
        assertEquals(Optional.empty(), given.refusal());
        assertFalse(given.content().asMap().containsKey("finance.deposits"));
        assertFalse(given.covers("finance.deposits"));
        assertEquals("那守田", given.content().text("head.name"));
    }

    @Test
    void coversTheReceiverThatIsNamedAndNoOther() {
        assertEquals("", refusal(PASS_ON, " 冰城 村镇银行", "授信"));
        assertEquals("law.pass.missing", refusal(PASS_ON, "拉林信用社", "授信"));
        assertEquals("law.pass.missing", refusal(PASS_ON, " ", "授信"));
        assertEquals("law.pass.missing", refusal(changed(PASS_ON, "receiver", ""), BANK, "授信"));
        assertEquals("law.pass.missing", refusal(changed(PASS_ON, "receiver", ""), "", "授信"));
    }

    @Test
    void coversThePurposesThatAreNamedAndNoOther() {
        assertEquals("", refusal(PASS_ON, BANK, "贷款审查"));
        assertEquals("", refusal(PASS_ON, BANK, "贷款审查、授信"));
        assertEquals("law.pass.purpose", refusal(PASS_ON, BANK, "贷款"));
        assertEquals("law.pass.purpose", refusal(PASS_ON, BANK, " "));
        assertEquals("law.pass.purpose", refusal(changed(PASS_ON, "purpose", ""), BANK, "授信"));
        assertEquals("law.pass.purpose", refusal(changed(PASS_ON, "purpose", ""), BANK, ""));
    }

    @Test
    void withoutNoticeAndSignatureThereIsNoConsent() {
        assertEquals("law.pass.incomplete", refusal(changed(PASS_ON, "noticeAt", ""), BANK, "授信"));
        assertEquals("law.pass.incomplete", refusal(changed(PASS_ON, "signedAt", ""), BANK, "授信"));
        assertEquals("law.pass.missing", refusal(changed(PASS_ON, "kind", "refused"), BANK, "授信"));
    }

    @Test
    void theSentenceNamesReceiverPurposeAndLastDay() {
        assertEquals(
                Optional.of(Violation.of("law.pass.purpose", BANK, "贷款审查、授信", "招聘")),
                Gate.passOn(HOUSEHOLD, content(Map.of("b", PASS_ON)), BANK, "招聘", TODAY)
                        .refusal());
        assertEquals(
                Optional.of(Violation.of("law.pass.expired", BANK, "2026-11-17")),
                Gate.passOn(HOUSEHOLD, content(Map.of("b", changed(PASS_ON, "until", "2026-11-17"))), BANK, "授信", TODAY)
                        .refusal());
        assertEquals("law.pass.expired", refusal(changed(PASS_ON, "until", "someday"), BANK, "授信"));
    }

    @Test
    void givesOnlyTheItemsThatBothConsentsName() {
        var some = changed(PASS_ON, "blocks", "finance.deposits,income");
        var given = Gate.passOn(
                HOUSEHOLD,
                content(Map.of("a", changed(COLLECT, "blocks", "finance.deposits,house"), "b", some)),
                BANK,
                "授信",
                TODAY);
        assertTrue(given.content().asMap().containsKey("finance.deposits"));
        assertFalse(given.content().asMap().containsKey("income.years.y2025.net"));
        assertFalse(given.content().asMap().containsKey("house.houses.r1.area"));
        assertTrue(given.covers("finance.deposits"));
        assertFalse(given.covers("income"));
        assertFalse(given.covers("house"));
    }

    @Test
    void aWithdrawalOfCollectingEndsThePassingOnOfItsItems() {
        var some = changed(PASS_ON, "blocks", "finance.deposits");
        var one = Map.of("kind", "withdrawn", "signedAt", "2026-11-02", "blocks", "finance.deposits");
        assertEquals("law.pass.withdrawn", refusal(Map.of("a", COLLECT, "b", some, "c", one)));
        assertEquals("", refusal(Map.of("a", COLLECT, "b", PASS_ON, "c", one)));
        assertEquals(
                "law.pass.withdrawn",
                refusal(Map.of("a", COLLECT, "b", PASS_ON, "c", Map.of("kind", "withdrawn", "receiver", "拉林信用社"))));
        var all = Map.of("kind", "withdrawn", "signedAt", "2026-11-02");
        assertEquals("law.pass.withdrawn", refusal(Map.of("a", COLLECT, "b", PASS_ON, "c", all)));
        assertEquals(
                "law.pass.withdrawn", refusal(Map.of("a", COLLECT, "b", PASS_ON, "c", Map.of("kind", "withdrawn"))));
    }

    @Test
    void aWithdrawalOfPassingOnLeavesTheCollectedAndOtherReceivers() {
        var other = changed(PASS_ON, "receiver", "拉林信用社");
        var ended = Map.of("kind", "withdrawn", "use", "pass-on", "receiver", BANK, "signedAt", "2026-11-10");
        var content = content(Map.of("a", COLLECT, "b", PASS_ON, "c", other, "d", ended));
        assertTrue(Consents.open(HOUSEHOLD, content, TODAY).coversAll());
        assertTrue(Gate.passOn(HOUSEHOLD, content, BANK, "授信", TODAY).refusal().isPresent());
        assertFalse(
                Gate.passOn(HOUSEHOLD, content, "拉林信用社", "授信", TODAY).refusal().isPresent());
        var everybody = Map.of("kind", "withdrawn", "use", "pass-on", "signedAt", "2026-11-10");
        var none = content(Map.of("a", COLLECT, "c", other, "d", everybody));
        assertTrue(Gate.passOn(HOUSEHOLD, none, "拉林信用社", "授信", TODAY).refusal().isPresent());
    }

    @Test
    void practitionersNeedItTooAndFirmsDoNot() {
        var names = Content.of(Map.of("identity.name", "那守田"));
        assertTrue(Gate.passOn(PRACTITIONER, names, BANK, "授信", TODAY).refusal().isPresent());
        var content = content(Map.of("b", PASS_ON));
        assertFalse(
                Gate.passOn(PRACTITIONER, content, BANK, "授信", TODAY).refusal().isPresent());
        assertFalse(Gate.passOn(ENTERPRISE, Content.EMPTY, BANK, "授信", TODAY)
                .refusal()
                .isPresent());
    }

    private static String refusal(Map<String, Map<String, String>> rows) {
        return Gate.passOn(HOUSEHOLD, content(rows), BANK, "授信", TODAY)
                .refusal()
                .map(Violation::code)
                .orElse("");
    }

    private static String refusal(Map<String, String> row, String receiver, String purpose) {
        return Gate.passOn(HOUSEHOLD, content(Map.of("b", row)), receiver, purpose, TODAY)
                .refusal()
                .map(Violation::code)
                .orElse("");
    }

    private static Map<String, String> changed(Map<String, String> row, String field, String value) {
        var changed = new HashMap<>(row);
        changed.put(field, value);
        return changed;
    }

    private static Content content(Map<String, Map<String, String>> rows) {
        var values = new HashMap<>(Map.of(
                "head.name", "那守田",
                "finance.deposits", "50000.00",
                "income.years.y2025.net", "67000.00",
                "house.houses.r1.area", "80"));
        rows.forEach((row, fields) ->
                fields.forEach((field, value) -> values.put("consents.given." + row + "." + field, value)));
        return Content.of(values);
    }
}

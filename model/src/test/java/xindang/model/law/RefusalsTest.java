package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.template.Template;

/** What a refusal or withdrawal closes, and which consent rows a person may record (个人信息保护法 article 15). */
class RefusalsTest {
    private static final Template HOUSEHOLD = ShippedTemplates.load().get("household");
    private static final Template ENTERPRISE = ShippedTemplates.load().get("enterprise");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final Map<String, String> GIVEN =
            Map.of("kind", "signed", "noticeAt", "2026-03-05", "signedAt", "2026-03-05");
    private static final Map<String, String> PASS_ON = with(GIVEN, "use", "pass-on", "receiver", "冰城村镇银行");

    @Test
    void closesItsItemsUntilALaterConsent() {
        var refused = closing("refused", "2026-03-05", "blocks", "house");
        assertEquals(Set.of("house"), refusals(Map.of("a", refused)).items());
        assertEquals(Set.of("house"), refusals(Map.of("a", refused, "b", GIVEN)).items(), "of the same day");
        var later = with(GIVEN, "noticeAt", "2026-03-06", "signedAt", "2026-03-06");
        assertEquals(Set.of(), refusals(Map.of("a", refused, "b", later)).items());
        assertEquals(
                Set.of("house"),
                refusals(Map.of("a", refused, "b", with(later, "blocks", "income")))
                        .items());
        assertEquals(
                Set.of("house"),
                refusals(Map.of("a", refused, "b", with(later, "signedAt", "2026-11-19")))
                        .items());
        assertEquals(
                Set.of("house"),
                refusals(Map.of("a", refused, "b", with(later, "use", "pass-on")))
                        .items());
        assertEquals(
                Set.of(), refusals(Map.of("a", with(refused, "use", "pass-on"))).items());
        assertEquals(
                Set.of("house"),
                refusals(Map.of("a", Map.of("kind", "refused", "blocks", "house"), "b", later))
                        .items());
        assertEquals(Set.of(), refusals(Map.of("b", GIVEN)).items());
    }

    @Test
    void theOtherItemsAreThoseThatABatchMayOpen() {
        var refusals = refusals(Map.of("a", closing("refused", "2026-03-05", "blocks", "house,income")));
        var others = new TreeSet<>(HOUSEHOLD.consentItems());
        others.removeAll(Set.of("house", "income"));
        assertEquals(others, refusals.others());
        assertFalse(refusals.closesCollecting());
        assertEquals(ItemLabel.of(HOUSEHOLD, "house") + "、" + ItemLabel.of(HOUSEHOLD, "income"), refusals.names());
        var all = refusals(Map.of("a", closing("withdrawn", "2026-03-05")));
        assertEquals(Set.of(), all.others());
        assertTrue(all.closesCollecting());
        assertEquals("", refusals(Map.of()).names());
    }

    @Test
    void closesPassingOnToTheReceiverThatItNames() {
        var named = closing("refused", "2026-03-05", "use", "pass-on", "receiver", "冰城村镇银行");
        assertTrue(refusals(Map.of("a", named)).closesPassingOn(" 冰城 村镇银行"));
        assertFalse(refusals(Map.of("a", named)).closesPassingOn("拉林信用社"));
        assertFalse(refusals(Map.of("a", named)).closesCollecting());
        var all = closing("refused", "2026-03-05", "use", "pass-on");
        assertTrue(refusals(Map.of("a", all)).closesPassingOn("拉林信用社"));
        var later = with(PASS_ON, "noticeAt", "2026-03-06", "signedAt", "2026-03-06");
        assertFalse(refusals(Map.of("a", all, "b", later)).closesPassingOn("冰城村镇银行"));
        assertTrue(refusals(Map.of("a", all, "b", later)).closesPassingOn("拉林信用社"));
        assertTrue(
                refusals(Map.of("a", all, "b", with(later, "use", "collect"))).closesPassingOn("冰城村镇银行"));
        assertTrue(refusals(Map.of("a", closing("withdrawn", "2026-03-05"))).closesPassingOn("拉林信用社"));
        assertFalse(refusals(Map.of()).closesPassingOn("拉林信用社"));
    }

    @Test
    void aTemplateWithoutItemsIsClosedAsAWhole() {
        assertTrue(ENTERPRISE.consentItems().isEmpty());
        var refused = closing("refused", "2026-03-05");
        assertTrue(
                Gate.refusals(ENTERPRISE, content(Map.of("a", refused)), TODAY).closesCollecting());
        assertFalse(Gate.refusals(ENTERPRISE, content(Map.of("a", with(refused, "use", "pass-on"))), TODAY)
                .closesCollecting());
        var later = with(GIVEN, "noticeAt", "2026-03-06", "signedAt", "2026-03-06");
        assertFalse(Gate.refusals(ENTERPRISE, content(Map.of("a", refused, "b", later)), TODAY)
                .closesCollecting());
        assertFalse(Gate.refusals(ENTERPRISE, Content.EMPTY, TODAY).closesCollecting());
    }

    @Test
    void aProofIsNeitherChangedNorDeletedAndAMissingDateMayBeAdded() {
        var undated = Map.of("kind", "paper", "blocks", "house");
        assertEquals(
                List.of(),
                findings(
                        Map.of("a", undated),
                        Map.of(
                                "a",
                                with(
                                        undated,
                                        "noticeAt",
                                        "2026-03-05",
                                        "signedAt",
                                        "2026-03-05",
                                        "by",
                                        "王海燕",
                                        "reference",
                                        "A-1"))));
        for (var more : List.of("until", "blocks", "receiver", "reason")) {
            assertEquals(
                    List.of("a." + more + " law.consent.rewritten"),
                    findings(Map.of("a", undated), Map.of("a", with(undated, more, "2027-01-01"))));
        }
        assertEquals(
                List.of("a.signedAt law.consent.rewritten"),
                findings(Map.of("a", GIVEN), Map.of("a", with(GIVEN, "signedAt", "2026-03-06"))));
        assertEquals(
                List.of(
                        "a.kind law.consent.rewritten",
                        "a.noticeAt law.consent.rewritten",
                        "a.signedAt law.consent.rewritten"),
                findings(Map.of("a", GIVEN), Map.of()));
        var withdrawn = closing("withdrawn", "2026-03-06");
        assertEquals(
                List.of(),
                findings(
                        Map.of("a", GIVEN, "b", withdrawn),
                        Map.of("a", GIVEN, "b", with(withdrawn, "reason", "不再贷款"))));
        assertEquals(
                List.of("b.noticeAt law.consent.rewritten"),
                findings(
                        Map.of("a", GIVEN, "b", withdrawn),
                        Map.of("a", GIVEN, "b", with(withdrawn, "noticeAt", "2026-03-06"))));
        assertEquals(
                List.of(),
                findings(Map.of("a", Map.of("reference", "A-1")), Map.of("a", Map.of("reference", "A-2"))),
                "no proof yet");
    }

    @Test
    void aDayLiesNeitherAheadNorIsANoticeAfterItsSignature() {
        assertEquals(
                List.of(),
                findings(Map.of(), Map.of("a", with(GIVEN, "noticeAt", "2026-11-18", "signedAt", "2026-11-18"))));
        assertEquals(
                List.of("a.noticeAt law.consent.future", "a.signedAt law.consent.future"),
                findings(Map.of(), Map.of("a", with(GIVEN, "noticeAt", "2026-11-19", "signedAt", "2026-11-19"))));
        assertEquals(
                List.of("b.signedAt law.consent.future.withdrawn"),
                findings(Map.of("a", GIVEN), Map.of("a", GIVEN, "b", closing("withdrawn", "2026-11-19"))));
        assertEquals(
                List.of("a.noticeAt law.consent.notice.late"),
                findings(Map.of(), Map.of("a", with(GIVEN, "noticeAt", "2026-03-06"))));
        var late = Map.of("kind", "paper", "signedAt", "2026-03-05");
        assertEquals(
                List.of("a.noticeAt law.consent.notice.late"),
                findings(Map.of("a", late), Map.of("a", with(late, "noticeAt", "2026-03-06"))));
        var old = with(GIVEN, "noticeAt", "2026-03-06");
        assertEquals(List.of(), findings(Map.of("a", old), Map.of("a", with(old, "by", "王海燕"))), "an old error");
        assertEquals(
                List.of(),
                findings(Map.of(), Map.of("a", closing("refused", "2026-03-05", "noticeAt", "2026-03-06"))),
                "a refusal has no signature");
    }

    @Test
    void aWithdrawalHasADayAndEndsAConsent() {
        var undated = Map.of("kind", "withdrawn");
        assertEquals(
                List.of("b.signedAt law.consent.undated"),
                findings(Map.of("a", GIVEN), Map.of("a", GIVEN, "b", undated)));
        assertEquals(
                List.of("b.signedAt law.consent.undated"), findings(Map.of(), Map.of("b", Map.of("kind", "refused"))));
        assertEquals(
                List.of("b.signedAt law.consent.nothing"),
                findings(Map.of(), Map.of("b", closing("withdrawn", "2026-03-05"))));
        assertEquals(List.of(), findings(Map.of(), Map.of("b", closing("refused", "2026-03-05"))));
        assertEquals(
                List.of(), findings(Map.of("a", GIVEN), Map.of("a", GIVEN, "b", closing("withdrawn", "2026-03-05"))));
        assertEquals(
                List.of("b.signedAt law.consent.nothing"),
                findings(Map.of("a", GIVEN), Map.of("a", GIVEN, "b", closing("withdrawn", "2026-03-04"))));
        var house = with(GIVEN, "blocks", "house");
        assertEquals(
                List.of(),
                findings(
                        Map.of("a", house),
                        Map.of("a", house, "b", closing("withdrawn", "2026-03-06", "blocks", "house,income"))));
        assertEquals(
                List.of("b.signedAt law.consent.nothing"),
                findings(
                        Map.of("a", house),
                        Map.of("a", house, "b", closing("withdrawn", "2026-03-06", "blocks", "income"))));
        assertEquals(
                List.of("b.signedAt law.consent.nothing"),
                findings(
                        Map.of("a", closing("refused", "2026-03-01")),
                        Map.of("a", closing("refused", "2026-03-01"), "b", closing("withdrawn", "2026-03-06"))),
                "a refusal is no consent");
    }

    @Test
    void aConsentOfTheDayOfItsRefusalUnlocksNothing() {
        var refused = closing("refused", "2026-03-05");
        assertEquals(
                List.of(new Finding(
                        "consents.given.b.signedAt", Violation.of("law.consent.sameday", "2026-03-05", "2026-03-06"))),
                Gate.consentRows(
                        HOUSEHOLD, content(Map.of("a", refused)), content(Map.of("a", refused, "b", GIVEN)), TODAY));
        var later = with(GIVEN, "signedAt", "2026-03-06");
        assertEquals(List.of(), findings(Map.of("a", refused), Map.of("a", refused, "b", later)));
        var house = with(refused, "blocks", "house");
        assertEquals(
                List.of(), findings(Map.of("a", house), Map.of("a", house, "b", GIVEN)), "other items are unlocked");
        assertEquals(
                List.of("b.signedAt law.consent.sameday"),
                findings(Map.of("a", house), Map.of("a", house, "b", with(GIVEN, "blocks", "house"))));
        assertEquals(List.of(), findings(Map.of("a", house), Map.of("a", house, "b", with(GIVEN, "blocks", "income"))));
        assertEquals(
                List.of(),
                findings(Map.of("a", refused, "b", GIVEN), Map.of("a", refused, "b", with(GIVEN, "by", "王海燕"))));
    }

    private static Map<String, String> closing(String kind, String day, String... more) {
        return with(with(Map.of("kind", kind, "signedAt", day)), more);
    }

    private static Map<String, String> with(Map<String, String> row, String... more) {
        var changed = new HashMap<>(row);
        for (var i = 0; i < more.length; i += 2) {
            changed.put(more[i], more[i + 1]);
        }
        return changed;
    }

    private static Refusals refusals(Map<String, Map<String, String>> rows) {
        return Gate.refusals(HOUSEHOLD, content(rows), TODAY);
    }

    private static List<String> findings(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        return Gate.consentRows(HOUSEHOLD, content(before), content(after), TODAY).stream()
                .map(finding -> finding.path().replace("consents.given.", "") + " "
                        + finding.violation().code())
                .toList();
    }

    private static Content content(Map<String, Map<String, String>> rows) {
        var values = new HashMap<String, String>();
        rows.forEach(
                (key, row) -> row.forEach((field, value) -> values.put("consents.given." + key + "." + field, value)));
        return Content.of(values);
    }
}

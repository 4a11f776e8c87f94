package xindang.model.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.Ids;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;
import xindang.model.text.Sentences;

/** Consents are given, refused and withdrawn by acts; what was recorded stays. */
class ConsentActRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-18T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final String USER = "王海燕";
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    private final InMemoryArchiveStore store = new InMemoryArchiveStore("XD-TEST-01", TEMPLATES, CLOCK);
    private final Archives archives =
            new Archives(store, TEMPLATES, Divisions.harbin(), new Ids(CLOCK, new Random(7)), CLOCK);
    private final UUID id = archives.create(
                    "household", "230113107200", Map.of("head.name", "周海山", "head.number", "230112199001011233"), USER)
            .get()
            .changes()
            .get(0)
            .record();

    @Test
    void aWithdrawalIsARowOfItsOwnAndClosesItsItemsAtOnce() {
        given("2026-11-10", "2026-11-10");
        done(archives.edit(id, Map.of("finance.deposits", "50000"), USER));
        var withdrawn = Map.of("signedAt", "2026-11-12", "blocks", "finance.deposits", "reason", "不再贷款");
        done(archives.withdrawConsent(id, withdrawn, USER));

        assertEquals(2, content().rows(ConsentRow.GROUP).size());
        assertEquals(
                List.of("finance.deposits law.consent.missing"),
                codes(archives.edit(id, Map.of("finance.deposits", "50001"), USER)));
        var draft = Gate.draftItems(
                TEMPLATES.get("household"),
                content(),
                Map.of("finance.deposits", "1"),
                archives.day().hides());
        assertEquals(java.util.Set.of("finance.deposits"), draft.keySet());
    }

    @Test
    void aRecordedRowIsNeitherChangedNorDeletedAtAnyDoor() {
        given("2026-11-10", "2026-11-10");
        done(archives.withdrawConsent(id, Map.of("signedAt", "2026-11-12"), USER));
        for (var path : content().paths().stream()
                .filter(path -> path.startsWith(ConsentRow.GROUP + "."))
                .toList()) {
            assertEquals(
                    List.of(path + " law.consent.rewritten"),
                    codes(archives.edit(id, Map.of(path, ""), USER)).stream()
                            .filter(code -> code.startsWith(path + " "))
                            .toList());
        }
        var rows = content().rows(ConsentRow.GROUP);
        for (var row : rows) {
            for (var more : Map.of("blocks", "house", "until", "2026-11-30", "receiver", "拉林信用社")
                    .entrySet()) {
                var path = ConsentRow.GROUP + "." + row + "." + more.getKey();
                assertEquals(
                        List.of(path + " law.consent.rewritten"),
                        codes(archives.edit(id, Map.of(path, more.getValue()), USER)));
            }
        }
    }

    @Test
    void onlyAMissingDateOfAConsentMayBeAdded() {
        var old = ConsentRow.GROUP + ".old.";
        done(archives.edit(id, Map.of(old + "kind", "paper", old + "signedAt", "2026-11-10"), USER));
        assertEquals(
                List.of(old + "noticeAt law.consent.notice.late"),
                codes(archives.edit(id, Map.of(old + "noticeAt", "2026-11-11"), USER)));
        done(archives.edit(id, Map.of(old + "noticeAt", "2026-11-10"), USER));
        var closing = ConsentRow.GROUP + ".closing.";
        done(archives.edit(id, Map.of(closing + "kind", "withdrawn", closing + "signedAt", "2026-11-12"), USER));
        assertEquals(
                List.of(closing + "noticeAt law.consent.rewritten"),
                codes(archives.edit(id, Map.of(closing + "noticeAt", "2026-11-01"), USER)));
        done(archives.edit(id, Map.of(closing + "reason", "不再贷款"), USER));
    }

    @Test
    void aDayThatLiesAheadIsCalledByTheActItIsOf() {
        given("2026-11-10", "2026-11-10");
        var day = Map.of("signedAt", "2027-01-01", "noticeAt", "2027-01-01");
        for (var act : Map.of(
                        archives.giveConsent(id, day, USER), "签字日期",
                        archives.refuseConsent(id, Map.of("signedAt", "2027-01-01"), USER), "不同意的日期",
                        archives.withdrawConsent(id, Map.of("signedAt", "2027-01-01"), USER), "撤回日期")
                .entrySet()) {
            var sentences = act.getKey().violations().stream()
                    .filter(finding -> finding.violation().code().startsWith("law.consent.future"))
                    .filter(finding -> finding.path().endsWith("signedAt"))
                    .map(finding -> Sentences.of(Locale.SIMPLIFIED_CHINESE).of(finding.violation()))
                    .toList();
            assertEquals(1, sentences.size());
            assertTrue(sentences.get(0).contains(act.getValue()), sentences::toString);
            assertTrue(act.getValue().equals("签字日期") || !sentences.get(0).contains("签字"), sentences::toString);
        }
    }

    @Test
    void noDoorAddsARefusalOrWithdrawalWithoutItsDay() {
        given("2026-11-10", "2026-11-10");
        for (var kind : List.of("refused", "withdrawn")) {
            var row = ConsentRow.GROUP + "." + kind + ".";
            var undated = List.of(row + "signedAt law.consent.undated");
            assertEquals(undated, codes(archives.edit(id, Map.of(row + "kind", kind), USER)));
            assertEquals(undated, codes(archives.edit(id, Map.of(row + "kind", kind, row + "reason", "不再贷款"), USER)));
            var record = store.find(id).orElseThrow();
            var draft = new Draft(
                    new UUID(7, 7),
                    id,
                    record.template(),
                    List.of(FieldChange.set(row + "kind", kind)),
                    USER,
                    NOON,
                    "import",
                    List.of());
            assertEquals(undated, codes(archives.save(List.of(draft))));
        }
        done(archives.edit(id, Map.of(ConsentRow.GROUP + ".old.reference", "LL-7"), USER));
        var later = ConsentRow.GROUP + ".old.kind";
        assertEquals(
                List.of(ConsentRow.GROUP + ".old.signedAt law.consent.undated"),
                codes(archives.edit(id, Map.of(later, "withdrawn"), USER)));
        assertEquals(
                List.of("consents.given.w.signedAt law.consent.nothing"),
                codes(archives.edit(
                        id,
                        Map.of("consents.given.w.kind", "withdrawn", "consents.given.w.signedAt", "2026-11-09"),
                        USER)));
    }

    @Test
    void datesOfAWeekAreAcceptedOnlyWhenTheyCanBe() {
        for (var notice = 15; notice <= 20; notice++) {
            for (var signed = 15; signed <= 20; signed++) {
                var outcome = archives.giveConsent(
                        id, Map.of("noticeAt", "2026-11-" + notice, "signedAt", "2026-11-" + signed), USER);
                assertEquals(notice <= signed && signed <= 18, outcome.isDone(), notice + " " + signed);
            }
        }
        for (var day = 15; day <= 20; day++) {
            var refused = archives.refuseConsent(id, Map.of("signedAt", "2026-11-" + day), USER);
            assertEquals(day <= 18, refused.isDone(), "refused " + day);
        }
        assertEquals(
                1,
                archives.giveConsent(id, Map.of("signedAt", "2026-11-18"), USER)
                        .violations()
                        .size());
    }

    @Test
    void aWithdrawalThatWouldEndNothingIsRefused() {
        assertTrue(codes(archives.withdrawConsent(id, Map.of("signedAt", "2026-11-12"), USER))
                .get(0)
                .endsWith("law.consent.nothing"));
        done(archives.giveConsent(
                id, Map.of("noticeAt", "2026-11-10", "signedAt", "2026-11-12", "blocks", "house"), USER));
        for (var day = 10; day <= 14; day++) {
            for (var item : List.of("house", "finance.deposits")) {
                var done = archives.withdrawConsent(id, Map.of("signedAt", "2026-11-" + day, "blocks", item), USER)
                        .isDone();
                assertEquals(day >= 12 && item.equals("house"), done, day + item);
            }
        }
        var pass = Map.of("use", "pass-on", "signedAt", "2026-11-14");
        assertEquals(1, archives.withdrawConsent(id, pass, USER).violations().size());
    }

    @Test
    void whoRefusesOneItemAndSignsForTheOthersOnOneDayOpensTheOthers() {
        done(archives.refuseConsent(id, Map.of("signedAt", "2026-11-16", "blocks", "finance.deposits"), USER));
        given("2026-11-16", "2026-11-16");

        var consents = Gate.consents(
                TEMPLATES.get("household"), store.find(id).orElseThrow().content(), LocalDate.of(2026, 11, 17));
        assertTrue(consents.covers("house"));
        assertFalse(consents.covers("finance.deposits"));
    }

    @Test
    void aConsentOfTheDayOfAWithdrawalSaysThatItCountsFromTheNextDay() {
        given("2026-11-10", "2026-11-10");
        done(archives.withdrawConsent(id, Map.of("signedAt", "2026-11-16"), USER));
        var again = archives.giveConsent(id, Map.of("noticeAt", "2026-11-16", "signedAt", "2026-11-16"), USER);
        assertEquals(
                "law.consent.sameday", again.violations().get(0).violation().code());
        assertEquals(
                List.of("2026-11-16", "2026-11-17"),
                again.violations().get(0).violation().args());
        var row = ConsentRow.GROUP + ".t.";
        assertEquals(
                List.of(row + "signedAt law.consent.sameday"),
                codes(archives.edit(
                        id,
                        Map.of(row + "kind", "paper", row + "noticeAt", "2026-11-16", row + "signedAt", "2026-11-16"),
                        USER)));
        given("2026-11-17", "2026-11-17");
        done(archives.withdrawConsent(id, Map.of("signedAt", "2026-11-18", "blocks", "house"), USER));
        var land = Map.of("noticeAt", "2026-11-18", "signedAt", "2026-11-18", "blocks", "finance.deposits");
        done(archives.giveConsent(id, land, USER));
    }

    @Test
    void aConsentToPassOnNamesReceiverAndPurpose() {
        var pass = Map.of("use", "pass-on", "noticeAt", "2026-11-10", "signedAt", "2026-11-10", "receiver", "冰城村镇银行");
        assertTrue(codes(archives.giveConsent(id, pass, USER)).get(0).endsWith("law.consent.receiver"));
        var whole = new java.util.HashMap<>(pass);
        whole.put("purpose", "授信");
        done(archives.giveConsent(id, whole, USER));
        var other = Map.of("use", "pass-on", "signedAt", "2026-11-14", "receiver", "拉林信用社");
        assertEquals(1, archives.withdrawConsent(id, other, USER).violations().size());
        done(archives.withdrawConsent(
                id, Map.of("use", "pass-on", "signedAt", "2026-11-14", "receiver", "冰城 村镇银行"), USER));
    }

    private void given(String notice, String signed) {
        done(archives.giveConsent(id, Map.of("noticeAt", notice, "signedAt", signed), USER));
    }

    private Content content() {
        return store.find(id).orElseThrow().content();
    }

    private static void done(Outcome<?> outcome) {
        assertEquals(List.of(), codes(outcome));
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream()
                .map(finding -> finding.path() + " " + finding.violation().code())
                .toList();
    }
}

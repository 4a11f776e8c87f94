package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.archive.Content;
import xindang.model.shipped.ShippedTemplates;

/** The household form against the drawing of the rating page, and what it does with less. */
final class HouseholdFormTest {
    @Test
    void givesTheHouseholdOfTheDrawingItsGradeWithEveryReason() {
        var rating = Village.rate(Village.guan());

        assertEquals("86 AA 信用户，守信较好", rating.score().orElseThrow() + " " + rating.grade() + " " + rating.meaning());
        assertEquals("48.6 ÷ 41.2 万 = 1.18", Village.line(rating, "netAssets").value());
        assertEquals("1.0–1.2 倍", Village.line(rating, "netAssets").rule());
        assertEquals("62.0 ÷ 47.5 亩 = 1.31", Village.line(rating, "land").value());
        assertEquals(
                "2.05 ÷ 1.96 万 = 1.05（2025 年）", Village.line(rating, "perHead").value());
        assertEquals("2 台，9.4 万元", Village.line(rating, "machines").value());
        assertEquals("水稻 11 年", Village.line(rating, "years").value());
        assertEquals("初中毕业，无证书", Village.line(rating, "education").value());
        assertEquals("初中及以上 1 分，没有证书 0 分", Village.line(rating, "education").rule());
        assertEquals("曾逾期 9 天，已还清", Village.line(rating, "loans").value());
        assertEquals("7 人，均 16.0 分", Village.line(rating, "committee").value());
        assertEquals(
                List.of("14", "18", "15", "22", "16"),
                rating.blocks().stream()
                        .map(block -> Numbers.plain(block.points()))
                        .toList());
    }

    @Test
    void hasTheDigestThatEveryLaterReleaseMustFindAgain() {
        assertEquals(
                "19960d52bf630b3ed647819ee566bd2bed2c1993ab9a08408056d0423dc4eb61",
                Village.rate(Village.guan()).digest());
    }

    @Test
    void namesTheCapWithItsLastDay() {
        var rating = Village.rate(Village.guan());

        assertEquals(
                List.of("3 年内有逾期已还，最高 AA 级 Optional[2027-03-11]"),
                rating.firedCaps().stream()
                        .map(cap -> cap.label() + " " + cap.until())
                        .toList());
        assertEquals(12, rating.vetoes().size());
        assertEquals(List.of(), rating.firedVetoes());
    }

    @Test
    void leavesTheCapWhenThreeYearsAreOver() {
        var facts = Facts.open(Content.of(Village.guan()), Village.CODE);

        var rating = Scoring.rate(Village.FORM, facts, Village.averages(), LocalDate.of(2027, 3, 12));

        assertEquals(List.of(), rating.firedCaps());
    }

    @Test
    void vetoesADishonestDebtorWhateverTheScore() {
        var values = Village.guan();
        values.put("adverse.items.x.kind", "dishonest");
        values.put("adverse.items.x.status", "open");

        var rating = Village.rate(values);

        assertEquals("C 暂不评为信用户；否决：失信被执行人", rating.grade() + " " + rating.meaning());
        assertTrue(rating.score().orElseThrow().compareTo(BigDecimal.valueOf(70)) > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evasion", "falsehood", "sentence", "vice", "family", "land", "fundraising"})
    void vetoesWhatVillagesDoNotForgiveUntilItIsOver(String kind) {
        var values = Village.guan();
        values.put("adverse.items.x.kind", kind);
        values.put("adverse.items.x.status", "open");

        assertEquals(
                List.of(kind),
                Village.rate(values).firedVetoes().stream().map(Rating.Veto::id).toList());

        values.put("adverse.items.x.status", "repaired");
        assertEquals(List.of(), Village.rate(values).firedVetoes());
    }

    @ParameterizedTest
    @CsvSource({"minor,82", "general,79", "serious,74", ",79"})
    void takesOffForAPenaltyOfTheLastYearByItsDegree(String degree, String score) {
        var values = Village.guan();
        values.put("adverse.items.x.kind", "penalty");
        values.put("adverse.items.x.occurredOn", "2026-06-30");
        if (degree != null) {
            values.put("adverse.items.x.degree", degree);
        }

        assertEquals(score, Village.rate(values).score().orElseThrow().toPlainString());
    }

    @Test
    void vetoesASentenceForThreeYearsAfterItsEnd() {
        var values = Village.guan();
        values.put("adverse.items.x.kind", "sentence");
        values.put("adverse.items.x.status", "ended");
        values.put("adverse.items.x.endsOn", "2024-06-30");
        assertEquals(1, Village.rate(values).firedVetoes().size());

        values.put("adverse.items.x.endsOn", "2023-06-30");
        assertEquals(List.of(), Village.rate(values).firedVetoes());
    }

    @Test
    void takesWhatHasAnEndForEndedThoughNobodySaidSo() {
        var values = Village.guan();
        values.put("social.arrears", "false");
        values.put("adverse.items.x.kind", "arrears");
        assertEquals("open", Village.rate(values).inputs().get("dues"));

        values.put("adverse.items.x.endsOn", "2023-06-30");
        assertEquals("past", Village.rate(values).inputs().get("dues"));
    }

    @Test
    void forgetsAnAdverseItemFiveYearsAfterItsEnd() {
        var values = Village.guan();
        values.put("finance.overdue", "none");
        values.remove("finance.loans.a.overdueDays");
        values.put("adverse.items.x.kind", "overdue");
        values.put("adverse.items.x.status", "ended");
        values.put("adverse.items.x.endsOn", "2021-11-17");

        var rating = Village.rate(values);

        assertEquals(Rating.Status.FULL, Village.line(rating, "loans").status());
        assertEquals("0", rating.inputs().get("adverse"));
    }

    @Test
    void showsTheWaysUpMostPointsFirst() {
        var ways = Ways.of(Village.FORM, Village.rate(Village.guan()));

        assertEquals(Optional.of("AAA"), ways.grade());
        assertEquals("4", Numbers.plain(ways.missing()));
        assertEquals(Optional.of(LocalDate.of(2027, 3, 11)), ways.cappedUntil());
        var gains = ways.ways().stream().map(Ways.Way::gain).toList();
        assertEquals(gains.stream().sorted(java.util.Comparator.reverseOrder()).toList(), gains);
        assertTrue(ways.ways().stream().anyMatch(way -> way.text().equals("农机设施到 10 万元及以上")));
    }

    @Test
    void ratesARosterWithConsentOnWhatIsThere() {
        var random = new SplittableRandom(20261118);
        for (var i = 0; i < 50; i++) {
            var rating = Village.rate(Village.fromRoster(random));
            assertTrue(rating.rated(), () -> "assessed " + rating.assessed());
            assertFalse(rating.complete());
            assertFalse(rating.grade().equals("AAA"), "no AAA before the village has spoken");
        }
    }

    @Test
    void doesNotRateWhatWasRefusedBeforeTheVillageHasSpoken() {
        var templates = ShippedTemplates.load();
        var values = Village.fromRoster(new SplittableRandom(7));
        values.put("consents.given.r.kind", "refused");
        var content = Content.of(values);
        var rating = Scoring.rate(
                Village.FORM,
                Facts.lawful(templates.get("household"), content, Village.CODE, Village.ON),
                Village.averages(),
                Village.ON);

        assertEquals("资料不全，不评级", rating.meaning());
        assertEquals(Optional.empty(), rating.score());
        assertEquals(
                List.of(),
                rating.inputs().keySet().stream()
                        .filter(List.of("income", "expense", "deposits", "houses")::contains)
                        .toList());
    }

    @Test
    void isPrintedWithItsShareWhenItIsNotComplete() {
        var rating = Village.rate(Village.fromRoster(new SplittableRandom(3)));

        assertTrue(rating.assessed().compareTo(new BigDecimal("45")) >= 0);
        assertEquals("100", Numbers.plain(rating.maximum()));
    }
}

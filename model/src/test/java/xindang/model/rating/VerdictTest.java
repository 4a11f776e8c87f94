package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From points to the score and from the score to the grade, on a form of four grades. */
final class VerdictTest {
    private static final List<String> GRADES = List.of("A", "B", "C", "D");

    /** The oracle scales and rounds half up in whole numbers. */
    @Test
    void theKnownPartIsScaledToAHundredAndRoundedHalfUp() {
        var random = new SplittableRandom(81);
        for (var round = 0; round < 3000; round++) {
            var a = random.nextInt(101);
            var b = random.nextInt(301);
            var both = random.nextBoolean();
            var bText = SmallForm.b(tenths(b));
            var rating = both ? SmallForm.rate("a", tenths(a), "b", bText) : SmallForm.rate("b", bText);
            long sum = both ? a + b : b;
            long assessed = both ? 40 : 30;
            var score = (2 * sum * 100 + assessed) / (2 * assessed);
            assertEquals(tenths(score), Numbers.plain(rating.score().orElseThrow()), () -> "a " + a + " b " + b);
            assertEquals(score >= 800 ? "A" : score >= 600 ? "B" : score >= 400 ? "C" : "D", rating.byScore());
            assertEquals(both, rating.complete());
        }
    }

    @Test
    void theLowestScoreOfAGradeIsInIt() {
        assertEquals("80 A A 好", SmallForm.outcome(SmallForm.rate("a", "5", "b", SmallForm.b("27"))));
        assertEquals("79.8 B B 中", SmallForm.outcome(SmallForm.rate("a", "5", "b", SmallForm.b("26.9"))));
        assertEquals("0 D D 不评", SmallForm.outcome(SmallForm.rate("a", "5", "less", "20", "b", SmallForm.b("0"))));
    }

    @Test
    void thereIsNoScoreBelowTheMinimumNorWithoutARequiredLine() {
        assertEquals("none   资料不全", SmallForm.outcome(SmallForm.rate("a", "10")));
        assertEquals("none   资料不全", SmallForm.outcome(SmallForm.rate()));
        assertTrue(SmallForm.rate("b", "0").rated(), "30 points are the minimum");
        assertFalse(SmallForm.rate("a", "10").rated());
        var free = RatingForms.read(
                SmallForm.JSON.replace("\"minimum\":\"30\",\"required\":[\"b\"]", "\"minimum\":\"0\",\"required\":[]"));
        var inputs = new TreeMap<>(Map.of("a", "4.5"));
        assertEquals(
                "45 C C 差", SmallForm.outcome(Scoring.rate(free, inputs, Averages.none(Village.AT), SmallForm.ON)));
        inputs.clear();
        assertEquals(
                "none   资料不全", SmallForm.outcome(Scoring.rate(free, inputs, Averages.none(Village.AT), SmallForm.ON)));
    }

    @Test
    void whileARowOfBadInformationIsADraftThereIsNoGrade() {
        var rating = SmallForm.rate(SmallForm.ON, Map.of("adverse.items", 1), "a", "10", "b", "0");
        assertEquals("none   待补全", SmallForm.outcome(rating));
    }

    @Test
    void bonusAndMalusStopAtTheirLimitsAndTheScoreAtZeroAndAHundred() {
        var points = new ArrayList<String>();
        for (var more : List.of("0", "1", "2.5", "2.6", "9")) {
            var rating = SmallForm.rate("b", SmallForm.b("15"), "more", more);
            points.add(Numbers.plain(rating.adjustments().get(0).points()) + " "
                    + Numbers.plain(rating.score().orElseThrow()));
        }
        assertEquals(List.of("0 50", "2 52", "5 55", "5 55", "5 55"), points);
        assertEquals("30", score("b", SmallForm.b("15"), "less", "20"));
        assertEquals("0", score("b", SmallForm.b("5.9"), "less", "20"));
        assertEquals("100", score("b", SmallForm.b("29.9"), "more", "4"));
        assertEquals("46", score("b", SmallForm.b("15"), "less", "8", "more", "2"));
    }

    @Test
    void theReckoningNamesEachLimit() {
        assertEquals("合计 0 分；可评 0 分", SmallForm.rate().reckoning());
        assertEquals(
                "合计 15 分；折算 = 15/30 × 100 = 50",
                SmallForm.rate("b", SmallForm.b("15")).reckoning());
        assertEquals(
                "合计 15 分；加分共 8 分，最多计 5 分；折算 = 15/30 × 100 + 5 = 55",
                SmallForm.rate("b", SmallForm.b("15"), "more", "4").reckoning());
        assertEquals(
                "合计 15 分；折算 = 15/30 × 100 + 5 − 3 = 52",
                SmallForm.rate("b", SmallForm.b("15"), "more", "2.5", "less", "3")
                        .reckoning());
        assertEquals(
                "合计 3 分；折算 = 3/30 × 100 − 20 = 0；最低 0 分",
                SmallForm.rate("b", SmallForm.b("3"), "less", "20").reckoning());
        assertEquals(
                "合计 6 分；折算 = 6/30 × 100 − 20 = 0",
                SmallForm.rate("b", SmallForm.b("6"), "less", "20").reckoning(),
                "no limit moved it");
        assertEquals(
                "合计 30 分；折算 = 30/30 × 100 + 2 = 100；最高 100 分",
                SmallForm.rate("b", "0", "more", "1").reckoning());
        assertEquals("合计 30 分；折算 = 30/30 × 100 = 100", SmallForm.rate("b", "0").reckoning());
        var drafts = SmallForm.rate(SmallForm.ON, Map.of("adverse.items", 1), "a", "10", "b", "0");
        assertEquals("合计 40 分", drafts.reckoning());
    }

    @Test
    void aCapEndsWithItsLastDay() {
        var end = "2023-11-18";
        var capped = SmallForm.rate("a", "10", "b", "0", "cap", "yes", "end", end);
        assertEquals("100 A C 差", SmallForm.outcome(capped));
        assertEquals(
                List.of("soft UNKNOWN", "hard UNKNOWN", "dated FIRED 2026-11-18", "low CLEAR"),
                SmallForm.states(capped));
        assertEquals(
                List.of("三年封顶"),
                capped.firedCaps().stream().map(Rating.Cap::label).toList());
        var after = SmallForm.rate(SmallForm.ON.plusDays(1), Map.of(), "a", "10", "b", "0", "cap", "yes", "end", end);
        assertEquals("100 A A 好", SmallForm.outcome(after));
        assertEquals(List.of("soft UNKNOWN", "hard UNKNOWN", "dated CLEAR", "low CLEAR"), SmallForm.states(after));
        assertEquals(
                "100 A C 差", SmallForm.outcome(SmallForm.rate("a", "10", "b", "0", "cap", "yes")), "no end is known");
        assertEquals(LocalDate.of(2027, 11, 17), capped.validUntil());
    }

    @Test
    void aCapByPointsNeedsTheLine() {
        assertEquals("87.3 A B 中", SmallForm.outcome(SmallForm.rate("a", "4.9", "b", "0")));
        assertEquals("87.5 A A 好", SmallForm.outcome(SmallForm.rate("a", "5", "b", "0")));
        assertTrue(SmallForm.states(SmallForm.rate("b", "0")).contains("low UNKNOWN"));
    }

    @Test
    void aVetoNamesItselfAndTheWorstOneDecides() {
        assertEquals("100 A B 中；否决：轻否决", SmallForm.outcome(SmallForm.rate("a", "10", "b", "0", "veto", "soft")));
        assertEquals("100 A D 不评；否决：轻否决、重否决", SmallForm.outcome(SmallForm.rate("a", "10", "b", "0", "veto", "both")));
        assertEquals("100 A A 好", SmallForm.outcome(SmallForm.rate("a", "10", "b", "0", "veto", "none")));
        assertEquals(
                List.of("轻否决"),
                SmallForm.rate("a", "10", "b", "0", "veto", "soft").firedVetoes().stream()
                        .map(Rating.Veto::label)
                        .toList());
        assertEquals("none   资料不全", SmallForm.outcome(SmallForm.rate("a", "10", "veto", "hard")));
    }

    /** The oracle: the worst of the grade by score, of the caps and of the vetoes. No veto or cap lifts another. */
    @Test
    void theGradeIsTheWorstOfScoreCapsAndVetoes() {
        var random = new SplittableRandom(82);
        var vetoes = List.of("none", "soft", "hard", "both");
        for (var round = 0; round < 1000; round++) {
            var a = random.nextInt(11);
            var b = random.nextInt(31);
            var veto = vetoes.get(random.nextInt(4));
            var capped = random.nextBoolean();
            var rating =
                    SmallForm.rate("a", a + "", "b", SmallForm.b(b + ""), "veto", veto, "cap", capped ? "yes" : "no");
            var worst = Math.max(GRADES.indexOf(rating.byScore()), a < 5 ? 1 : 0);
            worst = Math.max(worst, capped ? 2 : 0);
            worst = Math.max(worst, List.of(0, 1, 3, 3).get(vetoes.indexOf(veto)));
            assertEquals(GRADES.get(worst), rating.grade(), rating.trace());
        }
    }

    @Test
    void aLineIsFullPartialOrMissing() {
        var rating = SmallForm.rate("a", "10", "b", "10");
        var lines = rating.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .toList();
        assertEquals(
                List.of(Rating.Status.FULL, Rating.Status.PARTIAL),
                lines.stream().map(Rating.Line::status).toList());
        assertEquals("10 人", lines.get(0).value().replace("1 人，均 10.0 分", "10 人"));
        assertEquals("10.0 分", lines.get(1).value());
        assertEquals(0.6667, rating.blocks().get(1).share());
        assertEquals(1.0, rating.blocks().get(0).share());
        var none = SmallForm.rate();
        assertEquals(0.0, none.blocks().get(0).share());
        var missing = none.blocks().get(0).lines().get(0);
        assertEquals(
                List.of("", "", "0", "0", "10", "没有资料，不计分"),
                List.of(
                        missing.value(),
                        missing.rule(),
                        missing.points().toPlainString(),
                        missing.assessed().toPlainString(),
                        missing.maximum().toPlainString(),
                        missing.note()));
        assertEquals(
                List.of("甲块", "乙"),
                rating.blocks().stream().map(Rating.Block::shortLabel).toList());
    }

    @Test
    void theWaysUpAreScaledLikeTheScoreAndTheGreatestComesFirst() {
        var ways = Ways.of(SmallForm.FORM, SmallForm.rate("b", "12", "cap", "yes", "end", "2024-01-31"));
        assertEquals(Optional.of("B"), ways.grade(), "60 points are a B, and the cap holds it at C");
        assertEquals(BigDecimal.ZERO, ways.missing());
        assertTrue(ways.capped());
        assertEquals(Optional.of(LocalDate.of(2027, 1, 31)), ways.cappedUntil());
        assertEquals(List.of(new Ways.Way("b", new BigDecimal("0.3"), "乙到 乙分", "现为 12.0 分")), ways.ways());

        var free = Ways.of(SmallForm.FORM, SmallForm.rate("b", "12", "a", "9"));
        assertEquals(Optional.of("A"), free.grade());
        assertEquals("12.5", Numbers.plain(free.missing()));
        assertFalse(free.capped());
        assertEquals(Optional.empty(), free.cappedUntil());

        var best = Ways.of(SmallForm.FORM, SmallForm.rate("a", "10", "b", "1"));
        assertEquals(Optional.empty(), best.grade());
        assertEquals(BigDecimal.ZERO, best.missing());
        var unrated = Ways.of(SmallForm.FORM, SmallForm.rate("a", "10", "cap", "yes"));
        assertEquals(Optional.empty(), unrated.grade());
        assertFalse(unrated.capped());
    }

    private static String score(String... pairs) {
        return Numbers.plain(SmallForm.rate(pairs).score().orElseThrow());
    }

    private static String tenths(long number) {
        return Numbers.plain(BigDecimal.valueOf(number, 1));
    }
}

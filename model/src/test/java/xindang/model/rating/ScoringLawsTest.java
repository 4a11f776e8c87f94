package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for every household, tried on seeded ones. */
final class ScoringLawsTest {
    private static final long SEED = 20_261_118;
    private static final int ROUNDS = 300;

    /** Paths where more is never worse, with the steps to go up. */
    private static final List<Step> UP = List.of(
            new Step("head.workers", new BigDecimal("1")),
            new Step("land.leasedIn", new BigDecimal("20")),
            new Step("crops.years", new BigDecimal("1")),
            new Step("income.years.y2026.totalIncome", new BigDecimal("5000")),
            new Step("machines.items.m.presentValue", new BigDecimal("20000")));

    private static final List<Step> DOWN = List.of(new Step("finance.loanBalance", new BigDecimal("20000")));

    @Test
    void neverGivesFewerPointsForMore() {
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < ROUNDS; i++) {
            var values = household(random);
            var before = score(values);
            for (var step : UP) {
                var more = moved(values, step.path(), step.by());
                assertTrue(score(more).compareTo(before) >= 0, "seed " + SEED + " round " + i + " " + step);
            }
            for (var step : DOWN) {
                var more = moved(values, step.path(), step.by());
                assertTrue(score(more).compareTo(before) <= 0, "seed " + SEED + " round " + i + " " + step);
            }
        }
    }

    @Test
    void keepsWithinTheScaleAndTheMaximumOfEveryLine() {
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < ROUNDS; i++) {
            var rating = Village.rate(household(random));
            var score = rating.score().orElseThrow();
            assertTrue(score.signum() >= 0 && score.compareTo(Numbers.HUNDRED) <= 0);
            assertTrue(score.scale() <= 1);
            rating.blocks().stream().flatMap(block -> block.lines().stream()).forEach(line -> {
                assertTrue(line.points().compareTo(line.assessed()) <= 0, line::toString);
                assertTrue(line.assessed().compareTo(line.maximum()) <= 0, line::toString);
            });
        }
    }

    @Test
    void givesTheSameRatingForTheSameInputsForEver() {
        var random = new SplittableRandom(SEED);
        for (var i = 0; i < ROUNDS; i++) {
            var rating = Village.rate(household(random));
            assertEquals(rating, RatingJson.recompute(rating.trace(), Village.FORMS));
            assertEquals(rating, RatingJson.recompute(RatingJson.basis(rating), Village.FORMS));
        }
    }

    @Test
    void seesAnyChangeOfAStoredTrace() {
        var rating = Village.rate(household(new SplittableRandom(SEED)));
        var trace = rating.trace();

        for (var altered : List.of(
                trace.replaceFirst("\"grade\":\"[A-Z]+\"", "\"grade\":\"AAA\""),
                trace.replaceFirst("\"workers\":\"\\d\"", "\"workers\":\"9\""))) {
            assertNotEquals(
                    altered, RatingJson.recompute(altered, Village.FORMS).trace());
        }
    }

    private static Map<String, String> household(SplittableRandom random) {
        var values = Village.fromRoster(random);
        values.put("finance.overdue", "none");
        values.put("crops.years", Integer.toString(random.nextInt(8)));
        values.put("machines.items.m.presentValue", random.nextInt(120_000) + ".00");
        return values;
    }

    private static BigDecimal score(Map<String, String> values) {
        return Village.rate(values).score().orElseThrow();
    }

    private static Map<String, String> moved(Map<String, String> values, String path, BigDecimal by) {
        var moved = new TreeMap<>(values);
        moved.compute(path, (key, value) -> new BigDecimal(value == null ? "0" : value)
                .add(by)
                .toPlainString());
        return moved;
    }

    private record Step(String path, BigDecimal by) {}
}

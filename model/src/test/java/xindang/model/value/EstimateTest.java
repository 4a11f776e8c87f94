package xindang.model.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
    @Test
    void whatIsWrittenIsReadAgain() {
        var random = new SplittableRandom(20261130);
        for (var i = 0; i < 10_000; i++) {
            var low = BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000), random.nextInt(5));
            var high = low.add(BigDecimal.valueOf(random.nextLong(0, 1_000_000), 2));
            var words = random.nextBoolean() ? "" : "五六万" + random.nextInt(9);
            var estimate =
                    switch (random.nextInt(3)) {
                        case 0 -> Estimate.exact(low);
                        case 1 -> Estimate.about(low, words);
                        default -> Estimate.between(low, high, words);
                    };
            assertEquals(Optional.of(estimate), Estimate.of(estimate.toString()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "67000.00,67000.00,67000.00",
        "~60000.00,54000.000,66000.000",
        "50000.00..60000.00|五六万,50000.00,60000.00",
        "-3..-1,-3,-1",
        "~-10,-11.0,-9.0"
    })
    void saysBetweenWhatTheTruthLies(String canonical, String least, String most) {
        var estimate = Estimate.of(canonical).orElseThrow();
        assertEquals(new BigDecimal(least), estimate.least());
        assertEquals(new BigDecimal(most), estimate.most());
        assertEquals(canonical, estimate.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "约3", "~3..4", "4..3", "3..3", "3|", "3|a|b", "1,000", "3..", "1e3", "3|a\nb"})
    void anyOtherTextIsNone(String text) {
        assertEquals(Optional.empty(), Estimate.of(text));
    }

    @Test
    void refusesWhatCouldNotBeReadAgain() {
        assertThrows(IllegalArgumentException.class, () -> Estimate.about(BigDecimal.ONE, "a|b"));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(BigDecimal.TEN, BigDecimal.ONE, false, ""));
        assertThrows(IllegalArgumentException.class, () -> new Estimate(BigDecimal.ONE, BigDecimal.TEN, true, ""));
    }
}

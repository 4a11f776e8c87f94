package xindang.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * A share or an interest rate.
 *
 * @param percent in hundredths: 4.35 is 4.35 %, at most four decimals, without trailing zeros
 */
public record Percent(BigDecimal percent) implements Comparable<Percent> {
    private static final int SCALE = 4;
    private static final BigDecimal LIMIT = new BigDecimal("100000");
    private static final Map<String, BigDecimal> UNITS =
            Map.of("", BigDecimal.ONE, "%", BigDecimal.ONE, "‰", new BigDecimal("0.1"));

    public Percent {
        BigDecimal rounded = percent.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        percent = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Reads {@code 4.35%}, {@code 4.35}, {@code 43.5‰}. A number without a unit is in hundredths. */
    public static Parsed<Percent> read(String text) {
        return Amount.read(text).then(amount -> of(text, amount));
    }

    private static Parsed<Percent> of(String text, Amount amount) {
        Optional<BigDecimal> unit = Optional.ofNullable(UNITS.get(amount.words()));
        if (unit.isEmpty()) {
            return Parsed.failed("number.unit", amount.words());
        }
        BigDecimal percent = amount.number().multiply(unit.get());
        return percent.abs().compareTo(LIMIT) > 0
                ? Parsed.failed("number.range", text.strip())
                : Parsed.ok(new Percent(percent));
    }

    /** Returns the share as a fraction of one: 4.35 % is 0.0435. */
    public BigDecimal ratio() {
        return percent.movePointLeft(2);
    }

    @Override
    public int compareTo(Percent other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString();
    }
}

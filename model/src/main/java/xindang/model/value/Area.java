package xindang.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xindang.model.common.Violation;

/**
 * An area of land.
 *
 * @param mu 亩, not negative, at most four decimals, without trailing zeros
 */
public record Area(BigDecimal mu) implements Comparable<Area> {
    private static final Pattern SQUARE_METRE = Pattern.compile("[Mm]2");
    private static final int SCALE = 4;
    private static final BigDecimal LIMIT = new BigDecimal("1000000000");
    private static final Pattern MIXED = Pattern.compile("([0-9.,]+)(垧|晌|公顷|亩)(?:零)?([0-9.]+)(亩|分)(?:地)?");
    private static final Map<String, AreaUnit> UNITS = Map.ofEntries(
            Map.entry("亩", AreaUnit.MU),
            Map.entry("市亩", AreaUnit.MU),
            Map.entry("亩地", AreaUnit.MU),
            Map.entry("垧", AreaUnit.SHANG),
            Map.entry("晌", AreaUnit.SHANG),
            Map.entry("垧地", AreaUnit.SHANG),
            Map.entry("公顷", AreaUnit.HECTARE),
            Map.entry("HA", AreaUnit.HECTARE),
            Map.entry("分", AreaUnit.FEN),
            Map.entry("㎡", AreaUnit.SQUARE_METRE),
            Map.entry("平方米", AreaUnit.SQUARE_METRE),
            Map.entry("平米", AreaUnit.SQUARE_METRE),
            Map.entry("M²", AreaUnit.SQUARE_METRE));

    public Area {
        if (mu.signum() < 0) {
            throw new IllegalArgumentException("an area is not negative");
        }
        BigDecimal rounded = mu.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        mu = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    public static Area mu(BigDecimal mu) {
        return new Area(mu);
    }

    /**
     * Reads an area: {@code 60.2}, {@code 12亩}, {@code 4垧}, {@code 2垧3亩}, {@code 3亩5分}, {@code 1公顷}, {@code 200㎡}.
     *
     * @param unit unit of a number without a unit
     */
    public static Parsed<Area> read(String text, AreaUnit unit) {
        Matcher mixed = MIXED.matcher(PlainText.compact(text));
        if (mixed.matches()) {
            Parsed<Area> large = read(mixed.group(1) + mixed.group(2), unit);
            Parsed<Area> small = read(mixed.group(3) + mixed.group(4), unit);
            return large.isOk() && small.isOk()
                    ? Parsed.ok(new Area(large.get().mu.add(small.get().mu)))
                    : Parsed.failed("number.unreadable", text.strip());
        }
        return Amount.read(SQUARE_METRE.matcher(text).replaceAll("㎡")).then(amount -> of(text, amount, unit));
    }

    private static Parsed<Area> of(String text, Amount amount, AreaUnit unit) {
        String word = amount.words();
        Optional<AreaUnit> written = word.isEmpty() ? Optional.of(unit) : Optional.ofNullable(UNITS.get(word));
        return written.map(AreaUnit::mu)
                .map(mu -> of(text, amount.number().multiply(mu)))
                .orElseGet(() -> Parsed.failed("number.unit", word));
    }

    private static Parsed<Area> of(String text, BigDecimal exact) {
        if (exact.signum() < 0) {
            return Parsed.failed("number.negative", text.strip());
        }
        if (exact.compareTo(LIMIT) >= 0) {
            return Parsed.failed("number.range", text.strip());
        }
        Area area = new Area(exact);
        return area.mu.compareTo(exact) == 0
                ? Parsed.ok(area)
                : Parsed.ok(area, Violation.of("number.rounded", text.strip(), area.toString()));
    }

    public Area plus(Area other) {
        return new Area(mu.add(other.mu));
    }

    @Override
    public int compareTo(Area other) {
        return mu.compareTo(other.mu);
    }

    @Override
    public String toString() {
        return mu.toPlainString();
    }
}

package xindang.model.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import xindang.model.common.Violation;

/**
 * The floor area of a house.
 *
 * @param squareMetres ㎡, not negative, at most two decimals, without trailing zeros
 */
public record FloorArea(BigDecimal squareMetres) implements Comparable<FloorArea> {
    private static final Pattern SQUARE_METRE = Pattern.compile("[Mm]2");
    private static final int SCALE = 2;
    private static final BigDecimal LIMIT = new BigDecimal("10000000");
    private static final Set<String> UNITS = Set.of("", "㎡", "平方米", "平米", "平方", "平", "M²");
    private static final Pattern INSIDE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:㎡|平方米|平米|平方|平|m²|m2|M2)");

    public FloorArea {
        if (squareMetres.signum() < 0) {
            throw new IllegalArgumentException("an area is not negative");
        }
        BigDecimal rounded = squareMetres.setScale(SCALE, RoundingMode.HALF_UP).stripTrailingZeros();
        squareMetres = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Reads {@code 125}, {@code 125㎡}, {@code 125平方米}, {@code 125平}. */
    public static Parsed<FloorArea> read(String text) {
        return Amount.read(SQUARE_METRE.matcher(text).replaceAll("㎡")).then(amount -> of(text, amount));
    }

    private static Parsed<FloorArea> of(String text, Amount amount) {
        String word = amount.words();
        BigDecimal exact = amount.number();
        if (!UNITS.contains(word)) {
            return Parsed.failed("number.unit", word);
        }
        if (exact.signum() < 0) {
            return Parsed.failed("number.negative", text.strip());
        }
        if (exact.compareTo(LIMIT) >= 0) {
            return Parsed.failed("number.range", text.strip());
        }
        FloorArea area = new FloorArea(exact);
        return area.squareMetres.compareTo(exact) == 0
                ? Parsed.ok(area)
                : Parsed.ok(area, Violation.of("number.rounded", text.strip(), area.toString()));
    }

    /** Finds the only area in a longer text, such as {@code 砖瓦125㎡}. */
    public static Parsed<FloorArea> find(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        Matcher inside = INSIDE.matcher(PlainText.compact(text));
        if (!inside.find()) {
            return Parsed.failed("number.unreadable", text.strip());
        }
        String number = inside.group(1);
        return inside.find() ? Parsed.failed("number.several", text.strip()) : read(number);
    }

    @Override
    public int compareTo(FloorArea other) {
        return squareMetres.compareTo(other.squareMetres);
    }

    @Override
    public String toString() {
        return squareMetres.toPlainString();
    }
}

package xindang.model.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number of money, area or count: exact, approximate, or between two numbers. It is one value of one path, because a
 * merge must not mix the low end of one office with the high end of another.
 *
 * <p>The canonical text is {@code 67000.00}, {@code ~67000.00} or {@code 50000.00..60000.00}. The words of the person
 * may follow after a bar: {@code 50000.00..60000.00|五六万}.
 *
 * @param low the number, or the lower end of a range
 * @param high the same number, or the upper end, which is higher
 * @param about whether the number is approximate; false for a range
 * @param words the words of the person; empty when only the numbers are known
 */
public record Estimate(BigDecimal low, BigDecimal high, boolean about, String words) {
    private static final Pattern CANONICAL =
            Pattern.compile("(~)?(-?\\d+(?:\\.\\d+)?)(?:\\.\\.(-?\\d+(?:\\.\\d+)?))?(?:\\|([^|\\n]+))?");
    /** The error of an approximate number: a tenth. */
    private static final BigDecimal MARGIN = new BigDecimal("0.1");

    public Estimate {
        if (low.compareTo(high) > 0 || (about && low.compareTo(high) != 0)) {
            throw new IllegalArgumentException("not an estimate: " + low + " to " + high);
        }
        if (words.indexOf('|') >= 0 || words.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("words of an estimate hold a bar or a line break");
        }
    }

    public static Estimate exact(BigDecimal number) {
        return new Estimate(number, number, false, "");
    }

    public static Estimate about(BigDecimal number, String words) {
        return new Estimate(number, number, true, words);
    }

    /** Makes a range. If both ends are equal, makes an approximate number. */
    public static Estimate between(BigDecimal low, BigDecimal high, String words) {
        return low.compareTo(high) == 0 ? about(low, words) : new Estimate(low, high, false, words);
    }

    /** Reads a canonical text; absent for any other text. */
    public static Optional<Estimate> of(String canonical) {
        var text = CANONICAL.matcher(canonical);
        if (!text.matches()) {
            return Optional.empty();
        }
        var low = new BigDecimal(text.group(2));
        var high = Optional.ofNullable(text.group(3)).map(BigDecimal::new);
        var about = text.group(1) != null;
        var words = Optional.ofNullable(text.group(4)).orElse("");
        var isRange = high.map(end -> low.compareTo(end) < 0).orElse(false);
        if (high.isPresent() && (about || !isRange)) {
            return Optional.empty();
        }
        return Optional.of(new Estimate(low, high.orElse(low), about, words));
    }

    public boolean isExact() {
        return !about && !isRange();
    }

    public boolean isRange() {
        return low.compareTo(high) < 0;
    }

    /** Returns the number for calculations: the middle of a range. */
    public BigDecimal middle() {
        return low.add(high).divide(BigDecimal.valueOf(2));
    }

    /** Returns the least possible number: the lower end, or a tenth below an approximate number. */
    public BigDecimal least() {
        return about ? low.subtract(low.abs().multiply(MARGIN)) : low;
    }

    /** Returns the greatest possible number: the upper end, or a tenth above an approximate number. */
    public BigDecimal most() {
        return about ? high.add(high.abs().multiply(MARGIN)) : high;
    }

    /** Returns the canonical text. */
    @Override
    public String toString() {
        var number = (about ? "~" : "") + low.toPlainString() + (isRange() ? ".." + high.toPlainString() : "");
        return words.isEmpty() ? number : number + "|" + words;
    }
}

package xindang.model.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number of money, area or count as people know it: exact, about, or between two numbers. It is one value of one path,
 * so that a merge never mixes the low end of one office with the high end of another.
 *
 * <p>The canonical text is {@code 67000.00}, {@code ~67000.00} or {@code 50000.00..60000.00}, and after a bar the words
 * of the person: {@code 50000.00..60000.00|五六万}.
 *
 * @param low the number, or the lower end of a range
 * @param high the same number, or the upper end, which is higher
 * @param about whether the number is not exact; false for a range
 * @param words as the person said it; empty when nothing but the numbers is known
 */
public record Estimate(BigDecimal low, BigDecimal high, boolean about, String words) {
    private static final Pattern CANONICAL =
            Pattern.compile("(~)?(-?\\d+(?:\\.\\d+)?)(?:\\.\\.(-?\\d+(?:\\.\\d+)?))?(?:\\|([^|\\n]+))?");
    /** How far from the truth a number may lie that is only about right: a tenth. */
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

    /** A range; two equal ends are about that number. */
    public static Estimate between(BigDecimal low, BigDecimal high, String words) {
        return low.compareTo(high) == 0 ? about(low, words) : new Estimate(low, high, false, words);
    }

    /** Reads a canonical text; absent for any other. */
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

    /** The number that a calculation takes: the middle of a range. */
    public BigDecimal middle() {
        return low.add(high).divide(BigDecimal.valueOf(2));
    }

    /** The least that the truth may be: the lower end, or a tenth below what is about right. */
    public BigDecimal least() {
        return about ? low.subtract(low.abs().multiply(MARGIN)) : low;
    }

    /** The most that the truth may be: the upper end, or a tenth above what is about right. */
    public BigDecimal most() {
        return about ? high.add(high.abs().multiply(MARGIN)) : high;
    }

    /** The canonical text. */
    @Override
    public String toString() {
        var number = (about ? "~" : "") + low.toPlainString() + (isRange() ? ".." + high.toPlainString() : "");
        return words.isEmpty() ? number : number + "|" + words;
    }
}

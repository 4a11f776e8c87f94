package xindang.benchmarks;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param what the measured work and its baseline
 * @param limit the median must not exceed it; 0 for a figure without a target
 * @param unit unit of the limit and the figures, such as {@code x} for a ratio
 */
record Result(String what, double limit, String unit, Spread spread) {
    private static final String SIGN = "RESULT";
    private static final String TAB = "\t";

    /** Returns the line that a measuring process prints for the process that started it. */
    String line() {
        return String.join(
                TAB,
                SIGN,
                what,
                Double.toString(limit),
                unit,
                Double.toString(spread.least()),
                Double.toString(spread.median()),
                Double.toString(spread.most()));
    }

    static Optional<Result> read(String line) {
        var parts = line.split(TAB, -1);
        if (parts.length != 7 || !parts[0].equals(SIGN)) {
            return Optional.empty();
        }
        var spread = new Spread(number(parts[4]), number(parts[5]), number(parts[6]));
        return Optional.of(new Result(parts[1], number(parts[2]), parts[3], spread));
    }

    /** Returns a row of the table in {@code docs/performance.md}. */
    String row() {
        var judged = limit > 0;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | **%.2f** | %.2f | %s |",
                what,
                judged ? String.format(Locale.ROOT, "≤ %.0f %s", limit, unit) : unit,
                spread.least(),
                spread.median(),
                spread.most(),
                judged ? (met() ? "yes" : "**no**") : "");
    }

    boolean met() {
        return limit == 0 || spread.median() <= limit;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}

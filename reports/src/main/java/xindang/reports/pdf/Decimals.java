package xindang.reports.pdf;

import java.util.Locale;

/** Formats numbers that need more digits than a position on the page. */
final class Decimals {
    private Decimals() {}

    /** Returns the number with five decimals, and a space. */
    static String of(double value) {
        return String.format(Locale.ROOT, "%.5f ", value);
    }
}

package xindang.reports.pdf;

import java.util.Locale;

/** Numbers that need more digits than a place on the page. */
final class Decimals {
    private Decimals() {}

    /** Five decimals and a space. */
    static String of(double value) {
        return String.format(Locale.ROOT, "%.5f ", value);
    }
}

package xindang.persistence.codec;

import java.util.Locale;

/** Division codes as numbers of twelve digits. All units below a unit are one range of numbers. */
public final class RegionNumbers {
    private static final int DIGITS = 12;

    private RegionNumbers() {}

    /** The first and the last code within a unit. */
    public record Range(long first, long last) {
        public static final Range ALL = new Range(0, 999_999_999_999L);

        public boolean all() {
            return equals(ALL);
        }

        /** Returns the intersection; an empty range if there is none. */
        public Range and(Range other) {
            return new Range(Math.max(first, other.first), Math.min(last, other.last));
        }

        public boolean one() {
            return first == last;
        }
    }

    public static long number(String code) {
        return Long.parseLong((code + "000000000000").substring(0, DIGITS));
    }

    public static String code(long number) {
        return String.format(Locale.ROOT, "%012d", number);
    }

    /** Returns the codes within a unit, given by a prefix or by twelve digits with zeros for the lower levels. */
    public static Range within(String prefix) {
        var significant = prefix;
        if (significant.length() == DIGITS) {
            for (var zeros : new String[] {"000", "000", "00", "00"}) {
                if (significant.endsWith(zeros)) {
                    significant = significant.substring(0, significant.length() - zeros.length());
                } else {
                    break;
                }
            }
        }
        if (significant.isEmpty()) {
            return Range.ALL;
        }
        var width = 1L;
        for (var i = significant.length(); i < DIGITS; i++) {
            width *= 10;
        }
        var first = Long.parseLong(significant) * width;
        return new Range(first, first + width - 1);
    }
}

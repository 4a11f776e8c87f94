package xindang.model.value;

/**
 * The number of characters at both ends of a text that masking keeps readable.
 *
 * @param front characters kept at the beginning, 0 or more
 * @param back characters kept at the end, 0 or more
 */
public record MaskingRule(int front, int back) {
    /** 230184********1234, for the office that keeps the archive. */
    public static final MaskingRule RESIDENT_INTERNAL = new MaskingRule(6, 4);
    /** 2****************4, for a notice board. */
    public static final MaskingRule RESIDENT_PUBLIC = new MaskingRule(1, 1);
    /** 138****1234. */
    public static final MaskingRule PHONE = new MaskingRule(3, 4);
    /** Only the last four characters of an account. */
    public static final MaskingRule ACCOUNT = new MaskingRule(0, 4);

    public MaskingRule {
        if (front < 0 || back < 0) {
            throw new IllegalArgumentException("a masking rule keeps no negative number of characters");
        }
    }

    /** Replaces all characters between front and back by stars; replaces all characters of a text that is too short. */
    public String mask(String text) {
        int[] points = text.codePoints().toArray();
        boolean hidesNothing = points.length <= front + back;
        StringBuilder out = new StringBuilder(points.length);
        for (int i = 0; i < points.length; i++) {
            boolean kept = !hidesNothing && (i < front || i >= points.length - back);
            out.appendCodePoint(kept ? points[i] : '*');
        }
        return out.toString();
    }
}

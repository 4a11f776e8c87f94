package xindang.model.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phone number of the mainland: mobile, land line with its area code, or a 400/800 service number.
 *
 * @param number canonical: {@code 13812341234}, {@code 0451-84512345}, {@code 0451-84512345-801}, {@code 4001234567}
 */
public record Phone(String number) {
    private static final Pattern MOBILE = Pattern.compile("1[0-9]{10}");
    private static final Pattern SERVICE = Pattern.compile("[48]00[0-9]{7}");
    private static final Pattern LAND_LINE =
            Pattern.compile("(010|02[0-9]|0[3-9][0-9]{2})([2-9][0-9]{6,7})(?:(?:转|分机|EXT\\.?|X|#)([0-9]{1,6}))?");
    private static final Pattern LOCAL = Pattern.compile("[2-9][0-9]{6,7}");
    private static final Pattern EXTENSION = Pattern.compile("(.*[0-9]{7,})-([0-9]{1,6})");
    private static final Pattern CANONICAL =
            Pattern.compile("1[0-9]{10}|[48]00[0-9]{7}|0[0-9]{2,3}-[2-9][0-9]{6,7}(-[0-9]{1,6})?");

    public Phone {
        if (!CANONICAL.matcher(number).matches()) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    /**
     * Reads one number with any spaces, hyphens, brackets and country prefix. Does not check prefixes of mobile
     * numbers.
     */
    public static Parsed<Phone> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        if (MOBILE.matcher(text).matches()) {
            return Parsed.ok(new Phone(text));
        }
        if (PlainText.isScientific(text)) {
            return Parsed.failed("phone.scientific", text.strip());
        }
        String compact = PlainText.compact(text).toUpperCase(Locale.ROOT).replaceFirst("\\.0$", "");
        Optional<String> canonical = canonical(compact);
        if (canonical.isPresent()) {
            return Parsed.ok(new Phone(canonical.get()), PlainText.noteIfChanged(text, canonical.get()));
        }
        String bare = bare(compact);
        if (LOCAL.matcher(bare).matches()) {
            return Parsed.failed("phone.areacode", bare);
        }
        if (compact.split("[/,;、]|或").length > 1 || bare.matches("(1[0-9]{10}){2,}")) {
            return Parsed.failed("phone.several", text.strip());
        }
        return LookAlikes.correction(bare, "", corrected -> canonical(corrected).isPresent())
                .map(corrected -> Parsed.<Phone>failed("phone.lookalike", corrected))
                .orElseGet(() -> unreadable(text, bare));
    }

    private static Parsed<Phone> unreadable(String text, String bare) {
        return bare.matches("[0-9]+")
                ? Parsed.failed("phone.length", Integer.toString(bare.length()))
                : Parsed.failed("phone.unreadable", text.strip());
    }

    private static Optional<String> canonical(String compact) {
        String bare = bare(compact);
        if (MOBILE.matcher(bare).matches() || SERVICE.matcher(bare).matches()) {
            return Optional.of(bare);
        }
        Matcher line = LAND_LINE.matcher(bare);
        if (line.matches()) {
            String extension = line.group(3) == null ? "" : "-" + line.group(3);
            return Optional.of(line.group(1) + "-" + line.group(2) + extension);
        }
        Matcher withExtension = EXTENSION.matcher(compact);
        return withExtension.matches()
                        && LAND_LINE.matcher(bare(withExtension.group(1))).matches()
                ? canonical(withExtension.group(1)).map(number -> number + "-" + withExtension.group(2))
                : Optional.empty();
    }

    private static String bare(String compact) {
        String bare = PlainText.withoutHyphens(compact).replaceAll("[()\\[\\]（）.]", "");
        String national = bare.replaceFirst("^(\\+86|0086|86(?=1[0-9]{10}$))", "");
        boolean lostZero = national.length() < bare.length() && national.matches("[2-9][0-9]{8,10}");
        return lostZero && !SERVICE.matcher(national).matches() ? "0" + national : national;
    }

    public boolean isMobile() {
        return MOBILE.matcher(number).matches();
    }

    /** Returns 138****1234. Keeps the area code and the last four digits of a land line. */
    public String masked() {
        int hyphen = number.indexOf('-');
        return hyphen < 0 ? MaskingRule.PHONE.mask(number) : new MaskingRule(hyphen + 1, 4).mask(number);
    }

    @Override
    public String toString() {
        return number;
    }
}

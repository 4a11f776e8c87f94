package xindang.model.value;

import java.util.regex.Pattern;

/**
 * Finds identity numbers and phone numbers inside a text: a note, a cell of a file, an error message. It also finds
 * mistyped numbers, and bank account numbers, because they have the same form.
 */
public final class PersonalNumbers {
    /** Allows letters that look like digits, and a wrong number of digits. */
    private static final Pattern LONG =
            Pattern.compile("(?<![0-9A-Za-z])[0-9][0-9XxOoQDIlLiZzSsB]{13,18}[0-9XxOoQDIlLiZzSsB](?![0-9A-Za-z])");
    /** A number in groups: 230184 1980 0101 1234. */
    private static final Pattern GROUPED = Pattern.compile(
            "(?<![0-9A-Za-z])[0-9]{6}[ -]?(?:19|20)[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])");

    private static final Pattern MOBILE =
            Pattern.compile("(?<![0-9A-Fa-f])1[0-9]{2}[ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9A-Fa-f])");
    private static final Pattern LAND_LINE =
            Pattern.compile("(?<![0-9A-Fa-f])(?:010|02[0-9]|0[3-9][0-9]{2})[ -]?[2-9][0-9]{6,7}(?![0-9A-Fa-f])");
    /** The results of {@link #masked}, and the forms that people and other programs write: 139****, 尾号***5678. */
    private static final Pattern MASKED = Pattern.compile(
            "(?<![0-9*])(?:[0-9][0-9A-Za-z]{5}\\*{3,}[0-9A-Za-z]{4}|1[0-9]{2}\\*{4,}[0-9]{4}|0[0-9]{2,3}-?\\*{3,}[0-9]{4})"
                    + "|[0-9]{3}(?:[*●×█■]{3}|[xX]{4})|(?:[*●×█■]{3}|[xX]{4})[0-9]{3}");

    private PersonalNumbers() {}

    /** Returns the text with the middle of each number replaced by stars. */
    public static String masked(String text) {
        var half = PlainText.halfWidth(text);
        var stars = replaced(half);
        if (stars.equals(half)) {
            return text;
        }
        var masked = new StringBuilder(text);
        for (var i = 0; i < stars.length(); i++) {
            if (stars.charAt(i) == '*') {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }

    private static String replaced(String text) {
        var number = MaskingRule.RESIDENT_INTERNAL;
        var phone = MaskingRule.PHONE;
        var whole = GROUPED.matcher(text).replaceAll(found -> number.mask(found.group()));
        var longest = LONG.matcher(whole).replaceAll(found -> number.mask(found.group()));
        var mobile = MOBILE.matcher(longest).replaceAll(found -> phone.mask(found.group()));
        return LAND_LINE.matcher(mobile).replaceAll(found -> phone.mask(found.group()));
    }

    /** Returns whether a text contains a number that is partly replaced by stars or similar characters. */
    public static boolean holdsMasked(String text) {
        return MASKED.matcher(PlainText.compact(text)).find();
    }
}

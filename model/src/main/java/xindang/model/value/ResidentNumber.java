package xindang.model.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xindang.model.common.Violation;

/**
 * A citizen's number (GB 11643-1999), or a number of the same form and check rule. The others are on residence permits
 * of people from Hong Kong, Macao and Taiwan (81, 82, 83) and on the permanent residence permit of foreigners (starts
 * with 9).
 *
 * <p>The first six digits are the place where the number was issued. Only the province is checked, because places
 * change. Two numbers are equal when their 18 characters are equal, also if one was typed with 15 digits.
 */
public final class ResidentNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final String DIGITS = "0123456789";
    private static final int EARLIEST_BIRTH_YEAR = 1900;

    /** The kind of document. */
    public enum Kind {
        CITIZEN,
        HONG_KONG_MACAO_TAIWAN,
        FOREIGNER
    }

    private final String digits;
    private final Optional<String> original;

    private ResidentNumber(String digits, Optional<String> original) {
        this.digits = digits;
        this.original = original;
    }

    /**
     * Reads a number. Normalises width, spaces, hyphens and a small x. Upgrades a 15-digit number with a note
     * ({@code resident.upgraded}).
     *
     * @param today refuses a birth date after this day
     */
    public static Parsed<ResidentNumber> read(String text, LocalDate today) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        if (PlainText.isScientific(text)) {
            return Parsed.failed("resident.scientific", text.strip());
        }
        String number = PlainText.identifier(text);
        Optional<Violation> wrongCharacter = wrongCharacter(text, number, today);
        if (wrongCharacter.isPresent()) {
            return Parsed.failed(wrongCharacter.get());
        }
        return switch (number.length()) {
            case 18 -> readLong(number, text, today);
            case 15 -> readShort(number, today);
            default -> Parsed.failed("resident.length", Integer.toString(number.length()));
        };
    }

    private static Parsed<ResidentNumber> readLong(String number, String text, LocalDate today) {
        Optional<Violation> broken = brokenBody(number, today);
        if (broken.isPresent()) {
            return Parsed.failed(broken.get());
        }
        char expected = checkDigit(number);
        return number.charAt(17) == expected
                ? Parsed.ok(new ResidentNumber(number, Optional.empty()), PlainText.noteIfChanged(text, number))
                : Parsed.failed("resident.checkdigit", String.valueOf(expected));
    }

    private static Parsed<ResidentNumber> readShort(String number, LocalDate today) {
        String body = number.substring(0, 6) + "19" + number.substring(6);
        Optional<Violation> broken = brokenBody(body, today);
        if (broken.isPresent()) {
            return Parsed.failed(broken.get());
        }
        String upgraded = body + checkDigit(body);
        return Parsed.ok(
                new ResidentNumber(upgraded, Optional.of(number)), Violation.of("resident.upgraded", number, upgraded));
    }

    private static Optional<Violation> wrongCharacter(String text, String number, LocalDate today) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean right = DIGITS.indexOf(c) >= 0 || (c == 'X' && i == 17);
            if (!right) {
                String typed = PlainText.withoutHyphens(PlainText.compact(text));
                int point = number.codePointAt(i);
                return Optional.of(LookAlikes.correction(typed, DIGITS + "xX", corrected -> isRight(corrected, today))
                        .map(corrected -> Violation.of(
                                "resident.lookalike", position(number, typed), corrected.toUpperCase(Locale.ROOT)))
                        .orElseGet(() ->
                                Violation.of("resident.nondigit", position(number, typed), Character.toString(point))));
            }
        }
        return Optional.empty();
    }

    private static String position(String number, String typed) {
        String searched = number.length() == typed.length() ? typed : number;
        for (int i = 0; i < searched.length(); i++) {
            char c = searched.charAt(i);
            boolean right = DIGITS.indexOf(c) >= 0 || ((c == 'X' || c == 'x') && i == 17);
            if (!right) {
                return Integer.toString(i + 1);
            }
        }
        return Integer.toString(searched.length());
    }

    private static boolean isRight(String corrected, LocalDate today) {
        return corrected.matches("[0-9]{17}[0-9Xx]|[0-9]{15}")
                && read(corrected, today).isOk();
    }

    private static Optional<Violation> brokenBody(String number, LocalDate today) {
        String province = number.substring(0, 2);
        if (kindOf(number) == Kind.CITIZEN && !Provinces.contains(province)) {
            return Optional.of(Violation.of("resident.province", province));
        }
        String birth = number.substring(6, 14);
        Optional<LocalDate> date = dateOf(birth);
        if (date.isEmpty() || date.get().getYear() < EARLIEST_BIRTH_YEAR) {
            return Optional.of(Violation.of("resident.birthdate", birth));
        }
        return date.get().isAfter(today) ? Optional.of(Violation.of("resident.future", birth)) : Optional.empty();
    }

    private static Optional<LocalDate> dateOf(String yyyymmdd) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(yyyymmdd.substring(0, 4)),
                    Integer.parseInt(yyyymmdd.substring(4, 6)),
                    Integer.parseInt(yyyymmdd.substring(6, 8))));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Kind kindOf(String number) {
        if (number.charAt(0) == '9') {
            return Kind.FOREIGNER;
        }
        return List.of("81", "82", "83").contains(number.substring(0, 2)) ? Kind.HONG_KONG_MACAO_TAIWAN : Kind.CITIZEN;
    }

    /**
     * Returns the check digit of GB 11643 for the first 17 digits.
     *
     * @param body at least 17 digits; further ones are ignored
     */
    public static char checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    public Kind kind() {
        return kindOf(digits);
    }

    /** Returns the typed number if it had 15 digits. */
    public Optional<String> original() {
        return original;
    }

    public LocalDate birthDate() {
        return dateOf(digits.substring(6, 14)).orElseThrow();
    }

    /** Returns the sex by position 17: odd for men. */
    public Sex sex() {
        return (digits.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Returns the full years of age on a day; 0 before birth. */
    public int ageOn(LocalDate day) {
        return Math.max(0, Period.between(birthDate(), day).getYears());
    }

    /** Returns the form for the office that keeps the archive: 230184********1234. */
    public String masked() {
        return masked(MaskingRule.RESIDENT_INTERNAL);
    }

    public String masked(MaskingRule rule) {
        return rule.mask(digits);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidentNumber that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Returns the 18 characters. */
    @Override
    public String toString() {
        return digits;
    }
}

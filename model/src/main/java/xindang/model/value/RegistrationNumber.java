package xindang.model.value;

/**
 * The number of an old business licence (GS 15-2006): region, serial and a check digit by ISO 7064 MOD 11,10.
 *
 * @param digits 15 digits
 */
public record RegistrationNumber(String digits) {
    public RegistrationNumber {
        if (!isRight(digits)) {
            throw new IllegalArgumentException("not a registration number: " + digits);
        }
    }

    public static Parsed<RegistrationNumber> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        String digits = PlainText.identifier(text);
        if (!digits.matches("[0-9]{15}")) {
            return Parsed.failed("registration.form", Integer.toString(digits.length()));
        }
        char expected = checkDigit(digits);
        return digits.charAt(14) == expected
                ? Parsed.ok(new RegistrationNumber(digits), PlainText.noteIfChanged(text, digits))
                : Parsed.failed("registration.checkdigit", String.valueOf(expected));
    }

    static boolean isRight(String digits) {
        return digits.matches("[0-9]{15}") && digits.charAt(14) == checkDigit(digits);
    }

    /** Returns the check digit for the first 14 digits. */
    public static char checkDigit(String body) {
        int product = 10;
        for (int i = 0; i < 14; i++) {
            int sum = (product + body.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    @Override
    public String toString() {
        return digits;
    }
}

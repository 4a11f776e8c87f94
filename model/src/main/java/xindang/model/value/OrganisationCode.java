package xindang.model.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The organisation code (GB 11714-1997) inside a unified social credit code: eight characters and a check character.
 *
 * @param code nine characters without the hyphen
 */
public record OrganisationCode(String code) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public OrganisationCode {
        if (!isRight(code)) {
            throw new IllegalArgumentException("not an organisation code: " + code);
        }
    }

    /** Reads a code with or without its hyphen. */
    public static Parsed<OrganisationCode> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        String code = PlainText.identifier(text);
        if (code.length() != 9) {
            return Parsed.failed("organisation.length", Integer.toString(code.length()));
        }
        for (int i = 0; i < 9; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return Parsed.failed(
                        "organisation.character", Integer.toString(i + 1), Character.toString(code.codePointAt(i)));
            }
        }
        char expected = checkCharacter(code);
        if (code.charAt(8) == expected) {
            OrganisationCode read = new OrganisationCode(code);
            return code.equals(text.strip()) || read.hyphenated().equals(text.strip())
                    ? Parsed.ok(read)
                    : Parsed.ok(read, PlainText.noteIfChanged(text, code));
        }
        Optional<String> corrected = LookAlikes.correction(code, "", OrganisationCode::isRight);
        return corrected.isPresent()
                ? Parsed.failed("organisation.lookalike", corrected.get())
                : Parsed.failed("organisation.checkdigit", String.valueOf(expected));
    }

    static boolean isRight(String code) {
        return FORM.matcher(code).matches() && checkCharacter(code) == code.charAt(8);
    }

    /** Returns the check character for the first eight characters. */
    public static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }

    /** Returns the form of older papers: 74820466-0. */
    public String hyphenated() {
        return code.substring(0, 8) + "-" + code.substring(8);
    }

    @Override
    public String toString() {
        return code;
    }
}

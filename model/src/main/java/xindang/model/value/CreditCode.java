package xindang.model.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.common.Violation;

/**
 * A unified social credit code (GB 32100-2015): department, category, region of the registering authority (six digits),
 * organisation code (nine characters), check character.
 *
 * @param code 18 characters of the alphabet without I, O, S, V, Z
 */
public record CreditCode(String code) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String BOTH_CASES = ALPHABET + ALPHABET.toLowerCase(Locale.ROOT);
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}");
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    public CreditCode {
        if (!isRight(code)) {
            throw new IllegalArgumentException("not a unified social credit code: " + code);
        }
    }

    /**
     * Reads a code. Normalises width, case, spaces and hyphens. Accepts two unlisted leading characters with a note.
     */
    public static Parsed<CreditCode> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        if (PlainText.isScientific(text)) {
            return Parsed.failed("uscc.scientific", text.strip());
        }
        String code = PlainText.identifier(text);
        if (code.length() == 15 && code.matches("[0-9]{15}")) {
            return Parsed.failed("uscc.registration", code);
        }
        if (code.length() == 9 && OrganisationCode.isRight(code)) {
            return Parsed.failed("uscc.organisation", code);
        }
        Optional<Violation> wrong = wrongCharacter(text, code);
        if (wrong.isPresent()) {
            return Parsed.failed(wrong.get());
        }
        if (code.length() != 18) {
            return Parsed.failed("uscc.length", Integer.toString(code.length()));
        }
        char expected = checkCharacter(code);
        if (code.charAt(17) != expected) {
            return Parsed.failed("uscc.checkdigit", String.valueOf(expected));
        }
        return OrganisationKind.of(code) == OrganisationKind.UNLISTED
                ? Parsed.ok(new CreditCode(code), Violation.of("uscc.kind", code.substring(0, 2)))
                : Parsed.ok(new CreditCode(code), PlainText.noteIfChanged(text, code));
    }

    private static Optional<Violation> wrongCharacter(String text, String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean region = i >= 2 && i < 8;
            if (ALPHABET.indexOf(c) < 0 || (region && !isDigit(c))) {
                String typed = PlainText.withoutHyphens(PlainText.compact(text));
                String position = Integer.toString(i + 1);
                String shown = Character.toString(code.codePointAt(i));
                return Optional.of(LookAlikes.correction(
                                typed, BOTH_CASES, corrected -> isRight(corrected.toUpperCase(Locale.ROOT)))
                        .map(right -> Violation.of("uscc.lookalike", position, right.toUpperCase(Locale.ROOT)))
                        .orElseGet(() -> Violation.of("uscc.character", position, shown)));
            }
        }
        return Optional.empty();
    }

    private static boolean isRight(String code) {
        return FORM.matcher(code).matches() && checkCharacter(code) == code.charAt(17);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * Returns the check character for the first 17 characters.
     *
     * @param body at least 17 characters of the alphabet
     */
    public static char checkCharacter(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(body.charAt(i)) * WEIGHTS[i];
        }
        // without the outer remainder, a sum divisible by 31 would need a 32nd character
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** Returns the kind of organisation. */
    public OrganisationKind kind() {
        return OrganisationKind.of(code);
    }

    /** Returns the six digits of the registering region. */
    public String registrationRegion() {
        return code.substring(2, 8);
    }

    /** Returns the inner organisation code; empty when it is not valid, as is allowed for individual businesses. */
    public Optional<OrganisationCode> organisationCode() {
        String inner = code.substring(8, 17);
        return OrganisationCode.isRight(inner) ? Optional.of(new OrganisationCode(inner)) : Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}

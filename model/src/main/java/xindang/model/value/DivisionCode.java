package xindang.model.value;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code of the statistical divisions: 6 digits by GB/T 2260, 3 for the township, 3 for the village.
 *
 * @param digits the 2, 4, 6, 9 or 12 significant digits, without padding zeros
 */
public record DivisionCode(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final int FULL_LENGTH = 12;

    public DivisionCode {
        if (!FORM.matcher(digits).matches()
                || !significant(digits).equals(digits)
                || !Provinces.contains(digits.substring(0, 2))) {
            throw new IllegalArgumentException("not a division code: " + digits);
        }
    }

    /** Makes a code from correct digits, such as those of the table. Drops padding zeros. */
    public static DivisionCode of(String digits) {
        return new DivisionCode(significant(digits));
    }

    /** Reads 2, 4, 6, 9 or 12 digits, padded or not. Does not check whether the division exists. */
    public static Parsed<DivisionCode> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        String digits = PlainText.identifier(text);
        if (PlainText.isScientific(text)) {
            return Parsed.failed("division.scientific", text.strip());
        }
        if (!digits.matches("[0-9]+")) {
            return Parsed.failed("division.nondigit", text.strip());
        }
        if (!FORM.matcher(digits).matches()) {
            return Parsed.failed("division.length", Integer.toString(digits.length()));
        }
        if (!Provinces.contains(digits.substring(0, 2))) {
            return Parsed.failed("division.province", digits.substring(0, 2));
        }
        return Parsed.ok(of(digits), PlainText.noteIfChanged(text, digits));
    }

    private static String significant(String digits) {
        String left = digits;
        if (left.length() == 12 && left.endsWith("000")) {
            left = left.substring(0, 9);
        }
        if (left.length() == 9 && left.endsWith("000")) {
            left = left.substring(0, 6);
        }
        while (left.length() <= 6 && left.length() > 2 && left.endsWith("00")) {
            left = left.substring(0, left.length() - 2);
        }
        return left;
    }

    public DivisionLevel level() {
        for (DivisionLevel level : DivisionLevel.values()) {
            if (level.digits() == digits.length()) {
                return level;
            }
        }
        throw new IllegalStateException(digits);
    }

    /** Returns the division above. A city without counties is the parent of its townships. Empty for a province. */
    public Optional<DivisionCode> parent() {
        return switch (level()) {
            case PROVINCE -> Optional.empty();
            case CITY -> Optional.of(of(digits.substring(0, 2)));
            case COUNTY -> Optional.of(of(digits.substring(0, 4)));
            case TOWNSHIP -> Optional.of(of(digits.substring(0, 6)));
            case VILLAGE -> Optional.of(of(digits.substring(0, 9)));
        };
    }

    /** Returns this division or the division above it that has the level; empty when there is none. */
    public Optional<DivisionCode> at(DivisionLevel level) {
        Optional<DivisionCode> here = Optional.of(this);
        while (here.isPresent() && here.get().level().compareTo(level) > 0) {
            here = here.get().parent();
        }
        return here.filter(code -> code.level() == level);
    }

    /** Returns whether the other division is this one or is inside it. */
    public boolean contains(DivisionCode other) {
        return other.digits.startsWith(digits);
    }

    /** Returns twelve digits, filled with zeros: the form of the national table. */
    public String padded() {
        return digits + "0".repeat(FULL_LENGTH - digits.length());
    }

    /** Returns the padded form, which archives use. */
    @Override
    public String toString() {
        return padded();
    }
}

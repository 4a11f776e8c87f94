package xindang.model.law;

import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.archive.Withheld;
import xindang.model.common.Violation;
import xindang.model.template.Field;
import xindang.model.template.Masking;
import xindang.model.value.PersonalNumbers;
import xindang.model.value.PlainText;

/**
 * Refuses a masked text, whose middle is stars. It was copied from a screen or a list, and would overwrite the real
 * value.
 */
final class Masked {
    /** Signs that people and programs write instead of a character. */
    private static final Pattern SIGN = Pattern.compile("[*∗✱※●■█×]");
    /** In a number, letters and circles are also such signs. In a text they are not, as in HTX-1 or 二○一二. */
    private static final Pattern IN_NUMBER = Pattern.compile("[*∗✱※●■█×○□]|[xX]{3,}");
    /** A text may contain a single star, as in 3*200 元, but not two in a row. */
    private static final Pattern STARS = Pattern.compile("\\*{2,}|●{2,}|×{2,}|█{2,}");

    private Masked() {}

    /** Returns why a text cannot be the value of a field; empty when it can. */
    static Optional<Violation> of(Field field, String text) {
        return Withheld.isIn(text) || isMasked(field, PlainText.compact(text))
                ? Optional.of(Violation.of("value.masked", field.label()))
                : Optional.empty();
    }

    private static boolean isMasked(Field field, String text) {
        return switch (field.type()) {
            case RESIDENT_NUMBER, PHONE -> IN_NUMBER.matcher(text).find();
            case CREDIT_CODE, PERSON_NAME -> SIGN.matcher(text).find();
            case TEXT, NOTE -> hasStars(field.masking(), text) || PersonalNumbers.holdsMasked(text);
            default -> false;
        };
    }

    private static boolean hasStars(Masking masking, String text) {
        return switch (masking) {
            case NONE -> false;
            case HIDDEN -> STARS.matcher(text).find();
            case NAME, NUMBER, PHONE, LAST_FOUR -> SIGN.matcher(text).find();
        };
    }
}

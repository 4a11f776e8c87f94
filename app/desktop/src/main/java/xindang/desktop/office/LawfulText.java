package xindang.desktop.office;

import java.util.Optional;
import xindang.desktop.ui.Messages;
import xindang.model.law.Gate;
import xindang.model.law.Past;
import xindang.model.law.TextDoor;

/** Checks names and texts outside template fields for forbidden words (article 14(1)). */
public final class LawfulText {
    private LawfulText() {}

    /** Returns the reason for refusing the name of a staff member, or empty. */
    public static Optional<String> ofPerson(Messages text, String name) {
        return Gate.words(TextDoor.NAME, name).map(text::of);
    }

    /** Returns the text shown instead of a value that must not be shown. */
    public static String instead(Messages text, Past.Reason withheld) {
        return switch (withheld) {
            case CONSENT -> text.of("value.withheld.consent");
            case CHILD -> text.of("value.withheld.child");
            case TERM -> text.of("value.withheld.term");
            case WITHHELD -> text.of("value.withheld.law");
        };
    }

    /** Returns the reason for refusing the name of an office or firm, or a purpose, or empty. */
    public static Optional<String> ofText(Messages text, String words) {
        return Gate.words(TextDoor.TEXT, words).map(text::of);
    }
}

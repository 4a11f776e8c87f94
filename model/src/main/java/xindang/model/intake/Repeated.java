package xindang.model.intake;

import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/**
 * Removes texts of a file that the program may not repeat, because the law forbids to collect them (征信业管理条例 article
 * 14(1)).
 */
public final class Repeated {
    /** The text that replaces a removed one. */
    private static final String WITHHELD = "—";

    private Repeated() {}

    /** Returns the name of a file or of a sheet; keeps the ending of a file. */
    public static String file(String name) {
        var dot = name.lastIndexOf('.');
        return isLawful(name) ? name : WITHHELD + (dot < 0 ? "" : words(name.substring(dot)));
    }

    /** Returns a title, or a note below the table. */
    static String words(String text) {
        return isLawful(text) ? text : WITHHELD;
    }

    /** Returns the name of a person. */
    static String name(String name) {
        return Gate.words(TextDoor.NAME, name).isEmpty() ? name : WITHHELD;
    }

    /** Returns whether a text is lawful both as a label, such as a title, and as a text, such as a note. */
    static boolean isLawful(String text) {
        return Gate.words(TextDoor.LABEL, text)
                .or(() -> Gate.words(TextDoor.TEXT, text))
                .isEmpty();
    }
}

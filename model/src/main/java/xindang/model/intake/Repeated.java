package xindang.model.intake;

import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/** What an import may say again of a file: nothing that the law forbids to collect (征信业管理条例 article 14(1)). */
public final class Repeated {
    /** What stands in the place of what may not be said again. */
    private static final String WITHHELD = "—";

    private Repeated() {}

    /** The name of a file or of a sheet; the ending of a file stays. */
    public static String file(String name) {
        var dot = name.lastIndexOf('.');
        return isLawful(name) ? name : WITHHELD + (dot < 0 ? "" : words(name.substring(dot)));
    }

    /** A title, a note below the table. */
    static String words(String text) {
        return isLawful(text) ? text : WITHHELD;
    }

    /** The name of a person. */
    static String name(String name) {
        return Gate.words(TextDoor.NAME, name).isEmpty() ? name : WITHHELD;
    }

    /** A title is a label, and whoever writes a note below the table writes a text. */
    static boolean isLawful(String text) {
        return Gate.words(TextDoor.LABEL, text)
                .or(() -> Gate.words(TextDoor.TEXT, text))
                .isEmpty();
    }
}

package xindang.desktop.ui;

import java.util.Optional;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/** Checks names and texts outside template fields for forbidden words (article 14(1)). */
public final class LawfulText {
    private LawfulText() {}

    /** Returns the reason for refusing the name of a staff member, or empty. */
    public static Optional<String> ofPerson(Messages text, String name) {
        return Gate.words(TextDoor.NAME, name).map(text::of);
    }

    /** Returns the reason for refusing the name of an office or firm, or a purpose, or empty. */
    public static Optional<String> ofText(Messages text, String words) {
        return Gate.words(TextDoor.TEXT, words).map(text::of);
    }
}

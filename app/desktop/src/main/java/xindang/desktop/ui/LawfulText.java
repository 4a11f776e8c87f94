package xindang.desktop.ui;

import java.util.Optional;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;

/** Asks the law about words that a page keeps or prints outside the fields of a template (article 14(1)). */
public final class LawfulText {
    private LawfulText() {}

    /** Why the name of a person who works here is not accepted, in words. */
    public static Optional<String> ofPerson(Messages text, String name) {
        return Gate.words(TextDoor.NAME, name).map(text::of);
    }

    /** Why the name of an office or firm, or a purpose, is not accepted, in words. */
    public static Optional<String> ofText(Messages text, String words) {
        return Gate.words(TextDoor.TEXT, words).map(text::of);
    }
}

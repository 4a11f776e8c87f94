package xindang.model.keeping;

import java.util.Optional;
import xindang.model.archive.Conflict;

/** What a person decided about a conflict: one of the two values, the one before them, or another. */
public final class Resolution {
    /** The value that stands in the record stays. */
    public static final Resolution KEPT = new Resolution(Choice.KEPT, "");

    /** The value that was offered takes its place. */
    public static final Resolution OFFERED = new Resolution(Choice.OFFERED, "");

    /** What both saw comes back. */
    public static final Resolution BASE = new Resolution(Choice.BASE, "");

    private final Choice choice;
    private final String text;

    private Resolution(Choice choice, String text) {
        this.choice = choice;
        this.text = text;
    }

    /** Another value, as somebody types it. */
    public static Resolution typed(String text) {
        return new Resolution(Choice.TYPED, text);
    }

    boolean isTyped() {
        return choice == Choice.TYPED;
    }

    Optional<String> of(Conflict conflict) {
        return switch (choice) {
            case BASE -> conflict.base();
            case KEPT -> conflict.kept().value();
            case OFFERED -> conflict.offered().value();
            case TYPED -> Optional.of(text).filter(value -> !value.isBlank());
        };
    }

    private enum Choice {
        BASE,
        KEPT,
        OFFERED,
        TYPED
    }
}

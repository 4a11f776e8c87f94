package xindang.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Creates key caps: the pictures of keys on the screen. */
public final class Keys {
    private Keys() {}

    /** Returns one cap with a text. */
    public static Label cap(String key) {
        var cap = TextRoles.of(key, "key-cap");
        cap.setMinWidth(Label.USE_PREF_SIZE);
        return cap;
    }

    /** Returns one cap for each key of a combination, for the status bar. */
    public static List<Label> caps(KeyCombination keys) {
        return names(keys).stream().map(Keys::cap).toList();
    }

    /** Returns the whole combination in one cap, such as Ctrl+N, for buttons. */
    public static Label one(KeyCombination keys) {
        return cap(name(keys));
    }

    public static String name(KeyCombination keys) {
        return String.join("+", names(keys));
    }

    private static List<String> names(KeyCombination keys) {
        var names = new ArrayList<String>();
        if (keys.getControl() == KeyCombination.ModifierValue.DOWN
                || keys.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            names.add("Ctrl");
        }
        if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
            names.add("Shift");
        }
        if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
            names.add("Alt");
        }
        if (keys instanceof KeyCodeCombination combination) {
            names.add(name(combination.getCode()));
        }
        return names;
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case UP -> "↑";
            case DOWN -> "↓";
            case LEFT -> "←";
            case RIGHT -> "→";
            case ESCAPE -> "Esc";
            case EQUALS -> "+";
            case MINUS -> "-";
            case PAGE_DOWN -> "PgDn";
            case PAGE_UP -> "PgUp";
            default -> code.getName();
        };
    }
}

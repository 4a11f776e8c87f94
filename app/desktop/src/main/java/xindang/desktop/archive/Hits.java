package xindang.desktop.archive;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.ArchiveStore;

/** Highlights the search text in a row. */
final class Hits {
    private final String typed;
    private final List<ArchiveStore.Surname> surnames;

    /**
     * Creates it.
     *
     * @param surnames the surnames that match the typed letters
     */
    Hits(String typed, List<ArchiveStore.Surname> surnames) {
        this.typed = typed.strip().toUpperCase(Locale.ROOT);
        this.surnames = surnames;
    }

    Node name(String name) {
        var at = typed.isEmpty() ? -1 : name.toUpperCase(Locale.ROOT).indexOf(typed);
        if (at >= 0) {
            return marked(name, at, at + typed.length(), "strong");
        }
        return surnames.stream()
                .map(ArchiveStore.Surname::surname)
                .filter(name::startsWith)
                .findFirst()
                .map(surname -> marked(name, 0, surname.length(), "strong"))
                .orElseGet(() -> TextRoles.strong(name));
    }

    /** Returns the last digits of a number, highlighted. More digits may be typed than are shown. */
    Node tail(String tail) {
        var digits = typed.length() > tail.length() ? typed.substring(typed.length() - tail.length()) : typed;
        return digits.isEmpty() || !tail.endsWith(digits)
                ? TextRoles.of(tail)
                : marked(tail, tail.length() - digits.length(), tail.length());
    }

    private static Node marked(String words, int from, int to, String... classes) {
        var before = whole(words.substring(0, from), classes);
        var hit = Boxes.styled(whole(words.substring(from, to), classes), "hit");
        return Boxes.row("gap-0", before, hit, TextRoles.of(words.substring(to), classes));
    }

    private static Label whole(String words, String... classes) {
        var label = TextRoles.of(words, classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}

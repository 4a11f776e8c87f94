package xindang.desktop.office;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.Durability;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Standing;

/** Creates chips. A chip shows a state and is not a button. It has an icon or letters beside its colour. */
public final class Chips {
    private Chips() {}

    /** Returns the chip for the state of a record's newest change. */
    public static Label status(Messages text, RecordSummary.Status status) {
        return switch (status) {
            case DRAFT -> of(text.of("chip.draft"), Feather.EDIT_3, "dashed");
            case SAVED -> of(text.of("chip.saved"), Feather.HARD_DRIVE, "saved");
            case BACKED_UP -> of(text.of("chip.backedUp"), Feather.COPY, "okay");
            case SETTLED -> of(text.of("chip.settled"), Feather.CHECK, "settled");
            case CONFLICT -> of(text.of("chip.conflict"), Feather.GIT_MERGE, "refused");
            case MOVED -> of(text.of("chip.moved"), Feather.LOG_OUT, "dashed");
        };
    }

    /** Returns the chip for the durability of a saved change. */
    public static Label durability(Messages text, Durability durability) {
        return switch (durability) {
            case LOCAL -> of(text.of("chip.saved"), Feather.HARD_DRIVE, "saved");
            case BACKED_UP -> of(text.of("chip.backedUp"), Feather.COPY, "okay");
            case SETTLED -> of(text.of("chip.settled"), Feather.CHECK, "settled");
        };
    }

    /** Returns a chip of a tone: plain, dashed, saved, okay, warning, refused, objection or marked. */
    public static Label of(String words, Feather icon, String tone) {
        return whole(TextRoles.with(Icons.small(icon), words, "chip", tone));
    }

    public static Label of(String words, String tone) {
        return whole(TextRoles.of(words, "chip", tone));
    }

    /** Never shortens the text of a chip. */
    private static Label whole(Label chip) {
        chip.setMinWidth(Label.USE_PREF_SIZE);
        return chip;
    }

    /** Returns the chip of a grade. It shows the letters, 资料不全 for a rating without a grade, or 未评 without a rating. */
    public static Label grade(Messages text, Optional<String> grade) {
        return grade.filter(letters -> !letters.isEmpty())
                .map(letters -> TextRoles.of(letters, "grade", step(letters)))
                .orElseGet(() -> grade.isPresent()
                        ? TextRoles.of(text.of("chip.ungraded"), "grade", "g0", "ungraded")
                        : TextRoles.of(text.of("chip.unrated"), "grade", "g0"));
    }

    /**
     * Returns the chip that replaces a grade which does not count now. It names the necessary action.
     *
     * @param sealed true if a later version of the program wrote parts of the record
     * @return empty if the grade is current
     */
    public static Optional<Label> care(Messages text, Optional<Standing> standing, boolean incomplete, boolean sealed) {
        if (sealed) {
            return Optional.of(of(text.of("chip.sealed"), Feather.LOCK, "warning"));
        }
        if (incomplete) {
            return Optional.of(of(text.of("chip.incomplete"), Feather.ALERT_TRIANGLE, "warning"));
        }
        return standing.filter(now -> now != Standing.CURRENT)
                .map(now -> now == Standing.STALE
                        ? of(text.of("chip.stale"), Feather.REFRESH_CW, "warning")
                        : of(text.of("chip.expired"), Feather.CLOCK, "warning"));
    }

    /** Returns the chip for a document number that another archive has too. */
    public static Label twin(Messages text) {
        return of(text.of("chip.twin"), Feather.COPY, "warning");
    }

    /** Returns the letters of a grade on a solid colour, for use beside a score. */
    public static Label solidGrade(String grade) {
        return TextRoles.of(grade, "grade", "solid", step(grade));
    }

    /**
     * Returns the colour class of a grade. BBB has the colour of A, and BB that of B. 优 is like AAA, 良 AA, 中 B, 差 C.
     */
    static String step(String grade) {
        return switch (grade.toUpperCase(Locale.ROOT)) {
            case "AAA", "优" -> "g3";
            case "AA", "AA+", "AA-", "良" -> "g2";
            case "A", "BBB" -> "g1";
            case "B", "BB", "中" -> "gb";
            default -> "gc";
        };
    }
}

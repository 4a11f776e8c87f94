package xindang.desktop.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import xindang.model.archive.Durability;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Standing;

/** Chips tell a state and are no buttons: always an icon or letters beside the colour. */
public final class Chips {
    private Chips() {}

    /** Where the newest change of a record stands. */
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

    /** How safe a saved change is. */
    public static Label durability(Messages text, Durability durability) {
        return switch (durability) {
            case LOCAL -> of(text.of("chip.saved"), Feather.HARD_DRIVE, "saved");
            case BACKED_UP -> of(text.of("chip.backedUp"), Feather.COPY, "okay");
            case SETTLED -> of(text.of("chip.settled"), Feather.CHECK, "settled");
        };
    }

    /** A chip of a tone: plain, dashed, saved, okay, warning, refused, objection, marked. */
    public static Label of(String words, Feather icon, String tone) {
        return whole(TextRoles.with(Icons.small(icon), words, "chip", tone));
    }

    public static Label of(String words, String tone) {
        return whole(TextRoles.of(words, "chip", tone));
    }

    /** A chip is never cut short. */
    private static Label whole(Label chip) {
        chip.setMinWidth(Label.USE_PREF_SIZE);
        return chip;
    }

    /** The letters of a grade on its ground, 资料不全 of a rating without one, or 未评. */
    public static Label grade(Messages text, Optional<String> grade) {
        return grade.filter(letters -> !letters.isEmpty())
                .map(letters -> TextRoles.of(letters, "grade", step(letters)))
                .orElseGet(() -> grade.isPresent()
                        ? TextRoles.of(text.of("chip.ungraded"), "grade", "g0", "ungraded")
                        : TextRoles.of(text.of("chip.unrated"), "grade", "g0"));
    }

    /**
     * What is shown in the place of a grade that says nothing now, and what has to be done; absent when the grade holds.
     *
     * @param sealed whether a later version of the program wrote parts
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

    /** That another archive has the same document number. */
    public static Label twin(Messages text) {
        return of(text.of("chip.twin"), Feather.COPY, "warning");
    }

    /** The letters of a grade on the solid fill, beside a score. */
    public static Label solidGrade(String grade) {
        return TextRoles.of(grade, "grade", "solid", step(grade));
    }

    /** The colour step of a grade: blue for A and above, amber for B, red below; BBB counts as A and BB as B; 优 to 差 likewise. */
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

package xindang.model.template;

import java.util.List;
import java.util.Locale;

/** The kinds of checks between fields. A template chooses from these kinds and adds no code. */
public enum CheckKind {
    /** The first number is the sum of the others; {@code limit} is the tolerance as a share of it. */
    SUM(2),
    /** The sum of the others is at most the first. */
    PART(2),
    /** No two rows have the same value. */
    UNIQUE(1),
    /** The first date is not after the second. */
    ORDER(2),
    /** The sum of a column over all rows is at most {@code limit}. */
    TOTAL(1),
    /**
     * A person born on the first date was {@code limit} years old on the second date. If the second is no date, the
     * person is so old today if it has one of {@code values}.
     */
    AGE(2),
    /**
     * Code of a relation, birth of the relative, birth of the head: at least {@code limit} years are between the
     * births.
     */
    GAP(3),
    /** These codes contradict each other. Each case has one list for each path; an empty list means any code. */
    CLASH(2),
    /** A number is at least the number of rows of a group plus {@code limit}. */
    ROWS(2),
    /** At most {@code limit} rows have one of {@code values}. */
    ONCE(1),
    /** Due date, balance, settled on, days overdue and an answer: an unpaid debt after its due date is not in order. */
    PAST_DUE(4),
    /** A number of a person or a firm has a correct check digit. */
    NUMBER(1),
    /** A row with a term has an end date or is marked as continuing. Follows from {@code retentionYears}. */
    TERM(1),
    /** A row with a term has all required items. Follows from {@code retentionYears}. */
    INCOMPLETE(1);

    /** Returns whether the check applies without being in the template. */
    boolean isImplied() {
        return this == TERM || this == INCOMPLETE;
    }

    private final int paths;

    CheckKind(int paths) {
        this.paths = paths;
    }

    /** Returns the least number of paths. */
    int paths() {
        return paths;
    }

    /** Returns the name in a template: {@code pastDue}. */
    String word() {
        var words = List.of(name().toLowerCase(Locale.ROOT).split("_"));
        return words.size() == 1
                ? words.get(0)
                : words.get(0)
                        + words.get(1).substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.get(1).substring(1);
    }
}

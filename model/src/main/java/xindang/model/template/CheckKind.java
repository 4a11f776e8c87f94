package xindang.model.template;

import java.util.List;
import java.util.Locale;

/** The kinds of checks between fields. The family is closed: a template picks from it and adds no code. */
public enum CheckKind {
    /** The first number is the sum of the others, within {@code limit} as a share of it. */
    SUM(2),
    /** The others together are at most the first. */
    PART(2),
    /** No two rows have the same value. */
    UNIQUE(1),
    /** The first date is not after the second. */
    ORDER(2),
    /** A column of all rows adds up to at most {@code limit}. */
    TOTAL(1),
    /** Who was born on the first date was {@code limit} years old on the second, or is now when the second is a value. */
    AGE(2),
    /** Code of a relation, birth of the relative, birth of the head: at least {@code limit} years lie between them. */
    GAP(3),
    /** These codes do not go together: each case has one list for each path, and an empty list means any. */
    CLASH(2),
    /** A number is at least that of the rows of a group, and {@code limit} more. */
    ROWS(2),
    /** At most {@code limit} rows have one of {@code values}. */
    ONCE(1),
    /** Due date, balance, settled on, days overdue and an answer: a debt past its day is not counted as in order. */
    PAST_DUE(4),
    /** A number of a person or a firm has its right check digit. */
    NUMBER(1),
    /** A row that is kept for a term has its end or says that it goes on. Follows from {@code retentionYears}. */
    TERM(1),
    /** A row that is kept for a term has all required items. Follows from {@code retentionYears}. */
    INCOMPLETE(1);

    /** Whether a template need not say it. */
    boolean isImplied() {
        return this == TERM || this == INCOMPLETE;
    }

    private final int paths;

    CheckKind(int paths) {
        this.paths = paths;
    }

    /** The least number of paths. */
    int paths() {
        return paths;
    }

    /** As a template writes it: {@code pastDue}. */
    String word() {
        var words = List.of(name().toLowerCase(Locale.ROOT).split("_"));
        return words.size() == 1
                ? words.get(0)
                : words.get(0)
                        + words.get(1).substring(0, 1).toUpperCase(Locale.ROOT)
                        + words.get(1).substring(1);
    }
}

package xindang.model.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Row;
import xindang.model.archive.Withheld;
import xindang.model.template.Field;
import xindang.model.template.Template;
import xindang.model.template.Term;

/**
 * Decides which present and former values of a record may be shown on a day. Hides items without a valid consent
 * (征信业管理条例 article 14(2)). Hides all values of a child under 14 except name and relation (个人信息保护法 article 31). Hides
 * rows whose term has expired (article 16), even if the row was deleted. Histories, conflicts and the retention use it.
 */
public final class Past {
    private final Template template;
    private final Content now;
    private final Consents consents;
    private final LocalDate today;
    /** The end date that a deleted row had, by the path of the row. */
    private final Map<String, String> ends = new HashMap<>();

    /** Rows that were begun again with the key of a deleted row. The end date of the deleted row is not theirs. */
    private final Set<String> anew = new HashSet<>();

    /** The time of the deletion, by the path of the row. */
    private final Map<String, Instant> deleted = new HashMap<>();

    /** Why a value may not be shown. */
    public enum Reason {
        CONSENT,
        TERM,
        /** It is about a child under 14, and is neither name nor relation. */
        CHILD,
        /** It was received and may not be kept (article 14(1)); the archive contains only its mark. */
        WITHHELD
    }

    private Past(Template template, Content now, LocalDate today) {
        this.template = template;
        this.now = now;
        this.today = today;
        consents = Consents.open(template, now, today);
    }

    /** @param history the changes of the record, oldest first */
    static Past of(Template template, Content now, List<Change> history, LocalDate today) {
        var past = new Past(template, now, today);
        var before = Content.EMPTY;
        for (var change : history) {
            var after = before.with(past.ofRowsWithTerm(change));
            past.follow(before, after, change);
            before = after;
        }
        return past;
    }

    /**
     * Returns why the present or a former value at a path may not be shown; absent when it may. A key used again also
     * covers the values of the deleted row, so the values of both rows are hidden.
     */
    public Optional<Reason> closes(String path) {
        if (Children.isOfAChild(template, now, path, today)) {
            return Optional.of(Reason.CHILD);
        }
        if (consents.closes(path)) {
            return Optional.of(Reason.CONSENT);
        }
        return isOver(path) || isOver(path, endBefore(row(path))) ? Optional.of(Reason.TERM) : Optional.empty();
    }

    /** Returns why a value before or after a change may not be shown; absent when it may. */
    public Optional<Reason> closes(String path, String value) {
        return Withheld.is(value) ? Optional.of(Reason.WITHHELD) : closes(path);
    }

    /** Returns why the values of a conflict may not be shown. For a whole row, checks each of its values. */
    public Optional<Reason> closes(Conflict conflict) {
        if (conflict.isWithheld(now)) {
            return Optional.of(Reason.WITHHELD);
        }
        if (!conflict.isRow()) {
            return closes(conflict.path());
        }
        return Stream.of(
                        conflict.base(),
                        conflict.kept().value(),
                        conflict.offered().value(),
                        conflict.present(now))
                .flatMap(text -> Row.read(conflict.path(), text).keySet().stream())
                .flatMap(path -> closes(path).stream())
                .findFirst()
                .or(() -> closes(conflict.path()));
    }

    /** Returns the changes that delete the present values of expired rows. */
    public List<FieldChange> deletions() {
        return now.paths().stream()
                .filter(this::isOver)
                .map(path -> new FieldChange(path, now.kept(path), Optional.empty()))
                .toList();
    }

    /** Returns whether the term of a row has expired. */
    public boolean hasEnded(String group, String row) {
        return isOver(Term.end(Paths.of(group, row)));
    }

    /**
     * Returns whether a path belongs to a row whose term has expired: the present row, or else the last deleted one.
     */
    public boolean isOver(String path) {
        return isOver(path, end(row(path)));
    }

    private boolean isOver(String path, Optional<String> end) {
        return term(path)
                .flatMap(term -> Retention.lastDay(end, term.years()))
                .filter(today::isAfter)
                .isPresent();
    }

    /**
     * Returns whether an expired row was deleted at or after a moment. A report or rating made at that moment may still
     * contain the row. The time of the deletion is by the clock of the device that deleted it.
     */
    public boolean deletedSince(Instant moment) {
        return deleted.entrySet().stream()
                .filter(row -> !row.getValue().isBefore(moment))
                .map(Map.Entry::getKey)
                .anyMatch(row -> isOver(Term.end(row), endBefore(row)));
    }

    private List<FieldChange> ofRowsWithTerm(Change change) {
        return change.fields().stream()
                .filter(field -> term(field.path()).isPresent())
                .toList();
    }

    private void follow(Content before, Content after, Change change) {
        for (var term : template.terms()) {
            var rowsAfter = after.rows(term.group());
            for (var row : before.rows(term.group())) {
                var path = Paths.of(term.group(), row);
                if (!rowsAfter.contains(row)) {
                    before.get(Term.end(path)).ifPresent(end -> ends.put(path, end));
                    deleted.put(path, change.at());
                    anew.remove(path);
                }
            }
        }
        change.fields().stream()
                .filter(this::begins)
                .map(field -> row(field.path()))
                .filter(ends::containsKey)
                .forEach(anew::add);
    }

    /**
     * Returns whether a change sets a required field that had no value. A change of an existing value does not begin a
     * row.
     */
    private boolean begins(FieldChange field) {
        return field.before().isEmpty()
                && field.after().isPresent()
                && template.field(field.path()).filter(Field::required).isPresent();
    }

    private Optional<Term> term(String path) {
        return template.terms().stream()
                .filter(term -> path.startsWith(term.group() + "."))
                .findFirst();
    }

    /** Returns the path of the row of a value, or of the row itself. */
    private static String row(String path) {
        return Paths.isRow(path) ? path : path.substring(0, path.lastIndexOf('.'));
    }

    /** Returns the end date of a row, or of the deleted row of which a value is left. */
    private Optional<String> end(String row) {
        return now.get(Term.end(row)).or(() -> anew.contains(row) ? Optional.empty() : endBefore(row));
    }

    private Optional<String> endBefore(String row) {
        return Optional.ofNullable(ends.get(row));
    }
}

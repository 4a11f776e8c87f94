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
 * Which values of a record may be told on a day, those it had before among them: none of an item without a valid consent
 * (article 14(2)), none of a child under 14 but name and relation (个人信息保护法 article 31), and none of a row whose term is over
 * (article 16), be it still there or deleted. Histories, conflicts and
 * the deletion itself ask here.
 */
public final class Past {
    private final Template template;
    private final Content now;
    private final Consents consents;
    private final LocalDate today;
    /** The end that a row had when it was deleted, by the path of the row. */
    private final Map<String, String> ends = new HashMap<>();

    /** Rows that were begun anew under the key of one that had been deleted: the end of that one is not theirs. */
    private final Set<String> anew = new HashSet<>();

    /** When it was deleted. */
    private final Map<String, Instant> deleted = new HashMap<>();

    /** Why a value may not be told. */
    public enum Reason {
        CONSENT,
        TERM,
        /** It is of a child under 14, and neither name nor relation. */
        CHILD,
        /** It arrived and may not be kept (article 14(1)): only its mark is here. */
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
     * Why the value at a path may not be told, whether the record has it or had it once; absent when it may. Under the key of
     * a row that was begun anew stands also what the row before said, so nothing is told of either.
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

    /** Why a value that a change took from a path or put there may not be told; absent when it may. */
    public Optional<Reason> closes(String path, String value) {
        return Withheld.is(value) ? Optional.of(Reason.WITHHELD) : closes(path);
    }

    /** Why the values of a conflict may not be shown: of a whole row, each of its values counts. */
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

    /** The changes that delete what the record has of rows whose term is over. */
    public List<FieldChange> deletions() {
        return now.paths().stream()
                .filter(this::isOver)
                .map(path -> new FieldChange(path, now.kept(path), Optional.empty()))
                .toList();
    }

    /** Whether the term of a row is over. */
    public boolean hasEnded(String group, String row) {
        return isOver(Term.end(Paths.of(group, row)));
    }

    /** Whether a path is that of a row whose term is over: one that is there, or else the last that was. */
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
     * Whether a row whose term is over by now was deleted at a moment or later: what was made of the record at that moment may
     * still tell it. The moment is compared with the clock of the device that deleted it.
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
            var left = after.rows(term.group());
            for (var row : before.rows(term.group())) {
                var path = Paths.of(term.group(), row);
                if (!left.contains(row)) {
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

    /** Whether a change sets what every such row must have, and knew of none before: what was only changed is a rest. */
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

    /** The row of a value, or the row itself. */
    private static String row(String path) {
        return Paths.isRow(path) ? path : path.substring(0, path.lastIndexOf('.'));
    }

    /** The end of a row: as it is, or as it was when the row was deleted of which a rest is there. */
    private Optional<String> end(String row) {
        return now.get(Term.end(row)).or(() -> anew.contains(row) ? Optional.empty() : endBefore(row));
    }

    private Optional<String> endBefore(String row) {
        return Optional.ofNullable(ends.get(row));
    }
}

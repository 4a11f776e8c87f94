package xindang.model.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Withheld;
import xindang.model.template.Field;
import xindang.model.template.MergePolicy;
import xindang.model.template.Template;

/**
 * The three-way merge of fields that client and platform share. It has no side effect. Offices that apply the same
 * changes in the same order therefore have the same records and the same conflicts.
 */
public final class Merge {
    private Merge() {}

    /** The content of a record and its open conflicts. */
    public record State(Content content, List<Conflict> conflicts) {
        public static final State EMPTY = new State(Content.EMPTY, List.of());

        public State {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** The result of a change: the new state, the outcome, and the new conflicts. */
    public record Merged(State state, Outcome outcome, List<Conflict> raised) {
        public Merged {
            raised = List.copyOf(raised);
        }
    }

    /** Applied as made, merged with other changes, or in conflict on at least one value. */
    public enum Outcome {
        APPLIED,
        MERGED,
        CONFLICT
    }

    /**
     * Applies a change to a state. A change, even one that decides a conflict, never overwrites a value that its writer
     * did not see; such a value becomes a new conflict. The same holds for a conflict that another person has decided
     * differently.
     *
     * @param lastWriter returns the author of the present value of a path, for the other side of a conflict. For the
     *     path of a deleted row, it returns the author of the deletion and the last text of the row ({@link Authors}).
     */
    public static Merged apply(
            Template template, State state, Change change, Function<String, Optional<Conflict.Side>> lastWriter) {
        var open = new ArrayList<Conflict>();
        for (var conflict : state.conflicts()) {
            if (!change.resolves().contains(conflict.id())) {
                open.add(conflict);
            }
        }
        var late = isLate(state, change);
        var fields = late ? change.fields() : RowMerge.withoutStated(change.fields());
        var raised = RowMerge.clashes(state.content(), change, fields, late, lastWriter);
        var torn = raised.stream().map(Conflict::path).toList();
        var written = new ArrayList<FieldChange>();
        var beside = !raised.isEmpty();
        for (var field : fields) {
            var now = state.content().kept(field.path());
            if (Withheld.same(now, field.after())
                    || RowMerge.isWitness(fields, field)
                    || Paths.row(field.path()).filter(torn::contains).isPresent()) {
                continue;
            }
            if (!late && Withheld.same(now, field.before())) {
                written.add(field);
                continue;
            }
            beside = true;
            switch (policy(template, field, now)) {
                case UNION -> written.add(new FieldChange(field.path(), now, union(now, field)));
                case ASK ->
                    raised.add(conflict(
                            change, field.path(), field.before(), now, field.after(), lastWriter.apply(field.path())));
            }
        }
        raised.removeIf(conflict -> open.stream().anyMatch(known -> known.id().equals(conflict.id())));
        open.addAll(raised);
        var outcome = !raised.isEmpty() ? Outcome.CONFLICT : beside ? Outcome.MERGED : Outcome.APPLIED;
        return new Merged(new State(state.content().with(written), open), outcome, raised);
    }

    /** Returns whether a change decides a conflict that is already decided. Its writer did not see that decision. */
    private static boolean isLate(State state, Change change) {
        return change.resolves().stream().anyMatch(id -> state.conflicts().stream()
                .noneMatch(conflict -> conflict.id().equals(id)));
    }

    /**
     * Makes a conflict between the present value of a record and the value that a change offers. The author of the
     * present value may be unknown.
     */
    static Conflict conflict(
            Change change,
            String path,
            Optional<String> base,
            Optional<String> now,
            Optional<String> offered,
            Optional<Conflict.Side> writer) {
        var kept = writer.map(side -> new Conflict.Side(now, side.user(), side.device(), side.at(), side.change()))
                .orElseGet(() -> new Conflict.Side(now, "", "", change.at(), change.id()));
        return new Conflict(
                conflictId(change, path),
                change.record(),
                path,
                base,
                kept,
                new Conflict.Side(offered, change.user(), change.device(), change.at(), change.id()));
    }

    /**
     * Returns the merge policy. Asks a person when the lists to merge contain a withheld value, because its parts are
     * unknown.
     */
    private static MergePolicy policy(Template template, FieldChange field, Optional<String> now) {
        var policy = template.field(field.path()).map(Field::merge).orElse(MergePolicy.ASK);
        return policy == MergePolicy.UNION && hasMark(field, now) ? MergePolicy.ASK : policy;
    }

    private static boolean hasMark(FieldChange field, Optional<String> now) {
        return Stream.of(field.before(), field.after(), now)
                .flatMap(Optional::stream)
                .anyMatch(Withheld::is);
    }

    private static Optional<String> union(Optional<String> now, FieldChange field) {
        var before = codes(field.before());
        var after = codes(field.after());
        var result = codes(now);
        var added = new TreeSet<>(after);
        added.removeAll(before);
        var removed = new TreeSet<>(before);
        removed.removeAll(after);
        result.addAll(added);
        result.removeAll(removed);
        return result.isEmpty() ? Optional.empty() : Optional.of(String.join(",", result));
    }

    private static SortedSet<String> codes(Optional<String> list) {
        return list.filter(text -> !text.isEmpty())
                .<SortedSet<String>>map(text -> new TreeSet<>(List.of(text.split(","))))
                .orElseGet(TreeSet::new);
    }

    private static UUID conflictId(Change change, String path) {
        return UUID.nameUUIDFromBytes((change.id() + path).getBytes(StandardCharsets.UTF_8));
    }
}

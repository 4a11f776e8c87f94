package xindang.model.law;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Withheld;
import xindang.model.region.Divisions;
import xindang.model.template.Template;

/**
 * Judges a change received by exchange. The sender may have checked nothing, so this class repeats all checks of typed
 * values. They are names of items, keys of rows, types, lengths, forbidden words (征信业管理条例 article 14(1)), consent
 * (article 14(2)) and terms (article 16). Cheap checks come first. An objection to the change as a whole ends the
 * judgement.
 */
final class Arriving {
    /** The allowed origins of a change. */
    static final Set<String> ORIGINS = Set.of(
            "screen",
            "edit",
            "import",
            "undo",
            "consent",
            "resolve",
            "query",
            "rating",
            "report",
            Due.ORIGIN,
            "move",
            "erase",
            Withholding.NAME);

    /**
     * Limits of the time of a change. A wrong clock within these limits is accepted, because a save must not be lost
     * because of it.
     */
    static final Instant EARLIEST = Instant.parse("1600-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static final int LONGEST_NAME = 100;

    private static final int LONGEST_PATH = 200;
    private static final int MOST_FIELDS = 2 * RecordCheck.MOST_VALUES;
    private static final int MOST_DECISIONS = 1000;
    private static final Pattern PATH = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,59}(\\.[A-Za-z0-9_-]{1,64}){1,3}");
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._*-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private final Template template;
    private final boolean isMarked;
    private final Change change;
    private final Content before;
    private final Content after;
    private final ArrivingValue values;
    private final List<Objection> found = new ArrayList<>();

    private Arriving(Template template, Arrival arrival, ArrivingDays days, Divisions divisions) {
        this.template = template;
        isMarked = arrival.isMarked();
        change = arrival.change();
        before = arrival.before();
        after = arrival.after();
        values = new ArrivingValue(template, change, before, after, days, divisions);
    }

    static List<Objection> judge(Optional<Template> template, Arrival arrival, Instant now, Divisions divisions) {
        var change = arrival.change();
        var whole = whole(change).or(() -> body(change));
        if (whole.isPresent()) {
            return List.of(new Objection(whole.get(), ""));
        }
        if (template.isEmpty() || !(change.body() instanceof Body.Fields)) {
            return List.of();
        }
        var days = ArrivingDays.of(change.at(), now);
        var judged = new Arriving(template.get(), arrival, days, divisions);
        judged.fields();
        judged.subject();
        judged.found.addAll(ArrivingItems.objections(template.get(), arrival, days));
        return List.copyOf(judged.found);
    }

    /** Returns an objection to the change apart from its values. */
    private static Optional<String> whole(Change change) {
        if (change.at().isBefore(EARLIEST) || change.at().isAfter(LATEST)) {
            return Optional.of("change.at");
        }
        if (!isName(change.user())) {
            return Optional.of("change.author");
        }
        // a later version may know more origins
        if (!change.isSealed() && !ORIGINS.contains(change.origin())) {
            return Optional.of("change.origin");
        }
        return DEVICE.matcher(change.device()).matches()
                        && DIGEST.matcher(change.previous()).matches()
                ? Optional.empty()
                : Optional.of("change.unreadable");
    }

    static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_NAME
                && !CONTROL.matcher(name).find()
                && Wording.words(TextDoor.NAME, name).isEmpty();
    }

    private static Optional<String> body(Change change) {
        if (change.body() instanceof Body.Erasure erasure) {
            return erasure.reason().length() <= ArrivingValue.LINE
                            && Wording.words(TextDoor.TEXT, erasure.reason()).isEmpty()
                    ? Optional.empty()
                    : Optional.of("change.reason");
        }
        if (change.fields().size() > MOST_FIELDS || change.resolves().size() > MOST_DECISIONS) {
            return Optional.of("change.large");
        }
        return paths(change.fields());
    }

    private static Optional<String> paths(List<FieldChange> fields) {
        var paths = new HashSet<String>();
        var keys = new HashMap<String, Boolean>();
        for (var field : fields) {
            var path = field.path();
            if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
                return Optional.of("field.path");
            }
            if (!paths.add(path)) {
                return Optional.of("field.twice");
            }
            var lawful = RecordCheck.key(path).map(key -> keys.computeIfAbsent(key, RecordCheck::isKey));
            if (lawful.filter(right -> !right).isPresent()) {
                return Optional.of("field.key");
            }
        }
        return Optional.empty();
    }

    private void fields() {
        if (after.size() > RecordCheck.MOST_VALUES) {
            found.add(new Objection("change.large", ""));
            return;
        }
        for (var change : change.fields()) {
            var path = change.path();
            var field = template.field(path).filter(known -> !known.isGroup() && !path.contains("*"));
            if (field.isEmpty()) {
                found.add(new Objection("field.unknown", path));
                continue;
            }
            var was = change.before().filter(value -> !before.get(path).equals(Optional.of(value)));
            masks(change)
                    .or(() -> change.after().flatMap(value -> values.refused(path, field.get(), value, false)))
                    .or(() -> was.flatMap(value -> values.refused(path, field.get(), value, true)))
                    .ifPresent(code -> found.add(new Objection(code, path)));
        }
        found.addAll(SystemRecords.objections(template, change, after));
    }

    /**
     * Refuses a mark that the change introduces, unless the sender replaced the value by the mark. People cannot type
     * marks.
     */
    private Optional<String> masks(FieldChange field) {
        var invents = field.after().filter(Withheld::is).isPresent()
                && !field.before().equals(field.after())
                && !Withheld.same(before.kept(field.path()), field.after());
        return invents && !isMarked ? Optional.of("value.masked") : Optional.empty();
    }

    /** Checks that a subject begins with a name and keeps its name and number. Lists would not show it without them. */
    private void subject() {
        if (template.subject().isEmpty() || isMarked) {
            return;
        }
        var paths = template.subjectPaths();
        if (after.get(paths.name()).isEmpty()
                && (before.isEmpty() || before.get(paths.name()).isPresent())) {
            found.add(new Objection("record.name.missing", paths.name()));
        }
        var isUnverified = paths.unverified()
                .filter(path -> after.text(path).equals("true"))
                .isPresent();
        if (after.get(paths.number()).isEmpty() && before.get(paths.number()).isPresent() && !isUnverified) {
            found.add(new Objection("record.number.missing", paths.number()));
        }
    }
}

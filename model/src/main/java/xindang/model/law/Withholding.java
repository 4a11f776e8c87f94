package xindang.model.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Withheld;
import xindang.model.template.Template;

/**
 * A change that arrived, with marks in the place of what may not be kept of it (征信业管理条例 article 14(1)), and what was
 * withheld. The mark of a value is {@link Withheld}; that of a name of a person is {@link #NAME}. A path whose row key is
 * refused is left out with its values.
 *
 * @param change what may be kept
 * @param places what was withheld, each place once
 */
public record Withholding(Change change, List<Place> places) {
    /** Path of a withheld name of the person who made a change. */
    public static final String AUTHOR = "by.name";

    /** Path of a withheld reason of an erasure. */
    public static final String REASON = "reason";

    /** What stands in the place of a withheld name. */
    public static final String NAME = "—";

    public Withholding {
        places = List.copyOf(places);
    }

    /**
     * Where a value was withheld.
     *
     * @param path of the value; of one whose row key is refused the path with {@code *} in the place of the key
     * @param hash SHA-256 of the value, lower-case hex
     * @param code why
     */
    public record Place(String path, String hash, String code) {}

    /** Takes from a change what may not be kept. A change that a later version wrote is sealed and stays as it is. */
    static Withholding of(Scrutiny scrutiny, Template template, Change change) {
        if (change.isSealed()) {
            return new Withholding(change, List.of());
        }
        var look = new Look(scrutiny, template, change);
        var by = look.name(change.by());
        var origin = look.origin(change.origin());
        var body = look.body(change.body());
        return look.places.isEmpty()
                ? new Withholding(change, List.of())
                : new Withholding(with(change, by, origin, body), look.places);
    }

    private static Change with(Change change, Author by, String origin, Body body) {
        return new Change(
                change.format(),
                change.id(),
                change.record(),
                change.template(),
                body,
                by,
                change.at(),
                origin,
                change.device(),
                change.sequence(),
                change.previous(),
                change.position());
    }

    /** The same with what was withheld of this after it. */
    public Withholding and(Withholding further) {
        return new Withholding(
                further.change(),
                Stream.concat(places.stream(), further.places().stream()).toList());
    }

    /** One look at a change; each value of a path is judged once. */
    private static final class Look {
        private final Scrutiny scrutiny;
        private final Template template;
        private final Change change;
        private final List<Place> places = new ArrayList<>();
        private final Set<String> found = new HashSet<>();
        private final Map<String, Optional<String>> keys = new HashMap<>();

        Look(Scrutiny scrutiny, Template template, Change change) {
            this.scrutiny = scrutiny;
            this.template = template;
            this.change = change;
        }

        Author name(Author by) {
            var code = ReceivedValue.name(by.name());
            code.ifPresent(why -> add(AUTHOR, by.name(), why));
            return code.isPresent() ? new Author(by.person(), NAME) : by;
        }

        String origin(String origin) {
            var code = ReceivedValue.origin(origin);
            code.ifPresent(why -> add("origin", origin, why));
            return code.isPresent() ? NAME : origin;
        }

        Body body(Body body) {
            if (body instanceof Body.Fields fields) {
                return new Body.Fields(fields(fields.fields()), fields.resolves(), fields.region());
            }
            if (body instanceof Body.Erasure erasure) {
                var code = ReceivedValue.text(erasure.reason());
                code.ifPresent(why -> add(REASON, erasure.reason(), why));
                return code.isPresent() ? new Body.Erasure(NAME) : body;
            }
            return body;
        }

        private List<FieldChange> fields(List<FieldChange> fields) {
            var kept = new ArrayList<FieldChange>();
            for (var field : fields) {
                if (!isPath(field)) {
                    continue;
                }
                kept.add(new FieldChange(
                        field.path(), value(field.path(), field.before()), value(field.path(), field.after())));
            }
            return kept;
        }

        private boolean isPath(FieldChange field) {
            var code = keys.computeIfAbsent(field.path(), path -> ReceivedValue.path(template, path));
            code.ifPresent(why -> add(ReceivedValue.withoutKey(template, field.path()), field.path(), why));
            return code.isEmpty();
        }

        private Optional<String> value(String path, Optional<String> value) {
            return value.map(text -> value(path, text));
        }

        private String value(String path, String text) {
            if (Withheld.is(text)) {
                return text;
            }
            var code = scrutiny.objection(template, change, path, text);
            code.ifPresent(why -> add(path, text, why));
            return code.isPresent() ? Withheld.of(text) : text;
        }

        private void add(String path, String value, String code) {
            var hash = Withheld.digest(value);
            if (found.add(path + " " + hash)) {
                places.add(new Place(path, hash, code));
            }
        }
    }
}

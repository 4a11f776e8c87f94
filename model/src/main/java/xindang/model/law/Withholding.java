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
 * A received change with marks in place of values that may not be kept (征信业管理条例 article 14(1)), and the list of
 * withheld values. The mark of a value is {@link Withheld}; the mark of a person's name is {@link #NAME}. A path with a
 * refused row key is left out with its values.
 *
 * @param change the part that may be kept
 * @param places the withheld values, each place once
 */
public record Withholding(Change change, List<Place> places) {
    /** Path of a withheld name of the author. */
    public static final String AUTHOR = "by.name";

    /** Path of a withheld reason of an erasure. */
    public static final String REASON = "reason";

    /** The text that replaces a withheld name. */
    public static final String NAME = "—";

    public Withholding {
        places = List.copyOf(places);
    }

    /**
     * The place of a withheld value.
     *
     * @param path path of the value, with {@code *} instead of a refused row key
     * @param hash SHA-256 of the value, lower-case hex
     * @param code code of the reason
     */
    public record Place(String path, String hash, String code) {}

    /** Removes values that may not be kept. Returns a change of a later program version unchanged. */
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

    /** Returns the later result, with the withheld values of both. */
    public Withholding and(Withholding further) {
        return new Withholding(
                further.change(),
                Stream.concat(places.stream(), further.places().stream()).toList());
    }

    /** Checks one change; judges each value of a path once. */
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

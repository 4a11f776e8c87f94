package xindang.model.law;

import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.region.Divisions;
import xindang.model.template.Field;
import xindang.model.template.Template;

/**
 * Checks whether a client may keep a single received value: canonical text of its type, without forbidden words. It
 * does not check consent and terms as the platform does ({@link Arriving}), because a client without all changes would
 * withhold lawful values. Such values are kept and locked.
 */
final class ReceivedValue {
    private static final String FORBIDDEN = "law.forbidden";
    private static final int LONGEST = 1_000_000;
    private static final int PATH = 200;
    private static final Pattern PATHS = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){1,3}");
    private static final Pattern ORIGIN = Pattern.compile("[a-z-]{1,40}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

    private ReceivedValue() {}

    static Optional<String> value(Template template, Change change, String path, String value) {
        var field = template.field(path).filter(known -> !known.isGroup());
        if (field.isEmpty()) {
            return text(value);
        }
        var days = ArrivingDays.of(change.at(), change.at());
        // check only the form, as for a value before a change; nothing else of the record is known
        return new ArrivingValue(template, change, Content.EMPTY, Content.EMPTY, days, Divisions.harbin())
                .refused(path, field.get(), value, true);
    }

    /** Returns the objection to a text that is no item of a template. */
    static Optional<String> text(String value) {
        return value.isEmpty()
                        || value.length() > LONGEST
                        || CONTROL.matcher(value).find()
                ? Optional.of("value.type")
                : Wording.words(TextDoor.TEXT, value).map(why -> FORBIDDEN);
    }

    static Optional<String> name(String name) {
        return Arriving.isName(name) || name.equals(Withholding.NAME) ? Optional.empty() : Optional.of("change.author");
    }

    static Optional<String> origin(String origin) {
        return ORIGIN.matcher(origin).matches() || origin.equals(Withholding.NAME)
                ? Optional.empty()
                : Optional.of("change.origin");
    }

    /**
     * Returns why a path may not be kept: it is no path, the template has no such item, or the key of its row contains
     * a forbidden word.
     */
    static Optional<String> path(Template template, String path) {
        if (path.length() > PATH || !PATHS.matcher(path).matches()) {
            return Optional.of("field.path");
        }
        if (template.subject().isPresent()
                && template.field(path).filter(known -> !known.isGroup()).isEmpty()) {
            return Optional.of("field.unknown");
        }
        return RecordCheck.key(path).filter(key -> !RecordCheck.isKey(key)).map(key -> "field.key");
    }

    /** Returns the path with {@code *} instead of the key of a row; empty when it is no path of the template. */
    static String withoutKey(Template template, String path) {
        var pattern = path.length() <= PATH && PATHS.matcher(path).matches() ? Paths.pattern(path) : "";
        return template.field(pattern).map(Field::id).isPresent() ? pattern : "";
    }
}

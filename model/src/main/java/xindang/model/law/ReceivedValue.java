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
 * Whether a value of a change may be kept by a client, judged by itself: the canonical text of its type, without forbidden
 * words. What the platform asks of the record besides (consent, terms, {@link Arriving}) is not asked here, for a client that
 * has not seen all would withhold what is lawful; such values are kept and locked.
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
        // as a value that its writer found there, of which nothing else in the record is asked
        return new ArrivingValue(template, change, Content.EMPTY, Content.EMPTY, days, Divisions.harbin())
                .refused(path, field.get(), value, true);
    }

    /** Words outside the items of a template. */
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

    /** Why a path may not be kept: it is none, its template has no such item, or the key of its row says what is forbidden. */
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

    /** The path as it may be named: with {@code *} in the place of the key of a row, empty when it is no path. */
    static String withoutKey(Template template, String path) {
        var pattern = path.length() <= PATH && PATHS.matcher(path).matches() ? Paths.pattern(path) : "";
        return template.field(pattern).map(Field::id).isPresent() ? pattern : "";
    }
}

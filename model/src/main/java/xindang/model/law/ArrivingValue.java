package xindang.model.law;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Withheld;
import xindang.model.region.Divisions;
import xindang.model.template.CodeTable;
import xindang.model.template.Field;
import xindang.model.template.FieldReader;
import xindang.model.template.FieldType;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;

/**
 * Checks whether a text can be the value of a field: canonical text of its type, not too long, not masked, without
 * forbidden words. Every value that a form accepts passes this check.
 */
final class ArrivingValue {
    /** Maximum length of a value of one line, in characters. */
    static final int LINE = 500;

    private static final int NOTE = 10_000;
    private static final int CODES = 4_000;
    /** Maximum length of a number with the words of a person. */
    private static final int ESTIMATE = LINE + 100;

    private static final int JSON = 256 * 1024;

    private static final Pattern MONEY = Pattern.compile("(0|[1-9]\\d{0,14})\\.\\d\\d");
    private static final Pattern COUNT = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern DAY = Pattern.compile("(19|20)\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])");

    private final Template template;
    private final Change change;
    private final Content before;
    private final Content after;
    private final ReadingContext context;

    ArrivingValue(
            Template template, Change change, Content before, Content after, ArrivingDays days, Divisions divisions) {
        this.template = template;
        this.change = change;
        this.before = before;
        this.after = after;
        context = new ReadingContext(days.latest(), divisions, divisions.root().code(), "");
    }

    /**
     * Returns the code of the objection to a value.
     *
     * @param was whether the value is the one before the change; the record was different then, so only the form is
     *     checked
     */
    Optional<String> refused(String path, Field field, String value, boolean was) {
        if (Withheld.is(value)) {
            // a mark contains no value to check
            return Optional.empty();
        }
        if (value.isEmpty()) {
            return Optional.of("value.type");
        }
        if (value.length() > longest(field.type())) {
            return Optional.of("value.long");
        }
        if (Masked.of(field, value).isPresent()) {
            return Optional.of("value.masked");
        }
        if (!isOfType(path, field, value, was)) {
            return Optional.of("value.type");
        }
        return Wording.words(template, field, value).map(why -> "law.forbidden");
    }

    private static int longest(FieldType type) {
        return switch (type) {
            case NOTE -> NOTE;
            case CODES -> CODES;
            case MONEY, BALANCE, AREA, COUNT -> ESTIMATE;
            case JSON -> JSON;
            default -> LINE;
        };
    }

    private boolean isOfType(String path, Field field, String value, boolean was) {
        return switch (field.type()) {
            case CODE -> table(field).flatMap(table -> table.label(value)).isPresent();
            case CODES -> table(field).filter(table -> areCodes(table, value)).isPresent();
            case REFERENCE -> isReference(value);
            case YES_NO -> value.equals("true") || value.equals("false");
            case MONEY -> MONEY.matcher(value).matches() || isRead(field, value);
            case COUNT -> COUNT.matcher(value).matches() || isRead(field, value);
            case DATE -> DAY.matcher(value).matches() || isRead(field, value);
            // an office writes the user name of the author as the name of the person who acted
            case PERSON_NAME ->
                (was && FieldReader.isLine(value)) || value.equals(change.user()) || isRead(field, value);
            case RESIDENT_NUMBER, CREDIT_CODE -> isNumber(path, field, value, was);
            case JSON -> SystemRecords.isJson(value);
            default -> isRead(field, value);
        };
    }

    private boolean isRead(Field field, String value) {
        return FieldReader.read(template, field, value, context)
                .value()
                .filter(value::equals)
                .isPresent();
    }

    private Optional<CodeTable> table(Field field) {
        return field.table().flatMap(template::table);
    }

    private static boolean areCodes(CodeTable table, String value) {
        var codes = List.of(value.split(",", -1));
        return codes.equals(List.copyOf(new TreeSet<>(codes)))
                && codes.stream().allMatch(code -> table.label(code).isPresent());
    }

    private static boolean isReference(String value) {
        try {
            return UUID.fromString(value).toString().equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Accepts a number with a correct check digit, a number of another document, or any text of a person marked 待核. */
    private boolean isNumber(String path, Field field, String value, boolean was) {
        if (isRead(field, value)) {
            return true;
        }
        var marks = template.subject()
                .filter(subject -> subject.number().equals(path))
                .flatMap(subject -> subject.unverified());
        if (marks.filter(mark -> was || anyIs(mark, "true"::equals)).isPresent()) {
            return value.length() <= Wording.LONGEST_NUMBER && FieldReader.isLine(value);
        }
        var type = path.substring(0, path.lastIndexOf('.')) + ".idType";
        return field.type() == FieldType.RESIDENT_NUMBER
                && (was || anyIs(type, RecordCheck::isOtherDocument))
                && FieldReader.readOtherNumber(value)
                        .value()
                        .filter(value::equals)
                        .isPresent();
    }

    /**
     * Returns whether a value at a path meets a condition: before or after the change, or in the record, which others
     * may have changed since.
     */
    private boolean anyIs(String path, Predicate<String> condition) {
        var set = change.fields().stream()
                .filter(field -> field.path().equals(path))
                .flatMap(field -> Stream.of(field.before(), field.after()))
                .flatMap(Optional::stream);
        return Stream.concat(set, Stream.of(before.text(path), after.text(path)))
                .anyMatch(condition);
    }
}

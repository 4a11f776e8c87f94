package xindang.model.keeping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.template.Derivation;
import xindang.model.template.Field;
import xindang.model.template.FieldReader;
import xindang.model.template.FieldType;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.value.Parsed;

/**
 * The content that results from typed texts by path. An empty text deletes a value.
 *
 * @param content the record after typing, with derived values
 * @param violations unreadable texts
 * @param warnings normalised texts that people should check
 */
record TypedValues(Content content, List<Finding> violations, List<Finding> warnings) {
    private static final String BLANK = "value.blank";
    private static final String FORM_ONLY = "value.normalised";

    static TypedValues read(Template template, Content before, Map<String, String> typed, ReadingContext context) {
        var values = new TreeMap<>(before.asMap());
        var violations = new ArrayList<Finding>();
        var warnings = new ArrayList<Finding>();
        var order =
                new TreeMap<String, String>(java.util.Comparator.comparing((String path) -> !path.endsWith(".idType"))
                        .thenComparing(p -> p));
        order.putAll(typed);
        order.forEach((path, text) -> {
            var field = template.field(path).filter(found -> !found.isGroup());
            if (field.isEmpty() || path.contains("*")) {
                violations.add(new Finding(path, Violation.of("record.path.unknown", path)));
                return;
            }
            if (text.isBlank()) {
                values.remove(path);
                forget(template, path, values);
                return;
            }
            var reading = read(template, path, field.get(), text, Content.of(values), context);
            reading.value().ifPresent(value -> {
                values.put(path, value);
                verify(template, path, typed, values);
            });
            if (reading.failure().map(failure -> failure.code().equals(BLANK)).orElse(false)) {
                values.remove(path);
            } else {
                reading.failure().ifPresent(failure -> keep(template, path, text, failure, typed, values, violations));
            }
            reading.notes().stream()
                    .filter(note -> !note.code().equals(FORM_ONLY))
                    .forEach(note -> warnings.add(new Finding(path, note)));
        });
        var content = derived(template, Content.of(values), typed, context.today(), warnings);
        return new TypedValues(content, violations, warnings);
    }

    /** Returns a finding for each change that sets a value which its field does not accept. */
    static List<Finding> unreadable(
            Template template, Content after, List<FieldChange> changes, ReadingContext context) {
        var found = new ArrayList<Finding>();
        for (var change : changes) {
            var field = template.field(change.path()).filter(known -> !known.isGroup());
            if (field.isEmpty() || change.after().isEmpty()) {
                continue;
            }
            var value = change.after().get();
            var unverified = isUnverified(template, change.path(), after) && !isMasked(template, change.path(), value);
            (unverified
                            ? FieldReader.readLine(field.get(), value, Gate.LONGEST_NUMBER)
                            : read(template, change.path(), field.get(), value, after, context))
                    .failure()
                    .ifPresent(failure -> found.add(new Finding(change.path(), failure)));
        }
        return found;
    }

    private static boolean isUnverified(Template template, String path, Content content) {
        return template.subject()
                .filter(subject -> subject.number().equals(path))
                .flatMap(subject -> subject.unverified())
                .map(mark -> content.text(mark).equals("true"))
                .orElse(false);
    }

    private static Parsed<String> read(
            Template template, String path, Field field, String text, Content now, ReadingContext context) {
        return field.type() == FieldType.RESIDENT_NUMBER && Gate.isOtherDocument(now, path)
                ? Gate.readOtherNumber(field, text)
                : Gate.read(template, field, text, context);
    }

    /**
     * Handles an unreadable text. A wrong number of a person marked 待核 is kept as typed, unless it is a masked number.
     * Other texts are refused.
     */
    private static void keep(
            Template template,
            String path,
            String text,
            Violation failure,
            Map<String, String> typed,
            Map<String, String> values,
            List<Finding> violations) {
        if (isMasked(template, path, text)) {
            violations.add(new Finding(path, failure));
            return;
        }
        var subject = template.subject();
        var mark = subject.filter(paths -> paths.number().equals(path)).flatMap(paths -> paths.unverified());
        var marked = mark.map(unverified -> typed.getOrDefault(unverified, values.getOrDefault(unverified, "")))
                .map(answer -> answer.equals("true") || answer.equals("是"))
                .orElse(false);
        var line = marked
                ? template.field(path).map(field -> FieldReader.readLine(field, text, Gate.LONGEST_NUMBER))
                : Optional.<Parsed<String>>empty();
        line.flatMap(Parsed::value).ifPresent(value -> values.put(path, value));
        if (line.filter(Parsed::isOk).isEmpty()) {
            violations.add(new Finding(path, line.flatMap(Parsed::failure).orElse(failure)));
        }
    }

    private static boolean isMasked(Template template, String path, String text) {
        return template.field(path).flatMap(field -> Gate.masked(field, text)).isPresent();
    }

    /** Removes the mark 待核 when a correct number is typed, unless the mark is typed in the same form. */
    private static void verify(Template template, String path, Map<String, String> typed, Map<String, String> values) {
        template.subject()
                .filter(paths -> paths.number().equals(path))
                .flatMap(paths -> paths.unverified())
                .filter(mark -> !typed.containsKey(mark))
                .ifPresent(mark -> {
                    values.remove(mark);
                    values.remove(mark + "Reason");
                });
    }

    /** Deletes the values derived from a deleted number. */
    private static void forget(Template template, String path, Map<String, String> values) {
        var owner = path.substring(0, path.lastIndexOf('.') + 1);
        values.keySet()
                .removeIf(other -> other.startsWith(owner)
                        && template.field(other)
                                .flatMap(Field::derived)
                                .filter(from -> path.equals(from) || path.equals(owner + from))
                                .isPresent());
    }

    private static Content derived(
            Template template, Content content, Map<String, String> typed, LocalDate today, List<Finding> warnings) {
        var derived = Derivation.derive(template, content, today);
        for (var path : typed.keySet()) {
            Optional<String> was = content.get(path);
            if (was.isPresent() && !was.equals(derived.get(path))) {
                warnings.add(new Finding(
                        path,
                        Violation.of(
                                "record.derived.differs",
                                template.field(path).map(Field::label).orElse(path))));
            }
        }
        return derived;
    }

    /** An unreadable value is also missing; one message about it is enough. */
    static boolean isEcho(Finding finding, List<Finding> unread) {
        return finding.violation().code().endsWith(".missing")
                && unread.stream().anyMatch(other -> other.path().equals(finding.path()));
    }
}

package xindang.model.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.common.Finding;
import xindang.model.common.Violation;
import xindang.model.template.About;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.Role;
import xindang.model.template.Template;
import xindang.model.value.ResidentNumber;

/**
 * Checks a changed record against its template and the law. The template must contain every path, and consent-needed
 * items need consent (征信业管理条例 article 14(2)). Children under 14 have name and relation only. A subject has a name, and
 * a correct number or a number marked 待核 with its reason. Checks only the changed values, so that an old error does not
 * prevent the correction of another one.
 */
final class RecordCheck {
    /** Maximum number of values of a record. A larger record would block the exchange. */
    static final int MOST_VALUES = 20_000;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> OTHER_DOCUMENTS = Set.of("113", "414", "511", "516", "990");
    /** A key made by a form, a batch of papers or an act: a letter and hexadecimal digits. */
    private static final Pattern DRAWN = Pattern.compile("[a-z][0-9a-f]{8,16}");

    private final Template template;
    private final Content before;
    private final Content after;
    private final LocalDate today;
    private final List<Finding> violations = new ArrayList<>();

    private RecordCheck(Template template, Content before, Content after, LocalDate today) {
        this.template = template;
        this.before = before;
        this.after = after;
        this.today = today;
    }

    /**
     * Returns why the content after may not replace the content before. The content before is empty for a new record.
     */
    static List<Finding> violations(Template template, Content before, Content after, LocalDate today) {
        var check = new RecordCheck(template, before, after, today);
        var changes = before.changesTo(after);
        changes.forEach(check::known);
        if (after.size() > MOST_VALUES) {
            check.add("", "record.large", Integer.toString(MOST_VALUES));
        }
        check.consent(changes);
        check.terms(changes);
        check.children(changes);
        if (template.subject().isPresent()) {
            check.subject(changes);
        } else if (template.role() instanceof Role.Attached attached) {
            check.attached(attached.about());
        }
        return check.violations;
    }

    /** Returns whether the document of a number does not follow GB 11643. Its number is then free text. */
    static boolean isOtherDocument(Content content, String numberPath) {
        var owner = numberPath.substring(0, numberPath.lastIndexOf('.'));
        return isOtherDocument(content.text(owner + ".idType"));
    }

    /** Returns whether a code of the table of documents is a document whose number is free text. */
    static boolean isOtherDocument(String idType) {
        return OTHER_DOCUMENTS.contains(idType);
    }

    /** Returns whether a text can be the key of a row: short, of plain letters, and without forbidden words. */
    static boolean isKey(String key) {
        return KEY.matcher(key).matches() && words(key).isEmpty();
    }

    /** Returns the forbidden words of a key. A generated key has no words. */
    private static Optional<Violation> words(String key) {
        return DRAWN.matcher(key).matches() ? Optional.empty() : Wording.words(TextDoor.TEXT, key);
    }

    private void known(FieldChange change) {
        var field = template.field(change.path()).filter(found -> !found.isGroup());
        var key = key(change.path());
        var words = key.flatMap(RecordCheck::words).filter(why -> change.after().isPresent());
        if (words.isPresent()) {
            violations.add(new Finding(change.path(), words.get()));
            return;
        }
        if (field.isEmpty() || key.filter(row -> !KEY.matcher(row).matches()).isPresent()) {
            add(change.path(), "record.path.unknown", change.path());
            return;
        }
        change.after().ifPresent(value -> {
            if (field.get().type() == FieldType.RESIDENT_NUMBER || field.get().type() == FieldType.CREDIT_CODE) {
                Wording.words(template, field.get(), value)
                        .ifPresent(why -> violations.add(new Finding(change.path(), why)));
            }
        });
    }

    /** Returns the key of the row in a path. */
    static Optional<String> key(String path) {
        var parts = path.split("\\.");
        return parts.length == 4 ? Optional.of(parts[2]) : Optional.empty();
    }

    /** Refuses all values of items that no consent unlocks (article 14(2)). */
    private void consent(List<FieldChange> changes) {
        var open = Consents.open(template, after, today);
        for (var change : changes) {
            var path = change.path();
            if (change.after().isPresent() && template.field(path).isPresent() && open.closes(path)) {
                add(path, "law.consent.missing", label(path));
            }
        }
    }

    /** Refuses all values of a row whose term has expired (article 16). */
    private void terms(List<FieldChange> changes) {
        for (var row : Retention.due(template, after, today)) {
            for (var change : changes) {
                if (change.after().isPresent() && row.holds(change.path())) {
                    violations.add(new Finding(change.path(), row.violation(template, Due.OVER)));
                }
            }
        }
    }

    private void children(List<FieldChange> changes) {
        var touched = new HashSet<String>();
        changes.stream().filter(change -> change.after().isPresent()).forEach(change -> Paths.row(change.path())
                .ifPresent(touched::add));
        for (var child : Children.of(template, after, today)) {
            if (touched.contains(child.row())) {
                child.paths().forEach(path -> add(path, "law.child.item", child.name(), label(path)));
            }
        }
    }

    private void subject(List<FieldChange> changes) {
        var paths = template.subjectPaths();
        var isNew = before.isEmpty();
        if (after.get(paths.name()).isEmpty() && (isNew || touches(changes, paths.name()))) {
            add(paths.name(), "record.name.missing", paths.label());
        }
        var unverified = paths.unverified();
        var marked = unverified.map(path -> after.text(path).equals("true")).orElse(false);
        var touched = touches(changes, paths.number())
                || unverified.map(path -> touches(changes, path)).orElse(false);
        if (!isNew && !touched) {
            return;
        }
        if (marked) {
            var reason = unverified.map(path -> path + "Reason").orElse("");
            if (after.get(reason).isEmpty()) {
                add(reason, "record.unverified.reason");
            }
            return;
        }
        var number = after.get(paths.number());
        if (number.isEmpty()) {
            add(paths.number(), "record.number.missing", label(paths.number()));
        } else if (!isOtherDocument(after, paths.number())) {
            wrong(number.get()).ifPresent(violation -> violations.add(new Finding(paths.number(), violation)));
        }
    }

    /** Checks that the record names its subject, because nothing else connects it to one. */
    private void attached(About about) {
        if (about.subject(after).isEmpty() && about.number(after).isEmpty()) {
            add(about.id(), "record.about.missing", template.title());
        }
    }

    private Optional<Violation> wrong(String number) {
        var type = template.field(template.subjectPaths().number()).map(Field::type);
        return type.filter(FieldType.RESIDENT_NUMBER::equals).isPresent()
                ? ResidentNumber.read(number, today).failure()
                : Optional.empty();
    }

    private static boolean touches(List<FieldChange> changes, String path) {
        return changes.stream().anyMatch(change -> change.path().equals(path));
    }

    private String label(String path) {
        return template.field(path).map(Field::label).orElse(path);
    }

    private void add(String path, String code, String... args) {
        violations.add(new Finding(path, Violation.of(code, args)));
    }
}

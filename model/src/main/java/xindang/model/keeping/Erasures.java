package xindang.model.keeping;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Erasing;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;
import xindang.model.template.Field;
import xindang.model.template.FieldType;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.value.PersonalNumbers;

/** Erases a person with all records about the person (个人信息保护法 article 47). */
public final class Erasures {
    private static final String REASON = "reason";
    private static final int LONGEST = 200;
    /** Types of fields whose values name a person or a firm. */
    private static final Set<FieldType> NAMES =
            Set.of(FieldType.PERSON_NAME, FieldType.RESIDENT_NUMBER, FieldType.CREDIT_CODE, FieldType.PHONE);

    private final ArchiveStore store;
    private final Drafts drafts;
    private final Templates templates;
    private final Ids ids;
    private final Clock clock;

    public Erasures(ArchiveStore store, Drafts drafts, Templates templates, Ids ids, Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.templates = templates;
        this.ids = ids;
        this.clock = Gate.clock(clock, store);
    }

    /**
     * Erases the archive of a subject: its key, all rows, its draft, and the ratings, queries and reports about it.
     *
     * @param reason kept and sent to other offices; must contain neither the person's name nor a number
     * @throws AppException NOT_FOUND, USAGE when the record is no subject
     */
    public Outcome<ErasureReport> erase(UUID id, String reason, String user) {
        var record = store.find(id)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no record " + id, id.toString()));
        var template = templates.get(record.template());
        if (template.subject().isEmpty()) {
            throw new AppException(ErrorCode.USAGE, "no subject", id.toString());
        }
        var wrong = fault(template, record, reason);
        if (wrong.isPresent()) {
            return Outcome.refused(REASON, wrong.get());
        }
        var report =
                ErasureReport.before(store, record, !drafts.read(id.toString()).isEmpty());
        var erased = store.erase(new Erasing(ids.next(), id, record.template(), reason.strip(), user, clock.instant()));
        drafts.forget(id);
        return Outcome.done(report.of(erased, store.movedAside()), java.util.List.of());
    }

    private Optional<Violation> fault(Template template, ArchiveRecord record, String reason) {
        if (reason.isBlank()) {
            return Optional.of(Violation.of("erase.reason.missing"));
        }
        if (reason.length() > LONGEST) {
            return Optional.of(Violation.of("erase.reason.long", String.valueOf(LONGEST)));
        }
        var forbidden = Gate.words(TextDoor.TEXT, reason);
        if (forbidden.isPresent()) {
            return forbidden;
        }
        var isNamed = names(template, record).anyMatch(value -> value.length() > 1 && reason.contains(value));
        return isNamed || !PersonalNumbers.masked(reason).equals(reason)
                ? Optional.of(Violation.of("erase.reason.names"))
                : Optional.empty();
    }

    /** Returns all names and numbers that the record contains or ever contained. */
    private Stream<String> names(Template template, ArchiveRecord record) {
        var now = record.content().asMap().entrySet().stream()
                .filter(value -> isName(template.field(value.getKey())))
                .map(java.util.Map.Entry::getValue);
        var ever = store.history(record.id()).stream()
                .flatMap(change -> change.fields().stream())
                .filter(field -> isName(template.field(field.path())))
                .flatMap(field -> field.after().stream());
        return Stream.concat(now, ever);
    }

    private static boolean isName(Optional<Field> field) {
        return field.map(Field::type).filter(NAMES::contains).isPresent();
    }
}

package xindang.platform;

import static xindang.platform.jooq.Tables.DEFERRED;

import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.TemplateRef;
import xindang.model.exchange.Push;
import xindang.model.template.RecordRegion;
import xindang.model.template.Role;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/** Decides whether a change may come in, must wait, or is set aside with the reason. */
final class Intake {
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){1,3}");
    private static final int LONGEST_PATH = 200;

    private final Templates templates;

    Intake(Templates templates) {
        this.templates = templates;
    }

    /** The id of the subject that a record is about, if its template says where it is named. */
    Optional<UUID> subject(TemplateRef ref, Content content) {
        return templates.find(ref).flatMap(template -> template.subjectOf(content));
    }

    Template template(TemplateRef ref) {
        return templates.get(ref);
    }

    /** What is wrong with the change for good. */
    Optional<Push.Reason> fault(
            Device device, Change change, Optional<RecordState> state, Optional<RecordState> subject) {
        if (state.filter(known -> !device.mayTouch(known.region())).isPresent()
                || subject.filter(known -> !device.mayTouch(known.region())).isPresent()) {
            return reason("change.region", "");
        }
        if (change.isSealed()) {
            return Optional.empty();
        }
        if (state.filter(
                        known -> !known.template().id().equals(change.template().id()))
                .isPresent()) {
            return reason("change.template", "");
        }
        return place(device, change, state.isEmpty()).or(() -> field(change));
    }

    /** A subject names where it belongs, and that is never outside the region of the device. */
    private Optional<Push.Reason> place(Device device, Change change, boolean begins) {
        var first = change.body() instanceof Body.Fields fields ? fields.region() : Optional.<String>empty();
        if (first.filter(region -> !isWithin(device, region)).isPresent()) {
            return reason("change.region", "");
        }
        var template = templates.find(change.template());
        var place = template.filter(known -> known.subject().isPresent()).flatMap(Template::place);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        var named = change.fields().stream()
                .filter(field -> field.path().equals(place.get()))
                .findFirst();
        var right = named.isPresent()
                ? named.get().after().filter(code -> isWithin(device, code)).isPresent()
                : !begins || change.format() == 1 || !(change.body() instanceof Body.Fields);
        return right ? Optional.empty() : reason("change.region", place.get());
    }

    private static boolean isWithin(Device device, String code) {
        return RecordRegion.code(code).filter(device::mayTouch).isPresent();
    }

    private Optional<Push.Reason> field(Change change) {
        var template = templates.find(change.template());
        var paths = new HashSet<String>();
        for (var field : change.fields()) {
            if (field.path().length() > LONGEST_PATH
                    || !PATH.matcher(field.path()).matches()) {
                return reason("field.path", "");
            }
            if (!paths.add(field.path())) {
                return reason("field.twice", field.path());
            }
            // The system's own records may grow items; what people write may not.
            if (template.filter(known -> !(known.role() instanceof Role.SystemRecord))
                    .filter(known -> known.field(field.path()).isEmpty())
                    .isPresent()) {
                return reason("field.unknown", field.path());
            }
        }
        return Optional.empty();
    }

    /** Why a change waits, and for which record. */
    record Wait(UUID record, Push.Reason reason) {}

    /** What the change has to wait for. What a later version wrote waits for nothing: it takes no effect here. */
    Optional<Wait> waits(Change change, Optional<RecordState> state, Turn.Subject subject) {
        if (change.isSealed()) {
            return Optional.empty();
        }
        if (subject.isMissing()) {
            return reason("subject.unknown", "")
                    .map(reason -> new Wait(subject.id().orElseThrow(), reason));
        }
        return waits(change, state).map(reason -> new Wait(change.record(), reason));
    }

    private Optional<Push.Reason> waits(Change change, Optional<RecordState> state) {
        if (templates.find(change.template()).isEmpty()) {
            return reason("template.unknown", "");
        }
        if (state.isEmpty()
                && change.fields().stream().anyMatch(field -> field.before().isPresent())) {
            return reason("record.unknown", "");
        }
        return Optional.empty();
    }

    /** Takes in what waited for a template that this version of the platform brings. */
    void releaseAll(Database database) {
        database.write(db -> {
            var records = db.selectDistinct(DEFERRED.RECORD).from(DEFERRED).fetchSet(DEFERRED.RECORD);
            if (!records.isEmpty()) {
                var turn = new Turn(db, this);
                turn.release(records);
                turn.finish();
            }
            return records.size();
        });
    }

    private static Optional<Push.Reason> reason(String code, String field) {
        return Optional.of(new Push.Reason(code, field, Texts.of(code)));
    }
}

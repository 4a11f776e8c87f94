package xindang.platform;

import static xindang.platform.jooq.Tables.DEFERRED;

import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import xindang.model.archive.Change;
import xindang.model.archive.TemplateRef;
import xindang.model.exchange.Push;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/** Decides whether a change may come in, must wait, or is set aside with the reason. */
final class Intake {
    private static final Pattern REGION = Pattern.compile("\\d{12}");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){1,3}");
    private static final int LONGEST_PATH = 200;

    private final Templates templates;

    Intake(Templates templates) {
        this.templates = templates;
    }

    Template template(TemplateRef ref) {
        return templates.get(ref);
    }

    /** What is wrong with the change for good. */
    Optional<Push.Reason> fault(Device device, Change change, Optional<RecordState> state) {
        if (!REGION.matcher(change.region()).matches() || !device.mayTouch(change.region())) {
            return reason("change.region", "");
        }
        if (state.isPresent()) {
            if (!device.mayTouch(state.get().region())) {
                return reason("change.region", "");
            }
            if (!state.get().template().id().equals(change.template().id())) {
                return reason("change.template", "");
            }
        }
        return field(change);
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
            // The system's own records may grow items; what describes a person may not.
            if (template.isPresent()
                    && template.get().subject().isPresent()
                    && template.get().field(field.path()).isEmpty()) {
                return reason("field.unknown", field.path());
            }
        }
        return Optional.empty();
    }

    /** What the change has to wait for. */
    Optional<Push.Reason> waits(Change change, Optional<RecordState> state) {
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

package xindang.desktop.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Office;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.law.Past;
import xindang.model.template.Audience;
import xindang.model.template.FieldText;
import xindang.model.template.Template;
import xindang.model.value.MaskingRule;

/** Reads the conflicts that wait, record by record, in words. */
final class Inbox {
    private static final int NEAR = 2;

    private final Desk desk;
    private final Office office;

    Inbox(Desk desk, Office office) {
        this.desk = desk;
        this.office = office;
    }

    /** Away from the screen. */
    List<Contested> read() {
        var byRecord = new LinkedHashMap<UUID, List<Conflict>>();
        for (var conflict : office.store().conflicts()) {
            byRecord.computeIfAbsent(conflict.record(), id -> new ArrayList<>()).add(conflict);
        }
        var contested = new ArrayList<Contested>();
        byRecord.forEach((id, conflicts) ->
                office.store().find(id).ifPresent(record -> contested.add(contested(record, conflicts))));
        return contested;
    }

    private Contested contested(ArchiveRecord record, List<Conflict> conflicts) {
        var template = office.templates().get(record.template());
        var history = office.store().history(record.id());
        var clashes = conflicts.stream()
                .map(conflict -> clash(record, template, conflict, history))
                .toList();
        if (template.subject().isEmpty()) {
            return new Contested(record.id(), template.title(), office.place(record.region()), "", clashes);
        }
        var paths = template.subjectPaths();
        var content = record.content();
        var group = paths.group().map(content::text).orElse("");
        var number = content.text(paths.number());
        return new Contested(
                record.id(),
                content.text(paths.name()),
                office.place(record.region()) + group,
                number.isEmpty() ? "" : MaskingRule.RESIDENT_INTERNAL.mask(number),
                clashes);
    }

    private Clash clash(ArchiveRecord record, Template template, Conflict conflict, List<Change> history) {
        var device = office.store().device();
        var mineIsKept = !conflict.offered().device().equals(device);
        var foreign = mineIsKept && !conflict.kept().device().equals(device);
        var mine = mineIsKept ? conflict.kept() : conflict.offered();
        var theirs = mineIsKept ? conflict.offered() : conflict.kept();
        var closed = Past.of(
                        template,
                        record.content(),
                        history,
                        office.archives().day().hides())
                .closes(conflict.path());
        var shown = readable(template, conflict);
        Function<Optional<String>, String> words =
                value -> closed.map(desk.text()::of).orElseGet(() -> value(shown, conflict, value));
        return new Clash(
                conflict.id(),
                label(template, conflict.path()),
                closed.isPresent() ? "" : hint(conflict),
                base(conflict, history, words.apply(conflict.base())),
                side(mine, words.apply(mine.value())),
                side(theirs, words.apply(theirs.value())),
                mineIsKept,
                foreign);
    }

    /** As the office sees values; whole where the stars would hide the difference that is to be decided. */
    private FieldText readable(Template template, Conflict conflict) {
        var masked = office.shown(template);
        var one = value(masked, conflict, conflict.kept().value());
        var other = value(masked, conflict, conflict.offered().value());
        return one.equals(other) ? new FieldText(template, Audience.SELF, office::place) : masked;
    }

    private String value(FieldText shown, Conflict conflict, Optional<String> value) {
        return value.map(text -> shown.show(conflict.path(), text))
                .orElseGet(() -> desk.text().of("sync.value.none"));
    }

    private Clash.Side side(Conflict.Side side, String value) {
        return new Clash.Side(
                value,
                desk.text().of("sync.person", side.user(), side.device()),
                desk.formats().moment(side.at()));
    }

    /** Who wrote what both saw, as far as the history of the record tells. */
    private Clash.Side base(Conflict conflict, List<Change> history, String value) {
        var before = history.stream()
                .filter(change -> !change.id().equals(conflict.kept().change())
                        && !change.id().equals(conflict.offered().change()))
                .filter(change -> change.fields().stream()
                        .anyMatch(field -> field.path().equals(conflict.path())
                                && field.after().equals(conflict.base())))
                .reduce((earlier, later) -> later);
        if (before.isEmpty()) {
            return new Clash.Side(value, "—", "");
        }
        var origin = "sync.origin." + before.get().origin();
        var how = desk.text().has(origin) ? " " + desk.text().of(origin) : "";
        return new Clash.Side(
                value, before.get().user(), desk.formats().day(before.get().at()) + how);
    }

    private static String label(Template template, String path) {
        var own = template.field(path).map(field -> field.label()).orElse(path);
        var parts = path.split("\\.");
        if (parts.length < 4) {
            return own;
        }
        return template.field(parts[0] + "." + parts[1])
                        .map(group -> group.label())
                        .orElse("")
                + "　" + own;
    }

    /** Long texts of equal length that differ in one or two places are most often a slip. */
    private String hint(Conflict conflict) {
        var one = conflict.kept().value().orElse("");
        var other = conflict.offered().value().orElse("");
        if (one.length() != other.length() || one.length() < 6) {
            return "";
        }
        var different = 0;
        for (var i = 0; i < one.length(); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                different++;
            }
        }
        return different <= NEAR ? desk.text().of("sync.hint.near", Integer.toString(different)) : "";
    }
}

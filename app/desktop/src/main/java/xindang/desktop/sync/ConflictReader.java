package xindang.desktop.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.desktop.office.LawfulText;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Row;
import xindang.model.law.Gate;
import xindang.model.template.Audience;
import xindang.model.template.Field;
import xindang.model.template.FieldText;
import xindang.model.template.Template;
import xindang.model.value.MaskingRule;

/** Reads the open conflicts by record and converts them into texts. */
final class ConflictReader {
    private static final int NEAR = 2;

    private final Desk desk;
    private final Office office;
    private final Optional<UUID> revealed;

    /**
     * Creates it.
     *
     * @param revealed the record with unmasked numbers; its purpose is already logged
     */
    ConflictReader(Desk desk, Office office, Optional<UUID> revealed) {
        this.desk = desk;
        this.office = office;
        this.revealed = revealed;
    }

    /** Returns all records with conflicts. Call it in the background. */
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
        var present = conflict.present(record.content());
        var moved = !present.equals(conflict.kept().value());
        var kept = moved ? present(conflict, present, history) : conflict.kept();
        var foreign = !moved && mineIsKept && !kept.device().equals(device);
        var closed = Gate.past(
                        template,
                        record.content(),
                        history,
                        office.archives().day().hides())
                .closes(conflict);
        var masked = office.shown(template);
        var whole = new FieldText(template, Audience.SELF, office::place);
        var shown = revealed.equals(Optional.of(record.id())) ? whole : masked;
        Function<Optional<String>, String> words = value -> closed.map(why -> LawfulText.instead(desk.text(), why))
                .orElseGet(() -> value(template, shown, conflict, value));
        var isMasked = closed.isEmpty()
                && Stream.of(present, conflict.offered().value(), conflict.base())
                        .anyMatch(value -> !value(template, shown, conflict, value)
                                .equals(value(template, whole, conflict, value)));
        var form = closed.isPresent() ? Clash.Form.LOCKED : conflict.isRow() ? Clash.Form.ROW : Clash.Form.VALUE;
        var one = side(
                kept, keptTitle(moved, foreign, mineIsKept), keptChoice(form, kept, moved, foreign, mineIsKept), words);
        var other = side(
                conflict.offered(),
                foreign ? "sync.second" : mineIsKept ? "sync.theirs" : "sync.mine",
                form == Clash.Form.ROW
                        ? rowChoice(conflict.offered())
                        : foreign ? "sync.second.take" : mineIsKept ? "sync.theirs.take" : "sync.mine.take",
                words);
        return new Clash(
                conflict.id(),
                form,
                label(template, conflict.path()),
                hint(
                        form,
                        conflict,
                        isMasked
                                && words.apply(present)
                                        .equals(words.apply(conflict.offered().value()))),
                base(conflict, history, words.apply(conflict.base())),
                mineIsKept ? one : other,
                mineIsKept ? other : one,
                mineIsKept,
                isMasked);
    }

    private static String keptTitle(boolean moved, boolean foreign, boolean mineIsKept) {
        return moved ? "sync.now" : foreign ? "sync.first" : mineIsKept ? "sync.mine" : "sync.theirs";
    }

    private static String keptChoice(
            Clash.Form form, Conflict.Side kept, boolean moved, boolean foreign, boolean mineIsKept) {
        return switch (form) {
            case LOCKED -> "sync.locked.keep";
            case ROW -> rowChoice(kept);
            case VALUE ->
                moved
                        ? "sync.now.take"
                        : foreign ? "sync.first.take" : mineIsKept ? "sync.mine.take" : "sync.theirs.take";
        };
    }

    private static String rowChoice(Conflict.Side side) {
        return side.value().isPresent() ? "sync.row.keep" : "sync.row.delete";
    }

    /** Returns the present value if it was changed after the conflict, with its writer. */
    private static Conflict.Side present(Conflict conflict, Optional<String> present, List<Change> history) {
        return history.stream()
                .filter(change -> change.changed().stream()
                        .anyMatch(field -> conflict.isRow()
                                ? field.path().startsWith(conflict.path() + ".")
                                : field.path().equals(conflict.path())
                                        && field.after().equals(present)))
                .reduce((earlier, later) -> later)
                .map(change -> new Conflict.Side(present, change.user(), change.device(), change.at(), change.id()))
                .orElseGet(() -> new Conflict.Side(
                        present,
                        conflict.kept().user(),
                        conflict.kept().device(),
                        conflict.kept().at(),
                        conflict.kept().change()));
    }

    private String value(Template template, FieldText shown, Conflict conflict, Optional<String> value) {
        if (value.isEmpty()) {
            return desk.text().of(conflict.isRow() ? "sync.row.none" : "sync.value.none");
        }
        if (!conflict.isRow()) {
            return shown.shortened(conflict.path(), value.get());
        }
        return Row.read(conflict.path(), value).entrySet().stream()
                .map(it -> template.field(it.getKey()).map(Field::label).orElse(it.getKey()) + "　"
                        + shown.shortened(it.getKey(), it.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private Clash.Side side(Conflict.Side side, String title, String choice, Function<Optional<String>, String> words) {
        return new Clash.Side(
                desk.text().of(title),
                desk.text().of(choice),
                words.apply(side.value()),
                desk.text().of("sync.person", side.user(), side.device()),
                desk.formats().moment(side.at()));
    }

    /** Returns the original value and, if the history contains it, its writer. */
    private Clash.Side base(Conflict conflict, List<Change> history, String value) {
        var before = history.stream()
                .filter(change -> !change.id().equals(conflict.kept().change())
                        && !change.id().equals(conflict.offered().change()))
                .filter(change -> change.fields().stream()
                        .anyMatch(field -> field.path().equals(conflict.path())
                                && field.after().equals(conflict.base())))
                .reduce((earlier, later) -> later);
        if (before.isEmpty()) {
            return new Clash.Side(desk.text().of("sync.base"), desk.text().of("sync.base.take"), value, "—", "");
        }
        var origin = "sync.origin." + before.get().origin();
        var how = desk.text().has(origin) ? " " + desk.text().of(origin) : "";
        return new Clash.Side(
                desk.text().of("sync.base"),
                desk.text().of("sync.base.take"),
                value,
                before.get().user(),
                desk.formats().day(before.get().at()) + how);
    }

    private static String label(Template template, String path) {
        var own = template.field(path).map(Field::label).orElse(path);
        var parts = path.split("\\.");
        if (parts.length < 4) {
            return own;
        }
        return template.field(parts[0] + "." + parts[1])
                        .map(group -> group.label())
                        .orElse("")
                + "　" + own;
    }

    /**
     * Returns a hint if only masked digits differ, or if two long texts of equal length differ in one or two places.
     * Such a difference is usually a typing error.
     */
    private String hint(Clash.Form form, Conflict conflict, boolean hidden) {
        if (hidden) {
            return desk.text().of("sync.hint.masked");
        }
        if (form != Clash.Form.VALUE) {
            return "";
        }
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

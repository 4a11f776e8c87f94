package xindang.sync;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Row;
import xindang.model.exchange.RowMerge;

/** Something that happens in a history; it draws what it needs from the history's seed, and may find nothing to do. */
interface Operation {
    void run(History history);

    /** What happens in histories; an operation that is listed more often happens more often. */
    List<Operation> ALL = List.of(
            Operation::create,
            Operation::edit,
            Operation::edit,
            Operation::edit,
            Operation::row,
            Operation::row,
            Operation::deleteRow,
            Operation::emptyOne,
            Operation::consent,
            Operation::move,
            Operation::decide,
            Operation::decide,
            Operation::decide,
            history -> history.sync(0),
            history -> history.sync(0),
            history -> history.sync(0),
            history -> history.sync(3),
            History::killedSync,
            History::reopen);

    private static void create(History history) {
        var record = history.newRecord();
        var row = "family.members.m1.";
        history.save(
                record,
                Content.EMPTY,
                Content.EMPTY.with(new TreeMap<>(Map.of(
                        "file.village",
                        history.oneOf(history.town.hamlets()),
                        "head.name",
                        history.fresh(),
                        "head.phone",
                        history.fresh(),
                        row + "name",
                        history.fresh(),
                        row + "birth",
                        history.fresh()))),
                List.of());
    }

    private static void edit(History history) {
        history.record().ifPresent(record -> {
            var before = history.content(record);
            var after = before;
            for (var i = history.below(2); i >= 0; i--) {
                var path = history.oneOf(
                        List.of("head.name", "head.phone", "head.phone", "file.group", "file.note", "head.special"));
                after = after.with(
                        path,
                        path.equals("head.special")
                                ? history.oneOf(List.of("cadre", "party", "cadre,party", "veteran", "party,veteran"))
                                : history.fresh());
            }
            history.save(record, before, after, List.of());
        });
    }

    private static String anyRow(History history) {
        return "family.members.m" + (1 + history.below(2));
    }

    /** Adds a row or changes one. */
    private static void row(History history) {
        history.record().ifPresent(record -> {
            var before = history.content(record);
            var row = anyRow(history);
            var after = Row.values(before, row).isEmpty()
                    ? before.with(row + ".name", history.fresh()).with(row + ".birth", history.fresh())
                    : before.with(
                            row + history.oneOf(List.of(".name", ".birth", ".occupation", ".note")), history.fresh());
            history.save(record, before, after, List.of());
        });
    }

    private static void deleteRow(History history) {
        history.record().ifPresent(record -> {
            var before = history.content(record);
            history.save(record, before, without(before, anyRow(history)), List.of());
        });
    }

    private static Content without(Content content, String row) {
        var after = content;
        for (var path : Row.values(content, row).keySet()) {
            after = after.with(path, "");
        }
        return after;
    }

    private static void emptyOne(History history) {
        history.record().ifPresent(record -> {
            var before = history.content(record);
            var values = List.copyOf(Row.values(before, anyRow(history)).keySet());
            if (!values.isEmpty()) {
                history.save(record, before, before.with(history.oneOf(values), ""), List.of());
            }
        });
    }

    /** A household that moves to another village of the town. */
    private static void move(History history) {
        history.record().ifPresent(record -> {
            var before = history.content(record);
            history.save(record, before, before.with("file.village", history.oneOf(history.town.hamlets())), List.of());
        });
    }

    /** A consent that is given, changed or withdrawn. */
    private static void consent(History history) {
        history.record().ifPresent(record -> {
            var before = history.content(record);
            var after = before.with("consents.given.w1.kind", history.oneOf(List.of("signed", "withdrawn", "refused")))
                    .with("consents.given.w1.reference", history.fresh());
            history.save(record, before, after, List.of());
        });
    }

    private static void decide(History history) {
        history.conflict().ifPresent(conflict -> {
            var now = history.content(conflict.record());
            var after = conflict.isRow() ? row(history, conflict, now) : value(history, conflict, now);
            history.save(conflict.record(), now, after, List.of(conflict.id()));
        });
    }

    private static Content value(History history, Conflict conflict, Content now) {
        return switch (history.below(4)) {
            case 0 -> now;
            case 1 -> now.with(conflict.path(), conflict.offered().value().orElse(""));
            case 2 -> now.with(conflict.path(), conflict.base().orElse(""));
            default -> now.with(conflict.path(), history.fresh());
        };
    }

    private static Content row(History history, Conflict conflict, Content now) {
        if (history.below(2) == 0) {
            return now;
        }
        var offered = Row.read(conflict.path(), conflict.offered().value());
        return offered.isEmpty() ? without(now, conflict.path()) : now.with(offered);
    }

    /** The fields that make one content another, as a save names them. */
    static List<FieldChange> fields(Content before, Content after) {
        return RowMerge.withStaying(before, before.changesTo(after));
    }
}

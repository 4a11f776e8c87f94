package xindang.cli.exchange;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import xindang.cli.shell.Desk;
import xindang.cli.shell.Json;
import xindang.cli.shell.Session;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Conflict;
import xindang.model.template.Audience;
import xindang.model.template.Field;

/** Lists the values that two people changed without seeing each other's. */
@Command(name = "conflicts")
public final class Conflicts implements Callable<Integer> {
    private final Session session;

    public Conflicts(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var desk = session.open()) {
            var open = desk.store().conflicts();
            var lines = new ArrayList<String>();
            open.forEach(conflict -> lines.add(line(desk, conflict)));
            lines.add(session.text().of("conflicts.total", open.size()));
            session.answer(
                    new Json()
                            .objects(
                                    "items",
                                    open.stream()
                                            .map(conflict -> json(desk, conflict))
                                            .toList()),
                    lines);
        }
        return 0;
    }

    private String line(Desk desk, Conflict conflict) {
        var record = desk.record(conflict.record());
        var template = desk.template(record);
        return session.text()
                .of(
                        "conflicts.line",
                        conflict.id().toString(),
                        desk.nameOf(record),
                        template.field(conflict.path()).map(Field::label).orElse(conflict.path()),
                        value(desk, record, conflict, conflict.kept()),
                        conflict.kept().user(),
                        value(desk, record, conflict, conflict.offered()),
                        conflict.offered().user());
    }

    private String value(Desk desk, ArchiveRecord record, Conflict conflict, Conflict.Side side) {
        if (desk.closes(record, conflict.path())) {
            return session.text().of("conflicts.locked");
        }
        var shown = desk.fieldText(desk.template(record), Audience.OFFICE);
        return side.value().map(value -> shown.show(conflict.path(), value)).orElse("—");
    }

    private static Json json(Desk desk, Conflict conflict) {
        var record = desk.record(conflict.record());
        var locked = desk.closes(record, conflict.path());
        return new Json()
                .put("id", conflict.id().toString())
                .put("record", conflict.record().toString())
                .put("kind", record.type())
                .put("name", desk.nameOf(record))
                .put("path", conflict.path())
                .put(
                        "label",
                        desk.template(record)
                                .field(conflict.path())
                                .map(Field::label)
                                .orElse(conflict.path()))
                .flag("locked", locked)
                .put("base", conflict.base().filter(value -> !locked))
                .put("kept", side(conflict.kept(), locked))
                .put("offered", side(conflict.offered(), locked));
    }

    private static Json side(Conflict.Side side, boolean locked) {
        return new Json()
                .put("value", side.value().filter(value -> !locked))
                .put("user", side.user())
                .put("device", side.device())
                .put("at", side.at().toString());
    }
}

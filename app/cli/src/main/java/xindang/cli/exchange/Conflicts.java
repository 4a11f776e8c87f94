package xindang.cli.exchange;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import xindang.cli.shell.Desk;
import xindang.cli.shell.Json;
import xindang.cli.shell.Session;
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
        var shown = desk.fieldText(template, Audience.OFFICE);
        return session.text()
                .of(
                        "conflicts.line",
                        conflict.id().toString(),
                        desk.nameOf(record),
                        template.field(conflict.path()).map(Field::label).orElse(conflict.path()),
                        conflict.kept()
                                .value()
                                .map(value -> shown.show(conflict.path(), value))
                                .orElse("—"),
                        conflict.kept().user(),
                        conflict.offered()
                                .value()
                                .map(value -> shown.show(conflict.path(), value))
                                .orElse("—"),
                        conflict.offered().user());
    }

    private static Json json(Desk desk, Conflict conflict) {
        var record = desk.record(conflict.record());
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
                .put("base", conflict.base())
                .put("kept", side(conflict.kept()))
                .put("offered", side(conflict.offered()));
    }

    private static Json side(Conflict.Side side) {
        return new Json()
                .put("value", side.value())
                .put("user", side.user())
                .put("device", side.device())
                .put("at", side.at().toString());
    }
}

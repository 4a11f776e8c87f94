package xindang.cli.exchange;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Conflict;
import xindang.model.archive.Row;
import xindang.model.law.Gate;
import xindang.model.law.Past;
import xindang.model.law.TextDoor;
import xindang.model.template.Audience;
import xindang.model.template.Field;

/** Lists the conflicts: values that two people changed without seeing each other's change. */
@Command(name = "conflicts")
public final class Conflicts implements Callable<Integer> {
    private final CliSession session;

    @Option(names = "--full", descriptionKey = "help.show.full")
    private boolean full;

    @Option(names = "--purpose", paramLabel = "TEXT", descriptionKey = "help.purpose")
    private @Nullable String purpose;

    public Conflicts(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var why = session.purpose(full, purpose);
        // without conflicts no view is logged, so the purpose must be checked here
        why.flatMap(words -> Gate.words(TextDoor.TEXT, words)).ifPresent(wrong -> {
            throw new Usage(session.sentence(wrong));
        });
        try (var desk = session.open()) {
            var open = desk.store().conflicts().stream()
                    .map(conflict -> shown(desk, conflict))
                    .toList();
            if (full) {
                for (var id : open.stream()
                        .map(shown -> shown.record().id())
                        .distinct()
                        .toList()) {
                    var viewed = desk.archives().view(id, why.orElseThrow(), desk.user());
                    if (!viewed.isDone()) {
                        return new Answers(session).refused(desk.template(desk.record(id)), viewed);
                    }
                }
            }
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

    /** A conflict with its record, its present value, and the reason why its values may not be shown. */
    private record Shown(Conflict conflict, ArchiveRecord record, Optional<String> now, Optional<Past.Reason> closed) {}

    private static Shown shown(UseCases desk, Conflict conflict) {
        var record = desk.record(conflict.record());
        return new Shown(conflict, record, conflict.present(record.content()), desk.closes(record, conflict));
    }

    private String line(UseCases desk, Shown shown) {
        var conflict = shown.conflict();
        var record = shown.record();
        var template = desk.template(record);
        return session.text()
                .of(
                        "conflicts.line",
                        conflict.id().toString(),
                        desk.nameOf(record),
                        template.field(conflict.path()).map(Field::label).orElse(conflict.path()),
                        value(desk, shown, conflict.base()),
                        value(desk, shown, shown.now()),
                        value(desk, shown, conflict.offered().value()),
                        conflict.kept().user(),
                        conflict.offered().user());
    }

    private String value(UseCases desk, Shown shown, Optional<String> value) {
        if (shown.closed().isPresent()) {
            return session.text()
                    .of(
                            switch (shown.closed().get()) {
                                case CONSENT -> "conflicts.withheld.consent";
                                case CHILD -> "conflicts.withheld.child";
                                case TERM -> "conflicts.withheld.term";
                                case WITHHELD -> "conflicts.withheld.law";
                            });
        }
        var conflict = shown.conflict();
        var template = desk.template(shown.record());
        var text = desk.fieldText(template, audience());
        if (!conflict.isRow()) {
            return value.map(it -> text.shortened(conflict.path(), it)).orElse("—");
        }
        return value.isEmpty()
                ? session.text().of("conflicts.row.deleted")
                : Row.read(conflict.path(), value).entrySet().stream()
                        .map(it -> template.field(it.getKey()).map(Field::label).orElse(it.getKey()) + " "
                                + text.shortened(it.getKey(), it.getValue()))
                        .collect(Collectors.joining("，"));
    }

    private Audience audience() {
        return full ? Audience.SELF : Audience.OFFICE;
    }

    private static String code(Past.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }

    private Json json(UseCases desk, Shown shown) {
        var conflict = shown.conflict();
        var record = shown.record();
        var locked = shown.closed().isPresent();
        var text = desk.fieldText(desk.template(record), audience());
        UnaryOperator<Optional<String>> seen =
                value -> value.filter(it -> !locked).map(it -> Values.of(conflict, text, it));
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
                .put("lockedBy", shown.closed().map(Conflicts::code))
                .flag("row", conflict.isRow())
                .put("now", seen.apply(shown.now()))
                .put("base", seen.apply(conflict.base()))
                .put("kept", side(conflict.kept(), seen))
                .put("offered", side(conflict.offered(), seen));
    }

    private static Json side(Conflict.Side side, UnaryOperator<Optional<String>> seen) {
        return new Json()
                .put("value", seen.apply(side.value()))
                .put("user", side.user())
                .put("device", side.device())
                .put("at", side.at().toString());
    }
}

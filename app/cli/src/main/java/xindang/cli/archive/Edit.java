package xindang.cli.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.archive.FieldChange;
import xindang.model.archive.SaveReceipt;
import xindang.model.keeping.Departure;
import xindang.model.keeping.Outcome;
import xindang.model.value.PersonalNumbers;

/** Changes values of a record. The checks are the same as on the screen. */
@Command(name = "edit")
public final class Edit implements Callable<Integer> {
    private final CliSession session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.id")
    private String id = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH=VALUE", descriptionKey = "help.edit.values")
    private List<String> values = new ArrayList<>();

    @Option(names = "--move", descriptionKey = "help.edit.move")
    private boolean move;

    @Option(names = "--date", paramLabel = "DATE", descriptionKey = "help.edit.date")
    private String date = "";

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "help.edit.reason")
    private String reason = "";

    public Edit(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var wanted = session.id(id);
        var typed = typed();
        try (var desk = session.open()) {
            var outcome = move ? move(desk, wanted, typed) : desk.archives().edit(wanted, typed, desk.user());
            var answers = new Answers(session);
            if (!outcome.isDone()) {
                return answers.refused(desk.template(desk.record(wanted)), outcome);
            }
            var changed = outcome.get().changes().stream()
                    .filter(change -> change.record().equals(wanted))
                    .flatMap(change -> change.changed().stream())
                    .map(FieldChange::path)
                    .toList();
            var lines = new ArrayList<String>();
            lines.add(saved(desk, wanted, changed.size()));
            lines.addAll(answers.lines(desk.template(desk.record(wanted)), outcome.warnings()));
            session.answer(
                    new Json()
                            .put("id", wanted.toString())
                            .texts("changed", changed)
                            .objects("warnings", session.findings(outcome.warnings())),
                    lines);
        }
        return 0;
    }

    private String saved(UseCases desk, UUID id, int changed) {
        if (move) {
            return session.text().of("edit.moved", desk.fullPath(desk.record(id).region()));
        }
        return changed == 0
                ? session.text().of("edit.unchanged")
                : session.text().of("edit.saved", changed);
    }

    /** Moves the subject out. The only value is the new place. */
    private Outcome<SaveReceipt> move(UseCases desk, UUID id, Map<String, String> typed) {
        var place = desk.template(desk.record(id)).place().orElse("");
        if (!typed.keySet().equals(Set.of(place))) {
            throw new Usage(session.text().of("usage.move", place));
        }
        var departure = new Departure(typed.getOrDefault(place, ""), date, reason);
        return desk.archives().move(id, departure, desk.user());
    }

    private Map<String, String> typed() {
        if (!move && !(date.isBlank() && reason.isBlank())) {
            throw new Usage(session.text().of("usage.move.only"));
        }
        var typed = new LinkedHashMap<String, String>();
        for (var value : values) {
            var sign = value.indexOf('=');
            if (sign < 1) {
                throw new Usage(session.text().of("edit.form", PersonalNumbers.masked(value)));
            }
            typed.put(value.substring(0, sign).strip(), value.substring(sign + 1));
        }
        return typed;
    }
}

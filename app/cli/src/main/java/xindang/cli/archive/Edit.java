package xindang.cli.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.Json;
import xindang.cli.shell.Session;
import xindang.cli.shell.Usage;
import xindang.model.archive.FieldChange;
import xindang.model.value.PersonalNumbers;

/** Changes values of an archive, checked like a save on screen. */
@Command(name = "edit")
public final class Edit implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.id")
    private String id = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH=VALUE", descriptionKey = "help.edit.values")
    private List<String> values = new ArrayList<>();

    public Edit(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var wanted = session.id(id);
        var typed = typed();
        try (var desk = session.open()) {
            var outcome = desk.archives().edit(wanted, typed, desk.user());
            var answers = new Answers(session);
            if (!outcome.isDone()) {
                return answers.refused(desk.template(desk.record(wanted)), outcome);
            }
            var changed = outcome.get().changes().stream()
                    .flatMap(change -> change.changed().stream())
                    .map(FieldChange::path)
                    .toList();
            var lines = new ArrayList<String>();
            lines.add(
                    changed.isEmpty()
                            ? session.text().of("edit.unchanged")
                            : session.text().of("edit.saved", changed.size()));
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

    private Map<String, String> typed() {
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

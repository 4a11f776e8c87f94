package xindang.cli.exchange;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.model.archive.Conflict;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.keeping.Resolution;
import xindang.model.template.Audience;
import xindang.model.value.PersonalNumbers;

/** Decides a conflict. */
@Command(name = "resolve")
public final class Resolve implements Callable<Integer> {
    private static final String VALUE = "value=";

    private final CliSession session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.resolve.id")
    private String id = "";

    @Parameters(index = "1", paramLabel = "kept|offered|value=...", descriptionKey = "help.resolve.choice")
    private String choice = "";

    public Resolve(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var wanted = session.id(id);
        var resolution = resolution();
        try (var desk = session.open()) {
            var conflict = desk.store().conflicts().stream()
                    .filter(open -> open.id().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no conflict " + wanted, id));
            var outcome = desk.archives().resolve(wanted, resolution, desk.user());
            var record = desk.record(conflict.record());
            if (!outcome.isDone()) {
                return new Answers(session).refused(desk.template(record), outcome);
            }
            var shown = desk.fieldText(desk.template(record), Audience.OFFICE);
            session.answer(
                    json(conflict)
                            .put(
                                    "value",
                                    conflict.present(record.content())
                                            .filter(value -> desk.closes(record, conflict)
                                                    .isEmpty())
                                            .map(value -> Values.of(conflict, shown, value))),
                    List.of(session.text().of("resolve.done")));
        }
        return 0;
    }

    private static Json json(Conflict conflict) {
        return new Json()
                .put("id", conflict.id().toString())
                .put("record", conflict.record().toString())
                .put("path", conflict.path());
    }

    private Resolution resolution() {
        if (choice.equals("kept")) {
            return Resolution.KEPT;
        }
        if (choice.equals("offered")) {
            return Resolution.OFFERED;
        }
        if (choice.startsWith(VALUE)) {
            return Resolution.typed(choice.substring(VALUE.length()));
        }
        throw new Usage(session.text().of("resolve.choice", PersonalNumbers.masked(choice)));
    }
}

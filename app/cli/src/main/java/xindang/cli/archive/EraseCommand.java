package xindang.cli.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Remnant;
import xindang.model.keeping.ErasureReport;

/** Erases a record and prints the data that it could not reach. */
@Command(name = "erase")
public final class EraseCommand implements Callable<Integer> {
    private static final int DAY = 10;

    private final CliSession session;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "help.id")
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "help.erase.reason")
    private String reason = "";

    @Option(names = "--yes", descriptionKey = "help.erase.yes")
    private boolean yes;

    public EraseCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var wanted = session.id(id);
        try (var desk = session.open()) {
            var record = desk.record(wanted);
            var template = desk.template(record);
            confirm(desk, record);
            var outcome = desk.erasures().erase(wanted, reason, desk.user());
            if (!outcome.isDone()) {
                return new Answers(session).refused(template, outcome);
            }
            var report = outcome.get();
            var enrolled = desk.engine().platform().isPresent();
            session.answer(json(report, enrolled), lines(report, enrolled));
        }
        return 0;
    }

    private void confirm(UseCases desk, ArchiveRecord record) {
        if (yes) {
            return;
        }
        var name = desk.nameOf(record);
        var text = session.text();
        var typed = session.terminal()
                .prompt()
                .orElseThrow(() -> new Usage(text.of("erase.yes")))
                .ask(text.of("erase.ask", name));
        if (!Arrays.equals(new String(typed).strip().toCharArray(), name.toCharArray())) {
            throw new Usage(text.of("erase.differs"));
        }
    }

    private List<String> lines(ErasureReport report, boolean enrolled) {
        var text = session.text();
        var lines = new ArrayList<String>();
        lines.add(text.of(
                "erase.done",
                report.changes(),
                report.conflicts(),
                report.about().getOrDefault("rating", 0),
                report.about().getOrDefault("query", 0),
                report.about().getOrDefault("report", 0),
                report.draft() ? text.of("erase.done.draft") : ""));
        if (!report.deletedFiles().isEmpty()) {
            lines.add(text.of("erase.deleted", String.join("、", report.deletedFiles())));
        }
        lines.add(text.of(enrolled ? "erase.exchange" : "erase.alone"));
        lines.add(text.of("erase.unreached"));
        var unreached = Stream.of(
                        report.issued().stream().map(it -> text.of("erase.issued", it.number(), day(it))),
                        report.passedOn().stream()
                                .map(it ->
                                        text.of("erase.passedOn", it.number(), day(it), text.of("erase." + it.kind()))),
                        Stream.of(text.of("erase.papers"), text.of("erase.copies")),
                        report.remainingFiles().stream().map(name -> text.of("erase.aside", name)))
                .flatMap(each -> each);
        unreached.forEach(line -> lines.add("  " + line.strip()));
        return lines;
    }

    private static String day(Remnant remnant) {
        return remnant.at().length() < DAY ? remnant.at() : remnant.at().substring(0, DAY);
    }

    private Json json(ErasureReport report, boolean enrolled) {
        return new Json()
                .put("id", report.record().toString())
                .put(
                        "destroyed",
                        new Json()
                                .put("changes", report.changes())
                                .put("conflicts", report.conflicts())
                                .flag("draft", report.draft())
                                .put("ratings", report.about().getOrDefault("rating", 0))
                                .put("queries", report.about().getOrDefault("query", 0))
                                .put("reports", report.about().getOrDefault("report", 0))
                                .texts("files", report.deletedFiles()))
                .flag("otherOffices", enrolled)
                .put(
                        "unreached",
                        new Json()
                                .objects(
                                        "issued",
                                        report.issued().stream()
                                                .map(EraseCommand::json)
                                                .toList())
                                .objects(
                                        "passedOn",
                                        report.passedOn().stream()
                                                .map(EraseCommand::json)
                                                .toList())
                                .texts("files", report.remainingFiles()));
    }

    private static Json json(Remnant remnant) {
        return new Json()
                .put("kind", remnant.kind())
                .put("number", remnant.number())
                .put("at", remnant.at());
    }
}

package xindang.cli.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.RegionCodes;
import xindang.cli.shell.SubjectKind;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.archive.ArchiveRecord;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.report.Request;

/** Prints one report, or one for each record of a region. */
@Command(name = "report")
public final class Report implements Callable<Integer> {
    private final CliSession session;

    @Parameters(index = "0", paramLabel = "KIND", descriptionKey = "help.report.kind")
    private SubjectKind kind = SubjectKind.HOUSEHOLD;

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "help.id")
    private @Nullable String id;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
    private @Nullable String region;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "PATH",
            descriptionKey = "help.report.out")
    private Path out = Path.of("");

    @Option(names = "--purpose", required = true, paramLabel = "TEXT", descriptionKey = "help.purpose")
    private String purpose = "";

    @Option(names = "--audience", paramLabel = "WHO", descriptionKey = "help.report.audience")
    private Audiences audience = Audiences.OFFICE;

    @Option(names = "--issuer", paramLabel = "NAME", descriptionKey = "help.report.issuer")
    private @Nullable String issuer;

    @Option(names = "--recipient", paramLabel = "NAME", descriptionKey = "help.report.recipient")
    private String recipient = "";

    @Option(names = "--rate", descriptionKey = "help.report.rate")
    private boolean rate;

    public Report(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if ((region == null) == (id == null)) {
            throw new Usage(session.text().of("usage.either", "--id", "--region"));
        }
        if (purpose.isBlank()) {
            throw new Usage(session.text().of("report.purpose"));
        }
        if (audience == Audiences.BANK && recipient.isBlank()) {
            throw new Usage(session.text().of("report.recipient"));
        }
        var one = Optional.ofNullable(id).map(session::id);
        var prefix = RegionCodes.prefix(session, Optional.ofNullable(region).orElse(""));
        try (var desk = session.open()) {
            var subjects =
                    one.map(subject -> List.of(desk.record(subject).id())).orElseGet(() -> within(desk, prefix));
            var toFile = one.isPresent()
                    && !Files.isDirectory(out)
                    && !out.toString().endsWith("/");
            if (rate) {
                rateFirst(desk, one, prefix);
            }
            var issued = session.watched(progress -> new Issue(desk, request(desk), progress)
                    .print(subjects, toFile ? Issue.Place.file(out) : Issue.Place.folder(out)));
            answer(issued);
            return issued.refused().isEmpty() ? 0 : Answers.SOME_REFUSED;
        }
    }

    /** Rates before the reports, at the person's request. A report never rates by itself. */
    private void rateFirst(UseCases desk, Optional<UUID> one, String prefix) {
        var ratings = desk.ratings();
        one.ifPresentOrElse(subject -> ratings.rate(subject, desk.user()), () -> {
            var rated = session.watched(
                    progress -> ratings.rateRegion(ratings.form(kind.type()), prefix, desk.user(), progress));
            if (rated.cancelled()) {
                throw new AppException(ErrorCode.CANCELLED, "rated " + rated.done() + " of " + rated.total());
            }
        });
    }

    private List<UUID> within(UseCases desk, String prefix) {
        var found = new ArrayList<UUID>();
        desk.store().each(kind.type(), prefix, (ArchiveRecord record) -> found.add(record.id()));
        return found;
    }

    private Request request(UseCases desk) {
        var office = Optional.ofNullable(issuer).filter(name -> !name.isBlank()).orElseGet(desk::issuer);
        return new Request(kind.type(), audience.audience(), purpose.strip(), desk.user(), office, recipient.strip());
    }

    private void answer(Issue.Issued issued) {
        var text = session.text();
        var lines = new ArrayList<String>();
        issued.files().stream().limit(20).forEach(file -> lines.add(file.path().toString()));
        lines.add(text.of("report.done", issued.files().size()));
        issued.files().stream()
                .filter(file -> !file.missing().isEmpty())
                .forEach(file -> session.note(text.of("report.missing", file.name(), file.missing())));
        for (var refusal : issued.refused()) {
            refusal.violations()
                    .forEach(violation ->
                            session.note(text.of("report.refused", refusal.name(), session.sentence(violation))));
        }
        session.answer(
                new Json()
                        .put("issued", issued.files().size())
                        .objects(
                                "files",
                                issued.files().stream().map(Report::json).toList())
                        .objects(
                                "refused",
                                issued.refused().stream().map(this::json).toList()),
                lines);
    }

    private static Json json(Issue.File file) {
        return new Json()
                .put("id", file.subject().toString())
                .put("number", file.number())
                .put("file", file.path().toAbsolutePath().toString())
                .put("pages", file.pages())
                .put("digest", file.digest())
                .put("missing", file.missing());
    }

    private Json json(Issue.Refusal refusal) {
        return new Json()
                .put("id", refusal.subject().toString())
                .put("name", refusal.name())
                .objects(
                        "violations",
                        refusal.violations().stream().map(session::violation).toList());
    }
}

package xindang.cli.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.Desk;
import xindang.cli.shell.Kind;
import xindang.cli.shell.Session;
import xindang.cli.shell.Usage;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.intake.IntakeOptions;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Sheet;
import xindang.persistence.sheet.SheetFiles;

/** Imports a sheet and tells what became of each row. */
@Command(name = "import")
public final class Import implements Callable<Integer> {
    private static final String PAPER = "paper:";

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "help.import.file")
    private Path file = Path.of("");

    @Option(names = "--as", paramLabel = "KIND", descriptionKey = "help.import.as")
    private Kind kind = Kind.HOUSEHOLD;

    @Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "help.import.sheet")
    private @Nullable String sheet;

    @Option(names = "--dry-run", descriptionKey = "help.import.dry-run")
    private boolean dryRun;

    @Option(names = "--problems", paramLabel = "OUT.xlsx", descriptionKey = "help.import.problems")
    private @Nullable Path problems;

    @Option(names = "--consent", paramLabel = "paper:REF", descriptionKey = "help.import.consent")
    private @Nullable String consent;

    @Option(names = "--allow-unverified", descriptionKey = "help.import.allow-unverified")
    private boolean allowUnverified;

    public Import(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var paper = Optional.ofNullable(consent).map(this::reference);
        Optional.ofNullable(problems).ifPresent(this::requireWritable);
        try (var desk = session.open()) {
            var result = session.watched(progress -> {
                var sheets = wanted(SheetFiles.read(session.file(file), progress));
                return desk.intake().run(sheets, options(desk, paper), progress);
            });
            var told = new Account(session, result, paper.isPresent());
            Optional.ofNullable(problems).ifPresent(told::giveBack);
            session.answer(told.json(), told.lines(Optional.ofNullable(problems)));
            return result.rejected().isEmpty() ? 0 : Answers.SOME_REFUSED;
        }
    }

    /** Where the problems go is looked at first: an import that was saved must be able to tell of it. */
    private void requireWritable(Path out) {
        var folder = out.toAbsolutePath().getParent();
        if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
            throw new Usage(session.text().of("import.problems.same", out));
        }
        if (Files.isDirectory(out) || (folder != null && Files.isDirectory(folder) && !Files.isWritable(folder))) {
            throw new AppException(ErrorCode.NOT_WRITTEN, "problems", out.toString());
        }
    }

    private List<Sheet> wanted(List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            throw new AppException(ErrorCode.UNREADABLE, "no rows", String.valueOf(file.getFileName()));
        }
        if (sheet == null) {
            return sheets;
        }
        var wanted = sheets.stream().filter(one -> one.name().equals(sheet)).toList();
        if (wanted.isEmpty()) {
            var names = String.join("、", sheets.stream().map(Sheet::name).toList());
            throw new Usage(session.text().of("import.sheet.none", sheet, names));
        }
        return wanted;
    }

    private IntakeOptions options(Desk desk, Optional<String> paper) {
        return new IntakeOptions(
                kind.type(),
                desk.user(),
                paper,
                allowUnverified ? IntakeOptions.Unverified.KEEP : IntakeOptions.Unverified.REJECT,
                Map.of(),
                dryRun ? IntakeResult.Mode.DRY_RUN : IntakeResult.Mode.SAVED);
    }

    /** What follows {@code paper:}, the reference of the batch of signed papers. */
    private String reference(String typed) {
        var reference =
                typed.startsWith(PAPER) ? typed.substring(PAPER.length()).strip() : "";
        if (reference.isEmpty()) {
            throw new Usage(session.text().of("import.consent.form", typed));
        }
        return reference;
    }
}

package xindang.cli.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.Answers;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.SubjectKind;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.intake.IntakeOptions;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.PaperConsent;
import xindang.model.intake.Repeated;
import xindang.model.intake.Shape;
import xindang.model.intake.Sheet;
import xindang.model.region.Divisions;
import xindang.model.region.Lookup;
import xindang.model.template.Audience;
import xindang.model.value.DivisionCode;
import xindang.persistence.sheet.SheetFiles;

/** Imports sheets and reports the result of each row. */
@Command(name = "import")
public final class Import implements Callable<Integer> {
    private final CliSession session;

    @Parameters(index = "0", arity = "0..*", paramLabel = "FILE", descriptionKey = "help.import.file")
    private List<Path> files = List.of();

    @Option(names = "--as", paramLabel = "KIND", descriptionKey = "help.import.as")
    private SubjectKind kind = SubjectKind.HOUSEHOLD;

    @Option(names = "--sheet", paramLabel = "NAME", descriptionKey = "help.import.sheet")
    private @Nullable String sheet;

    @Option(names = "--village", paramLabel = "CODE|NAME", descriptionKey = "help.import.village")
    private @Nullable String village;

    @Option(names = "--shape", paramLabel = "household|person", descriptionKey = "help.import.shape")
    private @Nullable Shape shape;

    @Option(names = "--members", descriptionKey = "help.import.members")
    private boolean members;

    @Option(names = "--dry-run", descriptionKey = "help.import.dry-run")
    private boolean dryRun;

    @Option(names = "--problems", paramLabel = "OUT.xlsx", descriptionKey = "help.import.problems")
    private @Nullable Path problems;

    @Option(names = "--notice", paramLabel = "OUT.txt", descriptionKey = "help.import.notice")
    private @Nullable Path notice;

    @Option(names = "--consent", paramLabel = "paper:REF", descriptionKey = "help.import.consent")
    private @Nullable String consent;

    @Option(names = "--consent-pass", paramLabel = "paper:REF", descriptionKey = "help.import.consent-pass")
    private @Nullable String consentPass;

    @Option(names = "--to", paramLabel = "NAME", descriptionKey = "help.import.to")
    private String receiver = "";

    @Option(names = "--for", paramLabel = "PURPOSE", descriptionKey = "help.import.for")
    private String purpose = "";

    @Option(names = "--signed-on", paramLabel = "DATE", descriptionKey = "help.import.signed-on")
    private @Nullable String signedOn;

    @Option(names = "--until", paramLabel = "DATE", descriptionKey = "help.import.until")
    private @Nullable String until;

    @Option(names = "--newer", paramLabel = "archive|file", descriptionKey = "help.import.newer")
    private IntakeOptions.Newer newer = IntakeOptions.Newer.ARCHIVE;

    @Option(names = "--undo", paramLabel = "LAST|ID", descriptionKey = "help.import.undo")
    private @Nullable String undo;

    @Option(names = "--allow-unverified", descriptionKey = "help.import.allow-unverified")
    private boolean allowUnverified;

    public Import(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (undo != null) {
            if (!files.isEmpty()) {
                throw new Usage(session.text().of("import.undo.file"));
            }
            return new ImportUndo(session).run(undo);
        }
        if (files.isEmpty()) {
            throw new Usage(session.text().of("import.file.missing"));
        }
        return load();
    }

    private int load() {
        var typed = new PaperOptions(session, consent, consentPass, receiver, purpose, signedOn, until);
        var papers = typed.papers();
        Optional.ofNullable(problems).ifPresent(this::requireWritable);
        Optional.ofNullable(notice).ifPresent(this::requireWritable);
        try (var desk = session.open()) {
            var today = desk.archives().day().records();
            typed.requirePossible(today);
            var result = session.watched(progress -> {
                var sheets = new ArrayList<Sheet>();
                files.forEach(file -> sheets.addAll(wanted(file, SheetFiles.read(session.file(file), progress))));
                return desk.intake().run(sheets, options(desk, papers), progress);
            });
            var account = new Account(
                    session, desk.fieldText(desk.templates().get(kind.type()), Audience.OFFICE), result, papers, today);
            Optional.ofNullable(problems).ifPresent(account::writeRejectedRows);
            Optional.ofNullable(notice).ifPresent(account::writeNotice);
            session.answer(account.json(), account.lines(Optional.ofNullable(problems)));
            return result.rejected().isEmpty() && !result.asks() ? 0 : Answers.SOME_REFUSED;
        }
    }

    /** Checks a file to write before the import. A saved import must be able to write it. */
    private void requireWritable(Path out) {
        var folder = out.toAbsolutePath().getParent();
        var written = out.toAbsolutePath().normalize();
        if (files.stream().anyMatch(file -> written.equals(file.toAbsolutePath().normalize()))) {
            throw new Usage(session.text().of("import.problems.same", out));
        }
        if (Files.isDirectory(out) || (folder != null && Files.isDirectory(folder) && !Files.isWritable(folder))) {
            throw new AppException(ErrorCode.NOT_WRITTEN, "problems", out.toString());
        }
    }

    private List<Sheet> wanted(Path file, List<Sheet> sheets) {
        if (sheets.isEmpty()) {
            throw new AppException(ErrorCode.UNREADABLE, "no rows", Repeated.file(String.valueOf(file.getFileName())));
        }
        if (sheet == null) {
            return sheets;
        }
        var wanted = sheets.stream()
                .filter(one -> one.name().equals(sheet))
                .map(Sheet::shown)
                .toList();
        if (wanted.isEmpty()) {
            var names = String.join("、", sheets.stream().map(Sheet::name).toList());
            throw new Usage(session.text().of("import.sheet.none", sheet, names));
        }
        return wanted;
    }

    /** Returns the village, or the unit above it, that the user gave for all rows. */
    private DivisionCode place(UseCases desk, String written) {
        var divisions = Divisions.harbin();
        var within = DivisionCode.of(desk.region());
        var lookup = divisions.village(written, within);
        if (lookup instanceof Lookup.Found found) {
            return found.division().code();
        }
        if (lookup instanceof Lookup.Ambiguous many) {
            var names = many.candidates().stream()
                    .map(candidate -> divisions.fullPath(candidate.code()))
                    .collect(Collectors.joining("、"));
            throw new Usage(session.text().of("import.village.ambiguous", written, names));
        }
        var units = divisions.units(written, within);
        if (units.size() != 1) {
            throw new Usage(session.text().of("import.village.none", written, divisions.fullPath(within)));
        }
        return units.get(0);
    }

    private IntakeOptions options(UseCases desk, List<PaperConsent> papers) {
        return new IntakeOptions(
                kind.type(),
                desk.user(),
                papers,
                allowUnverified ? IntakeOptions.Unverified.KEEP : IntakeOptions.Unverified.REJECT,
                Map.of(),
                Optional.ofNullable(village).map(written -> place(desk, written)),
                Optional.ofNullable(members ? Shape.PERSON : shape),
                members,
                dryRun ? IntakeResult.Mode.DRY_RUN : IntakeResult.Mode.SAVED,
                newer);
    }
}

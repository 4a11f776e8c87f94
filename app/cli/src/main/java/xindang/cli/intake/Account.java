package xindang.cli.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.cli.shell.CliMessages;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.model.intake.ChangedValue;
import xindang.model.intake.Column;
import xindang.model.intake.IntakeCounts;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.NonRow;
import xindang.model.intake.PaperConsent;
import xindang.model.intake.PlacedRows;
import xindang.model.intake.Problem;
import xindang.model.intake.Shape;
import xindang.model.intake.SheetResult;
import xindang.model.law.ConsentRow;
import xindang.model.region.Divisions;
import xindang.model.template.Field;
import xindang.model.template.FieldText;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;
import xindang.model.value.PersonalNumbers;
import xindang.persistence.sheet.ProblemWorkbook;
import xindang.persistence.sheet.SheetWriter;

/** The report of an import. It counts every row of the file as accepted, rejected or not a subject. */
public final class Account {
    private static final int SHOWN = 40;
    private final CliSession session;
    private final Template template;
    private final CliMessages text;
    private final FieldText shown;
    private final IntakeResult result;
    private final List<String> locked;
    private final List<PaperConsent> papers;
    private final LocalDate today;

    /**
     * Creates the report.
     *
     * @param shown formats the values with masks
     * @param papers the paper consents that the import recorded
     * @param today the day recorded for papers without a date
     */
    public Account(
            CliSession session, FieldText shown, IntakeResult result, List<PaperConsent> papers, LocalDate today) {
        this.shown = shown;
        this.today = today;
        this.template = shown.template();
        this.session = session;
        this.text = session.text();
        this.result = result;
        this.papers = papers;
        var consented = papers.stream().anyMatch(paper -> !paper.isPassOn());
        var left = result.lockedRows() > 0 || result.accepted() == 0;
        this.locked = consented || !left ? List.of() : result.headings(Column.Use.CONSENT_NEEDED);
    }

    public Json json() {
        return new Json()
                .put("file", result.sheet().file())
                .put("sheet", result.sheet().name())
                .put("headerRow", result.headerRow())
                .flag("dryRun", result.mode() == IntakeResult.Mode.DRY_RUN)
                .put("rows", result.rows())
                .put("accepted", result.accepted())
                .put("warned", result.warned())
                .put("rejected", result.rejected().size())
                .put("nonRows", result.nonRows().size())
                .put("created", result.created())
                .put("updated", result.updated())
                .put("unchanged", result.unchanged())
                .put("shape", result.shape().name().toLowerCase(Locale.ROOT))
                .put("households", result.households())
                .put("people", result.people())
                .put("hiddenRows", result.hiddenRows())
                .put("lockedRows", result.lockedRows())
                .put("withdrawnRows", result.withdrawnRows())
                .objects("papers", papers.stream().map(this::json).toList())
                .texts("refusedColumns", result.headings(Column.Use.REFUSED))
                .texts("lockedColumns", locked)
                .texts("unknownColumns", result.headings(Column.Use.UNKNOWN))
                .texts(
                        "sheets",
                        result.sheets().stream().map(one -> one.sheet().name()).toList())
                .texts("otherSheets", result.otherSheets())
                .texts("hiddenSheets", result.hiddenSheets())
                .objects("files", files())
                .objects("unit", units().map(Account::unit).toList())
                .objects("place", result.places().stream().map(Account::json).toList())
                .objects(
                        "notSubjects",
                        result.sheets().stream()
                                .flatMap(sheet -> sheet.nonRows().stream().map(row -> json(sheet, row)))
                                .toList())
                .put("id", result.id().map(UUID::toString))
                .objects("changed", result.changed().stream().map(this::json).toList())
                .objects("problems", result.problems().stream().map(this::json).toList());
    }

    /** Returns the columns whose unit was read elsewhere than in their heading. */
    private Stream<Column> units() {
        return result.columns().stream().filter(column -> column.unitRow().isPresent());
    }

    private static Json unit(Column column) {
        return new Json()
                .put("column", column.heading())
                .put("unit", column.unit())
                .put("from", column.unitRow().orElseThrow());
    }

    private static Json json(PlacedRows placed) {
        return new Json()
                .put("code", placed.code())
                .put("from", placed.from().name().toLowerCase(Locale.ROOT))
                .put("rows", placed.rows());
    }

    /** Returns the line for a place that stands in no cell of its rows. */
    private Optional<String> line(PlacedRows placed) {
        var key =
                switch (placed.from()) {
                    case TITLE -> "import.place.title";
                    case SHEET -> "import.place.sheet";
                    case FILE -> "import.place.file";
                    case GIVEN -> "import.place.given";
                    case COLUMN, ARCHIVE -> "";
                };
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(text.of(key, placed.rows(), Divisions.harbin().fullPath(DivisionCode.of(placed.code()))));
    }

    private Json json(PaperConsent paper) {
        return new Json()
                .put("reference", paper.reference())
                .put("use", paper.isPassOn() ? ConsentRow.PASS_ON : ConsentRow.COLLECT)
                .put("signedOn", paper.signedOn().orElse(today).toString())
                .flag("signedOnAssumed", paper.signedOn().isEmpty());
    }

    private Json json(ChangedValue value) {
        return new Json()
                .put("id", value.id().toString())
                .put("path", value.path())
                .put("from", value.from().map(from -> shown.value(value.path(), from)))
                .put("to", value.to().map(to -> shown.value(value.path(), to)));
    }

    /** Returns the numbers of each file. */
    private List<Json> files() {
        var files = new LinkedHashMap<String, List<SheetResult>>();
        result.sheets().forEach(sheet -> files.computeIfAbsent(sheet.sheet().file(), any -> new ArrayList<>())
                .add(sheet));
        return files.entrySet().stream()
                .map(file -> file(file.getKey(), file.getValue()))
                .toList();
    }

    private static Json file(String name, List<SheetResult> sheets) {
        var counts = sheets.stream().map(SheetResult::counts).reduce(IntakeCounts.NONE, IntakeCounts::plus);
        return new Json()
                .put("file", name)
                .texts("sheets", sheets.stream().map(one -> one.sheet().name()).toList())
                .put("rows", sheets.stream().mapToInt(SheetResult::rows).sum())
                .put("accepted", counts.accepted())
                .put(
                        "rejected",
                        sheets.stream()
                                .mapToInt(sheet -> sheet.rejected().size())
                                .sum())
                .put(
                        "nonRows",
                        sheets.stream()
                                .mapToInt(sheet -> sheet.nonRows().size())
                                .sum())
                .put("created", counts.created())
                .put("updated", counts.updated())
                .put("unchanged", counts.unchanged())
                .put("households", counts.households())
                .put("people", counts.people());
    }

    private static Json json(SheetResult sheet, NonRow row) {
        return new Json()
                .put("sheet", sheet.sheet().name())
                .put("row", row.row())
                .put("kind", row.kind().name().toLowerCase(Locale.ROOT))
                .put("text", PersonalNumbers.masked(row.text()));
    }

    private Json json(Problem whole) {
        var problem = masked(whole);
        return new Json()
                .put("file", problem.file())
                .put("sheet", problem.sheet())
                .put("row", problem.row())
                .put("name", problem.name())
                .put("column", problem.column())
                .put("severity", problem.severity().name().toLowerCase(Locale.ROOT))
                .put("code", problem.violation().code())
                .put("message", session.sentences().of(problem.violation()))
                .put("value", problem.value());
    }

    public List<String> lines(Optional<Path> problems) {
        var lines = new ArrayList<String>();
        lines.add(text.of(
                result.mode() == IntakeResult.Mode.DRY_RUN ? "import.would" : "import.done",
                result.rows(),
                result.accepted(),
                result.rejected().size(),
                result.nonRows().size()));
        lines.add(text.of("import.written", result.created(), result.updated(), result.unchanged(), result.warned()));
        if (result.people() > result.households() || result.shape() == Shape.PERSON) {
            lines.add(text.of("import.people", result.households(), result.people()));
        }
        if (result.sheets().size() > 1) {
            lines.add(text.of("import.sheets.read", names(result.sheets())));
        }
        if (!result.otherSheets().isEmpty()) {
            lines.add(text.of("import.sheets", String.join("、", result.otherSheets()), names(result.sheets())));
        }
        if (!result.hiddenSheets().isEmpty()) {
            lines.add(text.of("import.sheets.hidden", String.join("、", result.hiddenSheets())));
        }
        if (result.hiddenRows() > 0) {
            lines.add(text.of("import.rows.hidden", result.hiddenRows()));
        }
        units().map(column -> text.of(
                        "import.unit",
                        column.heading(),
                        column.unit(),
                        column.unitRow().orElseThrow()))
                .forEach(lines::add);
        result.places().stream().map(this::line).flatMap(Optional::stream).forEach(lines::add);
        papers.stream()
                .filter(paper -> paper.signedOn().isEmpty())
                .map(paper -> text.of("import.signed.today", paper.reference(), today))
                .forEach(lines::add);
        if (result.withdrawnRows() > 0) {
            lines.add(text.of("import.withdrawn", result.withdrawnRows()));
        }
        refusedColumns(lines);
        if (!locked.isEmpty()) {
            lines.add(text.of("import.locked", String.join("、", locked)));
        }
        var unknown = result.headings(Column.Use.UNKNOWN);
        if (!unknown.isEmpty()) {
            lines.add(text.of("import.unknown", String.join("、", unknown)));
        }
        result.problems().stream().limit(SHOWN).map(this::line).forEach(lines::add);
        if (result.problems().size() > SHOWN) {
            lines.add(text.of("import.more", result.problems().size() - SHOWN));
        }
        problems.ifPresent(path -> {
            if (!result.rejected().isEmpty()) {
                lines.add(text.of("import.problems", path.toAbsolutePath()));
            }
            if (!more().isEmpty()) {
                lines.add(text.of("import.problems.more", path.toAbsolutePath()));
            }
        });
        return lines;
    }

    private static String names(List<SheetResult> sheets) {
        return sheets.stream().map(one -> one.sheet().name()).collect(Collectors.joining("、"));
    }

    /** Names the columns that the law forbids in one line. They are no error: almost every form of a bank has one. */
    private void refusedColumns(List<String> lines) {
        var refused = result.headings(Column.Use.REFUSED);
        if (!refused.isEmpty()) {
            lines.add(text.of("import.refused", refused.size(), String.join("、", refused)));
        }
    }

    /** Writes the notice to the office that sent the sheet. Writes nothing when no column is refused. */
    void writeNotice(Path out) {
        var refused = result.headings(Column.Use.REFUSED);
        if (!refused.isEmpty()) {
            Notice.write(out, text, result.sheet().file(), refused, today);
        }
    }

    private String line(Problem whole) {
        var problem = masked(whole);
        return text.of(
                switch (problem.severity()) {
                    case REJECTED -> "import.line.rejected";
                    case WARNING -> "import.line.warning";
                    case QUESTION -> "import.line.question";
                },
                Integer.toString(problem.row()),
                problem.column().isEmpty() ? "" : " [" + problem.column() + "]",
                session.sentences().of(problem.violation()),
                problem.value(),
                result.sheets().size() > 1 ? "“" + problem.sheet() + "”" : "");
    }

    /** Returns the problem with masked identity numbers and phones. */
    private Problem masked(Problem problem) {
        var field = result.sheets().stream()
                .flatMap(sheet -> sheet.columns().stream())
                .filter(column -> column.heading().equals(problem.column()))
                .findFirst()
                .flatMap(Column::path)
                .flatMap(template::field);
        return problem.masked(field);
    }

    /** Writes the rejected rows into a workbook in their own layout, with the reasons. */
    public void writeRejectedRows(Path file) {
        ProblemWorkbook.write(
                file,
                result.sheets().stream()
                        .map(sheet -> new ProblemWorkbook.Part(
                                sheet.sheet().name(), sheet.head(), sheet.rejected(), reasons(sheet)))
                        .toList(),
                text.of("import.reason"),
                more());
    }

    private Map<Integer, String> reasons(SheetResult sheet) {
        return result.reasons(sheet, problem -> session.sentences().of(problem.violation()));
    }

    /** Returns the sheets of the changed values and of the questions, if there are any. */
    private List<SheetWriter.Page> more() {
        var changed = new ArrayList<List<String>>();
        changed.add(words("import.sheet.changed.headings"));
        for (var value : result.changed()) {
            changed.add(List.of(
                    Integer.toString(value.row()),
                    value.name(),
                    template.field(value.path()).map(Field::label).orElse(value.path()),
                    value.from().map(from -> shown.show(value.path(), from)).orElse(""),
                    value.to().map(to -> shown.show(value.path(), to)).orElse("")));
        }
        var asked = new ArrayList<List<String>>();
        asked.add(words("import.sheet.question.headings"));
        for (var problem : result.problems()) {
            if (problem.severity() == Problem.Severity.QUESTION) {
                asked.add(List.of(
                        Integer.toString(problem.row()),
                        problem.name(),
                        problem.column(),
                        session.sentences().of(problem.violation())));
            }
        }
        return Stream.of(
                        new SheetWriter.Page(text.of("import.sheet.changed"), 0, changed),
                        new SheetWriter.Page(text.of("import.sheet.question"), 0, asked))
                .filter(page -> page.rows().size() > 1)
                .toList();
    }

    private List<String> words(String key) {
        return List.of(text.of(key).split("、"));
    }
}

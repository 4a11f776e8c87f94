package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.region.Lookup;
import xindang.model.template.FieldType;
import xindang.model.template.ReadingContext;
import xindang.model.template.SubjectPaths;
import xindang.model.template.Template;
import xindang.model.value.CreditCode;
import xindang.model.value.DivisionCode;
import xindang.model.value.DivisionLevel;

/** Reads one row into the values of a record, with warnings and the reasons for rejecting it. */
final class RowReader {
    private static final Set<String> FORM_ONLY = Set.of("value.normalised", "name.space");
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{16,}");

    private final Template template;
    private final Divisions divisions;
    private final DivisionCode within;
    private final Optional<DivisionCode> township;
    private final ReadingContext context;
    private final List<Target> targets = new ArrayList<>();
    private final SubjectPaths subject;
    private final GroupText groupText;
    private final Optional<String> regionPath;
    private final boolean hasRegion;
    private final Map<String, Lookup> villages = new HashMap<>();

    /** @param township the township named in the titles, if any */
    RowReader(
            Template template,
            Divisions divisions,
            DivisionCode within,
            Optional<DivisionCode> township,
            ReadingContext context,
            List<Column> columns,
            int year) {
        this.template = template;
        this.subject = template.subjectPaths();
        this.divisions = divisions;
        this.within = within;
        this.township = township;
        this.context = context;
        this.groupText = new GroupText(template, context);
        this.regionPath = template.place();
        this.hasRegion = columns.stream().anyMatch(column -> column.path().equals(regionPath));
        columns.stream()
                .filter(Column::isRead)
                .forEach(column -> targets.add(Target.of(template, context, column, year)));
    }

    /**
     * A row that was read.
     *
     * @param number canonical number, or as written when it is unreadable
     * @param numberHeading heading of the number column
     * @param region 12 digits; the region of the archive when the sheet contains no village
     * @param values canonical values, by path
     * @param consentValues values of consent-needed items, kept separately until the consents are known
     * @param consentWarnings warnings about such items by target; they contain the text of the cell
     * @param numberProblem why the number cannot be accepted
     */
    record Read(
            SheetRow row,
            String name,
            String number,
            String numberHeading,
            String region,
            Map<String, String> values,
            Map<String, String> consentValues,
            Map<String, List<Problem>> consentWarnings,
            List<Problem> warnings,
            List<Problem> rejections,
            Optional<Problem> numberProblem) {
        /** Returns all rows of the subject. */
        List<SheetRow> rows() {
            return List.of(row);
        }

        /** Returns a reason for rejection that concerns the number. */
        Problem onNumber(Violation violation) {
            return new Problem(row.number(), name, numberHeading, Problem.Severity.REJECTED, violation, number);
        }
    }

    Read read(SheetRow row) {
        var reading = new Row(row);
        for (var target : targets) {
            reading.take(target, row.cell(target.column().index()));
        }
        return reading.done();
    }

    /** The state of reading one row. */
    private final class Row {
        private final SheetRow row;
        private final String name;
        private final NavigableMap<String, String> values = new TreeMap<>();
        private final NavigableMap<String, String> consentValues = new TreeMap<>();
        private final Map<String, List<Problem>> consentWarnings = new TreeMap<>();
        private final List<Problem> warnings = new ArrayList<>();
        private final List<Problem> rejections = new ArrayList<>();
        private String region = within.padded();
        private String number = "";
        private String numberHeading = "";
        private Optional<Problem> numberProblem = Optional.empty();

        Row(SheetRow row) {
            this.row = row;
            this.name = written(subject.name());
        }

        private String written(String path) {
            for (var target : targets) {
                if (target.path().equals(path)) {
                    return row.cell(target.column().index()).text().strip();
                }
            }
            return "";
        }

        void take(Target target, Cell cell) {
            var path = target.path();
            if (cell.kind() == Cell.Kind.ERROR || cell.kind() == Cell.Kind.UNCOMPUTED) {
                formula(target, cell);
            } else if (path.equals(subject.number())) {
                number(target, cell);
            } else if (regionPath.isPresent() && path.equals(regionPath.get())) {
                village(target.column(), cell, path);
            } else if (path.equals(subject.name())) {
                name(target, cell);
            } else if (!cell.isBlank()) {
                optional(target, cell);
            }
        }

        /** A formula without a result: the row is rejected if it is the name, the number or the village. */
        private void formula(Target target, Cell cell) {
            var why = cell.kind() == Cell.Kind.ERROR
                    ? Violation.of("intake.formula.error", cell.text())
                    : Violation.of("intake.formula.empty");
            var path = target.path();
            if (path.equals(subject.number())
                    || path.equals(subject.name())
                    || Optional.of(path).equals(regionPath)) {
                rejections.add(problem(target.column(), cell, why));
            } else {
                warn(target.column(), cell, why);
            }
        }

        private void number(Target target, Cell cell) {
            var column = target.column();
            var path = target.path();
            number = cell.text().strip();
            numberHeading = column.heading();
            if (cell.isBlank()) {
                numberProblem = Optional.of(problem(column, cell, Violation.of("intake.number.missing")));
                return;
            }
            if (cell.kind() == Cell.Kind.NUMBER && LONG_NUMBER.matcher(number).matches()) {
                numberProblem = Optional.of(problem(column, cell, Violation.of("intake.number.damaged")));
                return;
            }
            var masked = Gate.masked(target.field(), cell.text());
            if (masked.isPresent()) {
                rejections.add(problem(column, cell, masked.get()));
                return;
            }
            var read = Gate.read(template, target.field(), cell.text(), context);
            if (read.failure().isPresent()) {
                numberProblem = Optional.of(problem(column, cell, read.failure().get()));
                return;
            }
            number = read.get();
            values.put(path, number);
            if (target.field().type() == FieldType.CREDIT_CODE) {
                registered(column, cell);
            }
            note(column, cell, read.notes());
        }

        /**
         * Sets the region of an organisation without a village to the region of its code, if that is within the
         * archive's region.
         */
        private void registered(Column column, Cell cell) {
            var of = CreditCode.read(number).value().map(CreditCode::registrationRegion);
            if (of.isEmpty() || !DivisionCode.read(of.get()).isOk()) {
                return;
            }
            var code = DivisionCode.read(of.get()).get();
            if (!within.contains(code) && !code.contains(within)) {
                var there = divisions.find(code).map(division -> divisions.fullPath(code));
                warnings.add(warning(
                        column,
                        cell,
                        Violation.of(
                                "intake.enterprise.elsewhere",
                                there.orElseGet(() -> number.substring(2, 8)),
                                divisions.fullPath(within))));
            } else if (!hasRegion
                    && within.contains(code)
                    && divisions.find(code).isPresent()) {
                region = code.padded();
                regionPath.ifPresent(place -> values.put(place, region));
            }
        }

        private void village(Column column, Cell cell, String path) {
            if (cell.isBlank()) {
                if (within.padded().endsWith("000")) {
                    rejections.add(problem(column, cell, Violation.of("intake.village.missing")));
                }
                return;
            }
            var found = villages.computeIfAbsent(cell.text(), this::lookup);
            if (found instanceof Lookup.Found one) {
                region = one.division().code().padded();
                values.put(path, region);
            } else if (found instanceof Lookup.Ambiguous many) {
                rejections.add(problem(
                        column, cell, Violation.of("intake.village.ambiguous", cell.text(), names(many.candidates()))));
            } else if (found instanceof Lookup.Unknown unknown) {
                rejections.add(problem(column, cell, unknown(cell.text(), unknown.suggestions())));
            }
        }

        /** Finds a village. If several have the name, uses the township named in the titles. */
        private Lookup lookup(String written) {
            var found = divisions.village(written, within);
            return found instanceof Lookup.Ambiguous
                            && township.isPresent()
                            && divisions.village(written, township.get()) instanceof Lookup.Found here
                    ? here
                    : found;
        }

        private Violation unknown(String written, List<Division> suggestions) {
            var here = divisions.fullPath(within);
            for (var level : List.of(DivisionLevel.TOWNSHIP, DivisionLevel.COUNTY)) {
                if (divisions.village(written, within.at(level).orElse(within)) instanceof Lookup.Found elsewhere) {
                    var there = divisions.fullPath(elsewhere.division().code());
                    return Violation.of("intake.village.elsewhere", written, there, here);
                }
            }
            var near = suggestions.stream()
                    .filter(village -> within.contains(village.code()))
                    .toList();
            return near.isEmpty()
                    ? Violation.of("intake.village.unknown", written, here)
                    : Violation.of("intake.village.suggested", written, here, names(near));
        }

        /** Returns the names of villages with the units between them and the archive's own. */
        private String names(List<Division> candidates) {
            return candidates.stream()
                    .map(village -> divisions.path(village.code()).stream()
                            .filter(unit ->
                                    within.contains(unit.code()) && !unit.code().equals(within))
                            .map(Division::shortName)
                            .collect(Collectors.joining()))
                    .collect(Collectors.joining("、"));
        }

        /** Leaves out notes about the form only, because people need not check them. */
        private void note(Column column, Cell cell, List<Violation> notes) {
            for (var note : notes) {
                if (!FORM_ONLY.contains(note.code())) {
                    warn(column, cell, note);
                }
            }
        }

        private void name(Target target, Cell cell) {
            var column = target.column();
            if (cell.isBlank()) {
                rejections.add(problem(column, cell, Violation.of("intake.name.missing")));
                return;
            }
            var read = Gate.read(template, target.field(), cell.text(), context);
            if (read.failure().isPresent()) {
                rejections.add(problem(column, cell, read.failure().get()));
                return;
            }
            values.put(target.path(), read.get());
            note(column, cell, read.notes());
        }

        private void optional(Target target, Cell cell) {
            var column = target.column();
            var into = column.use() == Column.Use.CONSENT_NEEDED ? consentValues : values;
            if (target.field().isGroup()) {
                group(target, cell, into);
                return;
            }
            var read = target.read(template, cell.text());
            if (read.failure().isPresent()) {
                if (!read.failure().get().code().equals("value.blank")) {
                    warn(column, cell, read.failure().get());
                }
                return;
            }
            if (target.year().isPresent()) {
                into.put(target.year().get().path(), target.year().get().text());
            }
            into.put(target.path(), read.get());
            note(column, cell, read.notes());
        }

        private void group(Target target, Cell cell, NavigableMap<String, String> into) {
            var rows = target.group(groupText, cell.text());
            if (rows.isEmpty()) {
                warn(target.column(), cell, Violation.of("intake.group.unreadable"));
                return;
            }
            var n = 1;
            for (var values : rows.get()) {
                while (isTaken(into, target.row(n))) {
                    n++;
                }
                var row = target.row(n);
                for (var value : values.entrySet()) {
                    into.put(row.path(value.getKey()), value.getValue());
                }
            }
        }

        private static boolean isTaken(NavigableMap<String, String> values, Target.Row row) {
            var next = values.ceilingKey(row.prefix());
            return next != null && next.startsWith(row.prefix());
        }

        private Problem problem(Column column, Cell cell, Violation violation) {
            return newProblem(column, cell, Problem.Severity.REJECTED, violation);
        }

        private void warn(Column column, Cell cell, Violation violation) {
            var into = column.use() == Column.Use.CONSENT_NEEDED
                    ? consentWarnings.computeIfAbsent(column.path().orElse(""), path -> new ArrayList<>())
                    : warnings;
            into.add(warning(column, cell, violation));
        }

        private Problem warning(Column column, Cell cell, Violation violation) {
            return newProblem(column, cell, Problem.Severity.WARNING, violation);
        }

        /** Makes a problem with the text of the cell, unless the law forbids to repeat it. */
        private Problem newProblem(Column column, Cell cell, Problem.Severity severity, Violation violation) {
            var field = column.path().flatMap(template::field);
            return Gate.words(template, field, cell.text()).isPresent()
                    ? new Problem(row.number(), name, column.heading(), severity, Violation.of("intake.forbidden"), "")
                    : new Problem(row.number(), name, column.heading(), severity, violation, cell.text());
        }

        Read done() {
            return new Read(
                    row,
                    name,
                    number,
                    numberHeading,
                    region,
                    values,
                    consentValues,
                    consentWarnings,
                    warnings,
                    rejections,
                    numberProblem);
        }
    }
}

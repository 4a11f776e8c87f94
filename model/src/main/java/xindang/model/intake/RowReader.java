package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xindang.model.common.Violation;
import xindang.model.law.Gate;
import xindang.model.region.Divisions;
import xindang.model.template.FieldType;
import xindang.model.template.ReadingContext;
import xindang.model.template.SubjectPaths;
import xindang.model.template.Template;
import xindang.model.value.CreditCode;
import xindang.model.value.DivisionCode;

/** Reads one row into the values of a record, with warnings and the reasons for rejecting it. */
final class RowReader {
    private static final Set<String> FORM_ONLY = Set.of("value.normalised", "name.space");
    /** The letter in the place of one that the reader of the file could not decode. */
    private static final char BROKEN = '\uFFFD';

    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{16,}");

    private final Template template;
    private final Divisions divisions;
    private final DivisionCode within;
    private final PlaceReader places;
    private final ReadingContext context;
    private final List<Target> targets = new ArrayList<>();
    private final SubjectPaths subject;
    private final GroupText groupText;
    private final Optional<String> regionPath;
    private final boolean hasRegion;
    private final Optional<String> groupPath;
    private final FarAmounts far = new FarAmounts();

    RowReader(
            Template template,
            Divisions divisions,
            DivisionCode within,
            PlaceReader places,
            ReadingContext context,
            List<Column> columns,
            int year) {
        this.template = template;
        this.subject = template.subjectPaths();
        this.divisions = divisions;
        this.within = within;
        this.places = places;
        this.context = context;
        this.groupText = new GroupText(template, context);
        this.regionPath = template.place();
        this.groupPath = PlaceReader.groupPath(template);
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
     * @param household all its rows, and its members
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
            Optional<Problem> numberProblem,
            HouseholdRead household) {
        /** Returns all rows of the subject. */
        List<SheetRow> rows() {
            return household.rows();
        }

        /** Returns a reason for rejection that concerns the number. */
        Problem onNumber(Violation violation) {
            return new Problem(row.number(), name, numberHeading, Problem.Severity.REJECTED, violation, number);
        }
    }

    /** Returns whether a program stored a number of 16 digits or more as a decimal, without its last digits. */
    static boolean isDamaged(Cell cell) {
        return cell.kind() == Cell.Kind.NUMBER
                && LONG_NUMBER.matcher(cell.text().strip()).matches();
    }

    /** Returns whether a note is about the form of a value only. */
    static boolean isFormOnly(Violation note) {
        return FORM_ONLY.contains(note.code());
    }

    Read read(SheetRow row) {
        var reading = new Row(row);
        for (var target : targets) {
            reading.take(target, row.cell(target.column().index()));
        }
        reading.place();
        return reading.done();
    }

    /** Returns warnings about amounts that do not fit to the others of their column, after all rows were read. */
    List<Problem> farAmounts() {
        return far.problems();
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
            if (isFailed(cell)) {
                formula(target, cell);
            } else if (path.equals(subject.number())) {
                number(target, cell);
            } else if (path.equals(subject.name())) {
                name(target, cell);
            } else if (!cell.isBlank() && !regionPath.equals(Optional.of(path))) {
                optional(target, cell);
            }
        }

        private static boolean isFailed(Cell cell) {
            return cell.kind() == Cell.Kind.ERROR || cell.kind() == Cell.Kind.UNCOMPUTED;
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
            if (isDamaged(cell)) {
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

        /** Sets the place of the row, or adds why it has none. */
        private void place() {
            var placed = places.read(row);
            placed.wrong().ifPresent(wrong -> {
                var cell =
                        wrong.column().map(column -> row.cell(column.index())).orElse(Cell.BLANK);
                if (!isFailed(cell)) {
                    rejections.add(
                            wrong.column().isPresent()
                                    ? problem(wrong.column().get(), cell, wrong.why())
                                    : new Problem(row.number(), name, "", Problem.Severity.REJECTED, wrong.why(), ""));
                }
            });
            placed.code().map(DivisionCode::padded).ifPresent(code -> {
                region = code;
                regionPath.ifPresent(path -> values.put(path, code));
            });
            placed.group().ifPresent(group -> groupPath.ifPresent(path -> values.put(path, group)));
        }

        /** Leaves out notes about the form only, because people need not check them. */
        private void note(Column column, Cell cell, List<Violation> notes) {
            for (var note : notes) {
                if (!isFormOnly(note)) {
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
            if (cell.text().indexOf(BROKEN) >= 0) {
                warn(column, cell, Violation.of("intake.cell.broken"));
                return;
            }
            if (target.field().isGroup()) {
                group(target, cell, into);
                return;
            }
            var read = target.read(template, cell.text());
            if (read.failure().isPresent()) {
                unread(target, cell, read.failure().get(), into);
                return;
            }
            if (target.year().isPresent()) {
                into.put(target.year().get().path(), target.year().get().text());
            }
            into.put(target.path(), read.get());
            far.add(target, row.number(), read.get());
            note(column, cell, read.notes());
        }

        private void unread(Target target, Cell cell, Violation why, NavigableMap<String, String> into) {
            var loans = LoanText.read(template, target.path(), cell.text(), target.context());
            if (loans.isPresent()) {
                into.putAll(loans.get());
            } else if (!why.code().equals("value.blank")) {
                warn(target.column(), cell, why);
            } else if (target.field().type() == FieldType.CODES && GroupText.saysNone(cell.text())) {
                into.put(target.path(), "");
            }
        }

        private void group(Target target, Cell cell, NavigableMap<String, String> into) {
            var rows = target.group(groupText, cell.text());
            if (rows.isEmpty()) {
                warn(target.column(), cell, Violation.of("intake.group.unreadable"));
                return;
            }
            if (!rows.get().isEmpty() || GroupText.saysNone(cell.text())) {
                into.putIfAbsent(target.path(), "");
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

        private Problem newProblem(Column column, Cell cell, Problem.Severity severity, Violation violation) {
            return Problem.of(template, row, name, column, cell, severity, violation);
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
                    numberProblem,
                    HouseholdRead.of(row));
        }
    }
}

package xindang.model.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.common.Violation;
import xindang.model.keeping.Twins;
import xindang.model.law.Gate;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.template.ReadingContext;
import xindang.model.template.Template;
import xindang.model.template.Templates;
import xindang.model.value.DivisionCode;

/**
 * Imports a sheet: reads all rows, checks all, and saves all accepted rows in one save. A second import of the same
 * file changes nothing. A corrected file changes only the corrected values.
 */
public final class Intake {
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年");
    private static final int PROGRESS_ROWS = 200;
    private static final int MOST_GAP = 1000;
    private static final int CHUNK = 250;

    private final Templates templates;
    private final Divisions divisions;
    private final ArchiveStore store;
    private final Ids ids;
    private final Clock clock;
    private final DivisionCode within;

    /** @param within the region of the archive, in which villages are looked up */
    public Intake(
            Templates templates, Divisions divisions, ArchiveStore store, Ids ids, Clock clock, DivisionCode within) {
        this.templates = templates;
        this.divisions = divisions;
        this.store = store;
        this.ids = ids;
        this.clock = Gate.clock(clock, store);
        this.within = within;
    }

    /**
     * Imports the first sheet that has a header row.
     *
     * @throws AppException UNREADABLE when no sheet has one, or has a row for each person; USAGE when the words of a paper are forbidden, which
     *     callers must check before by {@link PaperConsent#wrong}; CANCELLED, and then nothing was saved
     */
    public IntakeResult run(List<Sheet> sheets, IntakeOptions options, Progress progress) {
        if (options.papers().stream().anyMatch(paper -> paper.wrong().isPresent())) {
            throw new AppException(ErrorCode.USAGE, "forbidden words in a paper");
        }
        var template = templates.get(options.type());
        var today = Gate.hidingDay(clock, store);
        var mapper = new ColumnMapper(template, divisions, within, today);
        var finder = new TableFinder(mapper, template.subjectPaths());
        for (var sheet : sheets) {
            var table = finder.find(sheet);
            if (table.isPresent()) {
                if (PersonRows.are(table.get())) {
                    throw new AppException(ErrorCode.UNREADABLE, "a row for each person", sheet.file(), "persons");
                }
                var others = sheets.stream()
                        .filter(other -> !other.name().equals(sheet.name())
                                && finder.find(other).isPresent())
                        .map(Sheet::name)
                        .toList();
                return new Run(template, options, progress, sheet, table.get(), today)
                        .go(mapper)
                        .leaving(others);
            }
        }
        var file = sheets.isEmpty() ? "" : sheets.get(0).file();
        throw new AppException(ErrorCode.UNREADABLE, "no header row", file, "header");
    }

    /** One import in progress. */
    private final class Run {
        private final Template template;
        private final IntakeOptions options;
        private final Progress progress;
        private final Sheet sheet;
        private final Table table;
        private final LocalDate today;
        private final List<NonRow> nonRows = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final List<SheetRow> rejected = new ArrayList<>();
        private final Map<String, Integer> numbers = new HashMap<>();
        private final Set<Integer> warned = new HashSet<>();
        private final Admission admission;
        private int gaps;
        private int accepted;

        Run(Template template, IntakeOptions options, Progress progress, Sheet sheet, Table table, LocalDate today) {
            this.template = template;
            this.options = options;
            this.progress = progress;
            this.sheet = sheet;
            this.table = table;
            this.today = today;
            admission = new Admission(template, divisions, within, () -> new Twins(store, templates).of(template.id()));
        }

        IntakeResult go(ColumnMapper mapper) {
            var below = table.rows();
            var columns = mapper.map(table, options.placed());
            requireSubject(columns);
            titles();
            var writer = new RowWriter(template, columns, options, store, divisions, ids, clock);
            var drafts = new Drafts(below, new RowKinds(columns), reader(columns), writer);
            if (options.mode() != IntakeResult.Mode.SAVED) {
                drafts.forEachRemaining(draft -> {});
            } else {
                if (writer.isFirst()) {
                    store.save(drafts, below.size());
                } else {
                    save(drafts);
                }
                progress.at("intake.save", below.size(), below.size());
            }
            problems.sort(Comparator.comparingInt(Problem::row));
            rejected.sort(Comparator.comparingInt(SheetRow::number));
            return new IntakeResult(
                    sheet,
                    table.headings().number(),
                    columns,
                    sheet.rows().size() + gaps,
                    accepted,
                    warned.size(),
                    writer.created(),
                    writer.updated(),
                    writer.unchanged(),
                    writer.locked(),
                    writer.withdrawn(),
                    IntakeResult.withoutRefused(rejected, columns, template),
                    nonRows,
                    problems,
                    List.of(),
                    options.mode());
        }

        private void requireSubject(List<Column> columns) {
            var subject = template.subjectPaths();
            var paths =
                    columns.stream().map(Column::path).flatMap(Optional::stream).toList();
            if (!paths.contains(subject.name()) || !paths.contains(subject.number())) {
                throw new AppException(
                        ErrorCode.UNREADABLE, "no column for the name or the number", sheet.file(), "columns");
            }
        }

        private RowReader reader(List<Column> columns) {
            var context = new ReadingContext(today, divisions, within, "");
            return new RowReader(template, divisions, within, township(), context, columns, year());
        }

        /** Returns the year of the sheet: the first year in a title, otherwise this year. */
        private int year() {
            for (var title : table.titleTexts().toList()) {
                var found = YEAR.matcher(title);
                if (found.find()) {
                    return Integer.parseInt(found.group(1));
                }
            }
            return today.getYear();
        }

        /** Returns the township named in the titles, the sheet name or the file name. */
        private Optional<DivisionCode> township() {
            var names = new StringBuilder(sheet.name()).append('\n').append(sheet.file());
            table.titleTexts().forEach(title -> names.append('\n').append(title));
            return divisions.townshipNamedIn(names.toString(), within).map(Division::code);
        }

        private void titles() {
            for (var row : table.titles()) {
                var text = Table.firstText(row);
                nonRows.add(new NonRow(
                        row.number(),
                        text.isPresent() ? NonRow.Kind.TITLE : NonRow.Kind.BLANK,
                        text.orElse("").strip()));
            }
            table.header()
                    .forEach(row -> nonRows.add(new NonRow(
                            row.number(),
                            NonRow.Kind.HEADER,
                            Table.firstText(row).orElse(""))));
        }

        /**
         * Iterates over the drafts of the rows below the header and reads the rows on demand. A first import saves one
         * row before it reads the next.
         */
        private final class Drafts implements Iterator<Draft> {
            private final Iterator<SheetRow> rows;
            private final RowKinds kinds;
            private final RowReader reader;
            private final RowWriter writer;
            private final Deque<Draft> ready = new ArrayDeque<>();
            private int last;
            /** The last total of the sheet. Totals before it are those of a village, a page or a group. */
            private final int lastTotal;

            private boolean begun;
            private boolean ended;

            Drafts(List<SheetRow> below, RowKinds kinds, RowReader reader, RowWriter writer) {
                this.rows = below.iterator();
                this.kinds = kinds;
                this.reader = reader;
                this.writer = writer;
                last = table.headings().number();
                lastTotal = kinds.lastTotal(below);
            }

            @Override
            public boolean hasNext() {
                while (ready.isEmpty() && rows.hasNext()) {
                    write();
                }
                if (ready.isEmpty()) {
                    progress.check();
                    if (options.mode() == IntakeResult.Mode.SAVED) {
                        // writing continues after the last row was checked
                        progress.at("intake.save", 0, sheet.rows().size());
                    }
                }
                return !ready.isEmpty();
            }

            @Override
            public Draft next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return ready.remove();
            }

            private void write() {
                var candidates = new ArrayList<RowReader.Read>();
                while (candidates.size() < CHUNK && rows.hasNext()) {
                    read(rows.next()).filter(Run.this::isCandidate).ifPresent(candidates::add);
                }
                var known = writer.isFirst() ? Map.<String, ArchiveStore.Known>of() : known(candidates);
                for (var read : candidates) {
                    draft(read, Optional.ofNullable(known.get(read.number())), writer)
                            .ifPresent(ready::add);
                }
            }

            private Optional<RowReader.Read> read(SheetRow row) {
                gap(last, row.number());
                last = row.number();
                if (row.number() % PROGRESS_ROWS == 0) {
                    progress.check();
                    progress.at("intake.check", row.number(), sheet.rows().size());
                }
                var non = kinds.nonRow(row);
                if (non.isPresent()) {
                    nonRows.add(non.get());
                    // a total above all rows ends nothing
                    ended |= begun && row.number() == lastTotal;
                } else if (kinds.isUnfilled(row)) {
                    nonRows.add(new NonRow(
                            row.number(), ended ? NonRow.Kind.FOOTER : NonRow.Kind.BLANK, kinds.firstText(row)));
                } else if (ended) {
                    reject(row, List.of(afterTotal(row)));
                } else {
                    begun = true;
                    return Optional.of(reader.read(row));
                }
                return Optional.empty();
            }
        }

        /** Rows that the file does not store are blank rows for a person who reads the sheet. */
        private void gap(int last, int next) {
            if (next - last <= MOST_GAP) {
                for (var number = last + 1; number < next; number++) {
                    nonRows.add(new NonRow(number, NonRow.Kind.BLANK, ""));
                    gaps++;
                }
            }
        }

        private Problem afterTotal(SheetRow row) {
            return new Problem(
                    row.number(), "", "", Problem.Severity.REJECTED, Violation.of("intake.row.afterTotal"), "");
        }

        /** Returns whether a row can be accepted. Rejects a number of an earlier row, and names both rows. */
        private boolean isCandidate(RowReader.Read read) {
            var rejections = new ArrayList<>(read.rejections());
            var keep = options.unverified() == IntakeOptions.Unverified.KEEP;
            read.numberProblem().filter(problem -> !keep).ifPresent(rejections::add);
            if (rejections.isEmpty()) {
                repeated(read).ifPresent(rejections::add);
            }
            if (!rejections.isEmpty()) {
                reject(read.row(), rejections);
            }
            return rejections.isEmpty();
        }

        private Optional<Problem> repeated(RowReader.Read read) {
            var key = read.numberProblem().isPresent() ? RowWriter.unverifiedKey(read) : read.number();
            var here = read.row().number();
            return Optional.ofNullable(numbers.putIfAbsent(key, here))
                    .map(earlier -> onNumber(
                            read,
                            Violation.of("intake.number.repeated", Integer.toString(earlier), Integer.toString(here))));
        }

        private void reject(SheetRow row, List<Problem> why) {
            rejected.add(row);
            problems.addAll(why);
        }

        private Problem onNumber(RowReader.Read read, Violation violation) {
            return new Problem(
                    read.row().number(),
                    read.name(),
                    read.numberHeading(),
                    Problem.Severity.REJECTED,
                    violation,
                    read.number());
        }

        /**
         * Returns the draft of a row; empty when it changes nothing, or names another person for a number of the
         * archive.
         */
        private Optional<Draft> draft(RowReader.Read read, Optional<ArchiveStore.Known> there, RowWriter writer) {
            var refusal = admission.refusal(read, there, writer);
            if (refusal.isPresent()) {
                reject(read.row(), List.of(onNumber(read, refusal.get())));
                return Optional.empty();
            }
            var written = writer.write(read, there);
            problems.addAll(written.warnings());
            if (!written.warnings().isEmpty()) {
                warned.add(read.row().number());
            }
            accepted++;
            return written.draft();
        }

        private Map<String, ArchiveStore.Known> known(List<RowReader.Read> candidates) {
            var looked = candidates.stream()
                    .filter(read -> read.numberProblem().isEmpty())
                    .map(RowReader.Read::number)
                    .toList();
            return store.byNumbers(template.id(), looked);
        }

        /** Makes all drafts first, because each draft reads the archive, which must not change in the meantime. */
        private void save(Drafts drafts) {
            var all = new ArrayList<Draft>();
            drafts.forEachRemaining(all::add);
            if (!all.isEmpty()) {
                store.save(all);
            }
        }
    }
}

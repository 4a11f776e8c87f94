package xindang.model.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.keeping.Twins;
import xindang.model.law.Gate;
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
        return new Run(template, options, progress, Gate.hidingDay(clock, store)).go(sheets);
    }

    /** One import in progress. */
    private final class Run {
        private final Template template;
        private final IntakeOptions options;
        private final Progress progress;
        private final LocalDate today;
        private final ColumnMapper mapper;

        Run(Template template, IntakeOptions options, Progress progress, LocalDate today) {
            this.template = template;
            this.options = options;
            this.progress = progress;
            this.today = today;
            mapper = new ColumnMapper(template, divisions, within, today);
        }

        IntakeResult go(List<Sheet> sheets) {
            var tables = tables(sheets);
            var runs = List.of(sheet(tables.get(0)));
            var size = runs.stream().mapToInt(run -> run.report().size()).sum();
            var saves = options.mode() == IntakeResult.Mode.SAVED;
            var drafts = drafts(runs, () -> {
                progress.check();
                if (saves) {
                    // writing continues after the last row was checked
                    progress.at("intake.save", 0, size);
                }
            });
            if (!saves) {
                drafts.forEachRemaining(draft -> {});
            } else {
                if (runs.get(0).writer().isFirst()) {
                    store.save(drafts, size);
                } else {
                    save(drafts);
                }
                progress.at("intake.save", size, size);
            }
            return result(runs, tables);
        }

        private IntakeResult result(List<SheetRun> runs, List<Table> tables) {
            var read = runs.stream().map(run -> run.report().result()).toList();
            var others = tables.stream()
                    .map(table -> table.sheet().name())
                    .filter(name -> read.stream()
                            .noneMatch(sheet -> sheet.sheet().name().equals(name)))
                    .toList();
            return new IntakeResult(
                    read,
                    runs.stream().map(SheetRun::counts).reduce(IntakeCounts.NONE, IntakeCounts::plus),
                    runs.stream()
                            .flatMap(run -> run.report().problems().stream())
                            .toList(),
                    runs.stream().flatMap(run -> run.places().counts().stream()).toList(),
                    others,
                    options.mode());
        }

        /** Returns the tables of all sheets that have one. */
        private List<Table> tables(List<Sheet> sheets) {
            var finder = new TableFinder(mapper, template.subjectPaths());
            var tables =
                    sheets.stream().map(finder::find).flatMap(Optional::stream).toList();
            if (tables.isEmpty()) {
                var file = sheets.isEmpty() ? "" : sheets.get(0).file();
                throw new AppException(ErrorCode.UNREADABLE, "no header row", file, "header");
            }
            var table = tables.get(0);
            if (PersonRows.are(table)) {
                throw new AppException(
                        ErrorCode.UNREADABLE,
                        "a row for each person",
                        table.sheet().file(),
                        "persons");
            }
            return tables;
        }

        /** Prepares a sheet. Its rows are read when its subjects are. */
        private SheetRun sheet(Table table) {
            var columns = mapper.map(table, options.placed());
            requireSubject(table, columns);
            var report = new SheetReport(template, table, columns);
            var writer = new RowWriter(template, columns, options, store, divisions, ids, clock);
            var places = places(table, columns);
            var reader = reader(table, columns, places);
            return new SheetRun(
                    report, writer, places, map(new SubjectRows(table, columns, report, progress), reader::read));
        }

        private static <A, B> Iterator<B> map(Iterator<A> from, Function<A, B> change) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return from.hasNext();
                }

                @Override
                public B next() {
                    return change.apply(from.next());
                }
            };
        }

        private void requireSubject(Table table, List<Column> columns) {
            var subject = template.subjectPaths();
            var paths =
                    columns.stream().map(Column::path).flatMap(Optional::stream).toList();
            if (!paths.contains(subject.name()) || !paths.contains(subject.number())) {
                throw new AppException(
                        ErrorCode.UNREADABLE,
                        "no column for the name or the number",
                        table.sheet().file(),
                        "columns");
            }
        }

        private PlaceReader places(Table table, List<Column> columns) {
            var hint = PlaceHint.of(table.sheet(), table.titleTexts().toList(), divisions, within);
            return new PlaceReader(template, divisions, within, options.village(), hint, columns);
        }

        private RowReader reader(Table table, List<Column> columns, PlaceReader places) {
            var context = new ReadingContext(today, divisions, within, "");
            return new RowReader(template, divisions, within, places, context, columns, table.year(today));
        }

        private IntakeDrafts drafts(List<SheetRun> runs, Runnable atEnd) {
            var admission =
                    new Admission(template, divisions, within, () -> new Twins(store, templates).of(template.id()));
            return new IntakeDrafts(
                    runs, admission, options, numbers -> store.byNumbers(template.id(), numbers), atEnd);
        }

        /** Makes all drafts first, because each draft reads the archive, which must not change in the meantime. */
        private void save(IntakeDrafts drafts) {
            var all = new ArrayList<Draft>();
            drafts.forEachRemaining(all::add);
            if (!all.isEmpty()) {
                store.save(all);
            }
        }
    }
}

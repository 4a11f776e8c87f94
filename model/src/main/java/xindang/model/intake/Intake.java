package xindang.model.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Imports sheets: reads all rows, checks all, and saves all accepted rows in one save. A second import of the same
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
     * Imports the first sheet of each file that has a header row, and the sheets of the file with the same items. All
     * are one save. Hidden sheets are not read.
     *
     * @throws AppException UNREADABLE when a file has no such sheet, or a name and a number that may be of different
     *     people; USAGE when the words of a paper are forbidden, which
     *     callers must check before by {@link PaperConsent#wrong}; CANCELLED, and then nothing was saved
     */
    public IntakeResult run(List<Sheet> sheets, IntakeOptions options, Progress progress) {
        if (options.papers().stream().anyMatch(paper -> paper.wrong().isPresent())) {
            throw new AppException(ErrorCode.USAGE, "forbidden words in a paper");
        }
        var template = templates.get(options.type());
        return new Run(template, options, progress, Gate.hidingDay(clock, store), sheets).go(sheets);
    }

    /** One import in progress. */
    private final class Run {
        private final Template template;
        private final IntakeOptions options;
        private final Progress progress;
        private final LocalDate today;
        /** Time of all changes of the import, by which they are recognised as one. */
        private final Instant at;

        private final ColumnMapper mapper;
        private final TableShapes shapes;
        private final List<String> files;

        Run(Template template, IntakeOptions options, Progress progress, LocalDate today, List<Sheet> sheets) {
            this.template = template;
            this.options = options;
            this.progress = progress;
            this.today = today;
            at = new Imports(store).time(clock.instant());
            mapper = new ColumnMapper(template, divisions, within, today);
            shapes = new TableShapes(template, mapper, options);
            files = sheets.isEmpty()
                    ? List.of("")
                    : sheets.stream().map(Sheet::file).distinct().toList();
        }

        IntakeResult go(List<Sheet> sheets) {
            var shaped = shaped(sheets);
            var tables = chosen(shaped);
            var runs = tables.stream().map(this::sheet).toList();
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
            runs.forEach(run -> run.report().add(run.reader().farAmounts()));
            return result(runs, tables, shaped, sheets);
        }

        private IntakeResult result(
                List<SheetRun> runs, List<ShapedTable> read, List<ShapedTable> all, List<Sheet> sheets) {
            return new IntakeResult(
                    read.get(0).shape(),
                    runs.stream().map(SheetRun::result).toList(),
                    runs.stream()
                            .flatMap(run -> run.report().problems().stream())
                            .toList(),
                    runs.stream().flatMap(run -> run.places().counts().stream()).toList(),
                    all.stream()
                            .map(other -> other.table().sheet())
                            .filter(sheet -> read.stream()
                                    .noneMatch(one -> one.table().sheet().equals(sheet)))
                            .map(Sheet::name)
                            .toList(),
                    sheets.stream().filter(Sheet::hidden).map(Sheet::name).toList(),
                    options.mode(),
                    runs.stream().flatMap(run -> run.writer().id().stream()).findFirst(),
                    runs.stream()
                            .flatMap(run -> run.writer().changed().stream())
                            .toList());
        }

        /** Returns the tables of all sheets that are not hidden. */
        private List<ShapedTable> shaped(List<Sheet> sheets) {
            var finder = new TableFinder(mapper, template.subjectPaths());
            return sheets.stream()
                    .filter(sheet -> !sheet.hidden())
                    .map(finder::find)
                    .flatMap(Optional::stream)
                    .map(shapes::of)
                    .toList();
        }

        /** Returns the first table of each file, with the others of the file that are like it. */
        private List<ShapedTable> chosen(List<ShapedTable> shaped) {
            var chosen = new ArrayList<ShapedTable>();
            for (var file : files) {
                var tables = shaped.stream()
                        .filter(table -> table.table().sheet().file().equals(file))
                        .toList();
                if (tables.isEmpty()) {
                    throw new AppException(ErrorCode.UNREADABLE, "no header row", file, "header");
                }
                chosen.addAll(shapes.chosen(tables));
            }
            chosen.forEach(shapes::require);
            return chosen;
        }

        /** Prepares a sheet. Its rows are read when its subjects are. */
        private SheetRun sheet(ShapedTable shaped) {
            var report = new SheetReport(template, shaped.table(), shaped.columns(), today);
            var writer = new RowWriter(
                    template, shaped.columns(), options, store, divisions, ids, Gate.day(clock, store), at);
            var context = new ReadingContext(today, divisions, within, "");
            var places = places(shaped);
            var reader = reader(shaped, places, context);
            var subjects = new SubjectReaders(template, context, progress).subjects(shaped, reader, report);
            return new SheetRun(report, writer, places, reader, subjects);
        }

        private PlaceReader places(ShapedTable shaped) {
            var table = shaped.table();
            var hint = PlaceHint.of(table.sheet(), table.titleTexts().toList(), divisions, within);
            return new PlaceReader(template, divisions, within, options.village(), hint, shaped.columns());
        }

        private RowReader reader(ShapedTable shaped, PlaceReader places, ReadingContext context) {
            var year = shaped.table().year(today);
            return new RowReader(template, divisions, within, places, context, shaped.ofSubject(), year);
        }

        private SubjectDrafts drafts(List<SheetRun> runs, Runnable atEnd) {
            var admission = new Admission(
                    template, store, divisions, within, () -> new Twins(store, templates).of(template.id()));
            var belonging = MemberGroup.of(template).map(members -> new Belonging(template, members, store, divisions));
            return new SubjectDrafts(
                    runs, admission, belonging, options, numbers -> store.byNumbers(template.id(), numbers), atEnd);
        }

        /** Makes all drafts first, because each draft reads the archive, which must not change in the meantime. */
        private void save(SubjectDrafts drafts) {
            var all = new ArrayList<Draft>();
            drafts.forEachRemaining(all::add);
            if (!all.isEmpty()) {
                store.save(all);
            }
        }
    }
}

package xindang.desktop.intake;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Running;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.Watched;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.intake.Column;
import xindang.model.intake.ColumnPlaces;
import xindang.model.intake.Intake;
import xindang.model.intake.IntakeOptions;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Sheet;
import xindang.model.template.Template;
import xindang.persistence.sheet.SheetFiles;

/**
 * An import from the choice of a file to its result. It first checks the file without writing. A change of the options
 * runs the check again.
 */
public final class IntakeViewModel {
    private static final List<String> ENDINGS = List.of("*.xlsx", "*.xls", "*.csv");

    public final StringProperty type = new SimpleStringProperty("household");
    final PaperFields papers = new PaperFields();
    /** The reference of the batch of paper consents, or an empty text. */
    public final StringProperty consent = papers.collect;
    /** True to import rows with a wrong or missing number as 待核. */
    public final BooleanProperty unverified = new SimpleBooleanProperty();

    final ProblemList problems = new ProblemList();
    final ObjectProperty<Optional<ProblemLine>> chosen = new SimpleObjectProperty<>(Optional.empty());

    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CHOOSE);
    private final ReadOnlyObjectWrapper<Optional<IntakeResult>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Running>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final Desk desk;
    private final Office office;
    private final Intake intake;
    private Optional<Path> file = Optional.empty();
    private List<Sheet> sheets = List.of();
    private List<String> checkedPapers = papers.typed();
    private Map<Integer, Optional<String>> placed = Map.of();
    /** The number of started works. Results of earlier works are dropped. */
    private long workNumber;

    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();

    IntakeViewModel(Desk desk, Office office) {
        this.desk = desk;
        this.office = office;
        intake = new Intake(
                office.templates(), office.divisions(), office.store(), office.ids(), desk.clock(), office.region());
        type.addListener((o, before, now) -> {
            placed = Map.of();
            check(problem -> keep(before, now, problem));
        });
        unverified.addListener((o, before, now) -> check());
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<IntakeResult>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Returns the running work. */
    ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Returns true while the import is written. Nothing can be changed then. */
    ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** Returns the text for the failure of the last attempt. */
    ReadOnlyObjectProperty<Optional<String>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Returns the types that can be imported, households first, because they are most of the work. */
    List<Template> kinds() {
        return office.templates().subjects().stream()
                .sorted(Comparator.comparing((Template t) -> !t.id().equals("household"))
                        .thenComparing(Template::id))
                .toList();
    }

    /** Returns the template for the columns. */
    Template template() {
        return office.templates().get(type.get());
    }

    /** Asks for a file and reads it. */
    void choose() {
        desk.dialogs()
                .openFile(new Dialogs.FileWish(
                        desk.text().of("intake.choose"), "", desk.text().of("intake.files"), ENDINGS))
                .ifPresent(this::take);
    }

    /** Reads a file unless it is already open. A person who returns to the page finds it unchanged. */
    void takeIfOther(Path path) {
        if (!file.equals(Optional.of(path))) {
            take(path);
        }
    }

    /** Reads a file and checks it without writing. */
    void take(Path path) {
        if (writing.get()) {
            return;
        }
        if (!file.equals(Optional.of(path)) && file.isPresent()) {
            clear();
        }
        file = Optional.of(path);
        placed = Map.of();
        if (!mayRun()) {
            return;
        }
        var wanted = options().asDryRun();
        start(
                "intake.read",
                progress -> {
                    var read = SheetFiles.read(path, new Watched(progress));
                    return new Read(read, intake.run(read, wanted, new Watched(progress)));
                },
                read -> {
                    sheets = read.sheets();
                    show(Stage.CHECKED, read.result());
                },
                this::closeFile);
    }

    private record Read(List<Sheet> sheets, IntakeResult result) {}

    /** Checks the open file again with the current options. */
    void check() {
        check(problem -> {});
    }

    private void check(Consumer<Throwable> onFailure) {
        if (stage.get() == Stage.CHOOSE && file.isPresent()) {
            take(file.get());
        } else if (stage.get() == Stage.CHECKED && !writing.get() && mayRun()) {
            var wanted = options().asDryRun();
            start(
                    "intake.check",
                    progress -> intake.run(sheets, wanted, new Watched(progress)),
                    checked -> show(Stage.CHECKED, checked),
                    onFailure);
        }
    }

    /** Restores the previous type if the file does not fit the new one. Corrections in the file are kept. */
    private void keep(String before, String tried, Throwable problem) {
        var message = problem instanceof AppException known && known.code() == ErrorCode.UNREADABLE
                ? Optional.of(desk.text()
                        .of(
                                "intake.kind.other",
                                desk.text().of("kind." + tried),
                                desk.text().of("kind." + before)))
                : failure.get();
        type.set(before);
        failure.set(message);
    }

    /** Returns the possible paths of a column, in the order of the template. */
    List<String> places() {
        return ColumnPlaces.offered(template());
    }

    /** Assigns a path to a column, or none. The change is undone if name or number then have no column. */
    void place(Column column, Optional<String> path) {
        if (stage.get() != Stage.CHECKED || writing.get()) {
            return;
        }
        var before = placed;
        var wanted = new HashMap<>(placed);
        if (path.isPresent()) {
            wanted.values().removeIf(path::equals);
        }
        wanted.put(column.index(), path);
        placed = Map.copyOf(wanted);
        check(problem -> {
            placed = before;
            failure.set(Optional.of(desk.text().of("intake.column.needed")));
        });
    }

    /** Checks again if the paper fields changed. */
    void consentEntered() {
        if (!papers.typed().equals(checkedPapers)) {
            check();
        }
    }

    /** Returns false and shows the error if the paper fields are wrong. */
    private boolean mayRun() {
        var wrong = papers.wrong(desk.text(), office.archives().day().records());
        wrong.ifPresent(words -> failure.set(Optional.of(words)));
        return wrong.isEmpty();
    }

    /** Returns a notice for each batch of papers that gets today as its day of signature. */
    List<String> recorded() {
        return papers.ofToday(desk.text(), office.archives().day().records());
    }

    /** Returns true if this type allows an unverified number. */
    boolean mayBeUnverified() {
        return template().subjectPaths().unverified().isPresent();
    }

    /** Writes the checked rows. */
    void write() {
        if (stage.get() == Stage.CHECKED && running.get().isEmpty() && mayRun()) {
            save();
        }
    }

    private void save() {
        var wanted = options();
        writing.set(true);
        start(
                "intake.write",
                progress -> intake.run(sheets, wanted, new Watched(progress)),
                written -> show(Stage.DONE, written),
                problem -> {});
    }

    /** Returns the text of a cell for correction; see {@link Corrections#written}. */
    Optional<String> written(ProblemLine line) {
        return result.get().flatMap(shown -> Corrections.written(shown, line));
    }

    /** Corrects the cell of a problem and runs again. After an import, it also writes the result. */
    void correct(ProblemLine line, String text) {
        correct(List.of(line), text);
    }

    /** Corrects problems of one column at once, see {@link ProblemList#like}. Many cells cannot be emptied at once. */
    void correct(List<ProblemLine> lines, String text) {
        var shown = result.get();
        var line = lines.get(0);
        // An empty field below a masked number must not delete the number.
        if (shown.flatMap(r -> Corrections.column(r, line)).isEmpty()
                || running.get().isPresent()
                || ((line.isMasked() || lines.size() > 1) && text.isBlank())) {
            return;
        }
        sheets = Corrections.put(sheets, shown.get(), lines, text);
        if (stage.get() == Stage.DONE) {
            save();
        } else {
            check();
        }
    }

    /** Cancels the running work without a save. */
    void cancel() {
        running.get().ifPresent(Running::cancel);
    }

    /** Saves the rejected rows as a workbook in their own layout, with the reasons. */
    void keepProblems() {
        result.get().ifPresent(done -> ProblemFile.keep(desk, template(), done));
    }

    /** Opens the list of records and clears the page. */
    void finish() {
        clear();
        desk.navigator().go(Place.of("archive"));
    }

    /** Clears the file and the paper fields. The consents must not apply to another file. */
    void clear() {
        if (writing.get()) {
            return;
        }
        workNumber++;
        cancel();
        running.set(Optional.empty());
        failure.set(Optional.empty());
        file = Optional.empty();
        papers.clear();
        unverified.set(false);
        toChoice();
    }

    /** Removes the earlier file after the new one could not be read. Another type may fit the new one. */
    private void closeFile(Throwable problem) {
        if (!(problem instanceof AppException known && known.code() == ErrorCode.CANCELLED)) {
            toChoice();
        }
    }

    private void toChoice() {
        sheets = List.of();
        problems.set(List.of());
        chosen.set(Optional.empty());
        result.set(Optional.empty());
        stage.set(Stage.CHOOSE);
    }

    private IntakeOptions options() {
        var options = IntakeOptions.of(type.get(), office.user()).placing(placed);
        checkedPapers = papers.typed();
        for (var paper : papers.papers()) {
            options = options.with(paper);
        }
        return unverified.get() ? options.keepingUnverified() : options;
    }

    private void show(Stage next, IntakeResult shown) {
        problems.set(new ProblemLines(desk.text(), template(), shown.allColumns()).of(shown));
        var row = chosen.get().map(ProblemLine::row).orElse(0);
        chosen.set(problems.shown().stream()
                .filter(line -> line.row() >= row)
                .findFirst()
                .or(() -> problems.shown().stream().findFirst()));
        result.set(Optional.of(shown));
        stage.set(next);
    }

    private <T> void start(String name, Tasks.Work<T> work, Consumer<T> done, Consumer<Throwable> onFailure) {
        var mine = ++workNumber;
        cancel();
        failure.set(Optional.empty());
        var started = desk.tasks()
                .start(
                        name,
                        work,
                        value -> {
                            if (mine == workNumber) {
                                ended();
                                done.accept(value);
                            }
                        },
                        problem -> {
                            if (mine == workNumber) {
                                ended();
                                failed(problem);
                                onFailure.accept(problem);
                            }
                        });
        if (started.activeProperty().get()) {
            running.set(Optional.of(started));
        }
    }

    private void ended() {
        running.set(Optional.empty());
        writing.set(false);
    }

    /** Shows failures on the page that a person can resolve. Others are shown in a dialog and logged once. */
    private void failed(Throwable problem) {
        if (problem instanceof AppException known) {
            switch (known.code()) {
                case UNREADABLE ->
                    failure.set(Optional.of(desk.text().of(known)
                            + desk.text().of("intake.unreadable", desk.text().of("kind." + type.get()))));
                case CANCELLED, NOT_FOUND, STALE ->
                    failure.set(Optional.of(desk.text().of(known)));
                default -> desk.dialogs().failed(problem);
            }
            return;
        }
        desk.dialogs().failed(problem);
    }
}

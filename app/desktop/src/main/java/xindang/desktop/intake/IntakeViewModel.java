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
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Office;
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
 * An import from the choice of a file to its result. A file is first read and checked without writing; whoever changes how
 * it is to be taken sees at once what that changes.
 */
public final class IntakeViewModel {
    private static final List<String> ENDINGS = List.of("*.xlsx", "*.xls", "*.csv");

    public final StringProperty type = new SimpleStringProperty("household");
    final PaperFields papers = new PaperFields();
    /** Reference of the batch of paper consents, empty when there is none. */
    public final StringProperty consent = papers.collect;
    /** Whether rows whose number is wrong or missing are taken as 证件待核. */
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
    /** Counts the works begun, so that the result of one that was overtaken is dropped. */
    private long begun;

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

    /** The work under way, with its counts. */
    ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** While it writes, nothing about the import can be changed. */
    ReadOnlyBooleanProperty writingProperty() {
        return writing.getReadOnlyProperty();
    }

    /** Why the last try came to nothing, in words. */
    ReadOnlyObjectProperty<Optional<String>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Kinds that can be imported: households first, they are most of the work. */
    List<Template> kinds() {
        return office.templates().subjects().stream()
                .sorted(Comparator.comparing((Template t) -> !t.id().equals("household"))
                        .thenComparing(Template::id))
                .toList();
    }

    /** The template that the columns are mapped to. */
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

    /** Reads a file that is not the one at hand: who comes back to a page finds it as it was. */
    void takeUnlessTaken(Path path) {
        if (!file.equals(Optional.of(path))) {
            take(path);
        }
    }

    /** Reads a file and says what would become of it. */
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
                this::letGo);
    }

    private record Read(List<Sheet> sheets, IntakeResult result) {}

    /** Looks again at the file that was read, the way it is to be taken now. */
    void check() {
        check(problem -> {});
    }

    private void check(Consumer<Throwable> gaveUp) {
        if (stage.get() == Stage.CHOOSE && file.isPresent()) {
            take(file.get());
        } else if (stage.get() == Stage.CHECKED && !writing.get() && mayRun()) {
            var wanted = options().asDryRun();
            start(
                    "intake.check",
                    progress -> intake.run(sheets, wanted, new Watched(progress)),
                    checked -> show(Stage.CHECKED, checked),
                    gaveUp);
        }
    }

    /** A kind that the file does not hold is not taken: what was read before stands, with what was corrected in it. */
    private void keep(String before, String tried, Throwable problem) {
        var said = problem instanceof AppException known && known.code() == ErrorCode.UNREADABLE
                ? Optional.of(desk.text()
                        .of(
                                "intake.kind.other",
                                desk.text().of("kind." + tried),
                                desk.text().of("kind." + before)))
                : failure.get();
        type.set(before);
        failure.set(said);
    }

    /** Paths that a column may be put to, in the order of the template. */
    List<String> places() {
        return ColumnPlaces.offered(template());
    }

    /** Puts a column to an item, or nowhere, and looks again. Without a name and a number it stays as it was. */
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

    /** Looks again when something else was typed about the papers. */
    void consentEntered() {
        if (!papers.typed().equals(checkedPapers)) {
            check();
        }
    }

    /** Says what is wrong with the papers, in place of reading the file under them. */
    private boolean mayRun() {
        var wrong = papers.wrong(desk.text(), office.archives().day().records());
        wrong.ifPresent(words -> failure.set(Optional.of(words)));
        return wrong.isEmpty();
    }

    /** The papers of which the day of the signature is taken to be today, in words. */
    List<String> recorded() {
        return papers.ofToday(desk.text(), office.archives().day().records());
    }

    /** Whether subjects of this kind may be kept under a number that is not verified. */
    boolean mayBeUnverified() {
        return template().subjectPaths().unverified().isPresent();
    }

    /** Writes what was checked. */
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

    /** What the cell of a problem says, to be corrected; see {@link Corrections#written}. */
    Optional<String> written(ProblemLine line) {
        return result.get().flatMap(shown -> Corrections.written(shown, line));
    }

    /** Puts another text into the cell of a problem and looks again; what was written before is written with it. */
    void correct(ProblemLine line, String text) {
        var shown = result.get();
        var column = shown.flatMap(r -> Corrections.column(r, line));
        // An empty field under a masked number is nothing typed, and takes no number out of the table.
        if (column.isEmpty() || running.get().isPresent() || (line.isMasked() && text.isBlank())) {
            return;
        }
        var wrong = shown.get().sheet();
        var right = Corrections.put(wrong, line.row(), column.get().index(), text);
        sheets = sheets.stream()
                .map(sheet -> sheet.equals(wrong) ? right : sheet)
                .toList();
        if (stage.get() == Stage.DONE) {
            save();
        } else {
            check();
        }
    }

    /** Stops what is under way; nothing of it was saved. */
    void cancel() {
        running.get().ifPresent(Running::cancel);
    }

    /** Gives the rejected rows as a workbook in their own layout, with the reasons. */
    void keepProblems() {
        result.get().ifPresent(done -> ProblemFile.keep(desk, template(), done));
    }

    /** To the archives, where what came in stands; the page is empty for the next file. */
    void finish() {
        clear();
        desk.navigator().go(Place.of("archive"));
    }

    /** Lets go of the file, and of the consent to it: nobody consented to another one by it. */
    void clear() {
        if (writing.get()) {
            return;
        }
        begun++;
        cancel();
        running.set(Optional.empty());
        failure.set(Optional.empty());
        file = Optional.empty();
        papers.clear();
        unverified.set(false);
        toChoice();
    }

    /** A file that cannot be read takes the place of the one before: another kind may fit it. */
    private void letGo(Throwable problem) {
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
        problems.set(new ProblemLines(desk.text(), template(), shown.columns()).of(shown.problems()));
        var row = chosen.get().map(ProblemLine::row).orElse(0);
        chosen.set(problems.shown().stream()
                .filter(line -> line.row() >= row)
                .findFirst()
                .or(() -> problems.shown().stream().findFirst()));
        result.set(Optional.of(shown));
        stage.set(next);
    }

    private <T> void start(String name, Tasks.Work<T> work, Consumer<T> done, Consumer<Throwable> gaveUp) {
        var mine = ++begun;
        cancel();
        failure.set(Optional.empty());
        var started = desk.tasks()
                .start(
                        name,
                        work,
                        value -> {
                            if (mine == begun) {
                                ended();
                                done.accept(value);
                            }
                        },
                        problem -> {
                            if (mine == begun) {
                                ended();
                                failed(problem);
                                gaveUp.accept(problem);
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

    /** What the person can mend is said on the page; everything else is said and logged once. */
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

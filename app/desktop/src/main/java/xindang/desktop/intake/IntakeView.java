package xindang.desktop.intake;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.WaitingBar;
import xindang.model.intake.IntakeResult;

/** The import page: a drop area for a file, then figures at the top, columns at the left, problems at the right. */
final class IntakeView {
    /** Height of the rows in em, for the largest text size, where the page scrolls. */
    private static final int LARGEST_ROWS = 26;

    private final Desk desk;
    private final Messages text;
    private final IntakeViewModel model;
    private final VBox root = Boxes.styled(new VBox(), "page", "gap-16");
    private final VBox messages = Boxes.column("gap-8");
    private final StackPane waiting = new StackPane();
    private final StackPane body = new StackPane();
    private final HBox tools = Boxes.row("gap-16");
    private final ProblemTable problems;
    private final Button start;
    /** True if the columns are shown instead of the rows, in a window too small for both. */
    private final ObjectProperty<Boolean> columnsShown = new SimpleObjectProperty<>(false);

    private final ColumnEditing editing = new ColumnEditing(this::show);

    private final Command choose;
    private final Command another;
    private final Command write;
    private final Command finish;
    private final Command again;

    IntakeView(Desk desk, IntakeViewModel model) {
        this.desk = desk;
        this.model = model;
        text = desk.text();
        var idle = Bindings.createBooleanBinding(
                () -> model.runningProperty().get().isEmpty(), model.runningProperty());
        choose = Command.of("intake.choose", "intake.choose", model::choose)
                .on("Ctrl+O")
                .when(at(Stage.CHOOSE));
        another = Command.of("intake.another", "intake.another", model::choose)
                .on("Ctrl+O")
                .when(at(Stage.CHECKED));
        write = Command.of("intake.write", "intake.write", model::write)
                .on("Ctrl+Enter")
                .when(Bindings.createBooleanBinding(
                        () -> model.stageProperty().get() == Stage.CHECKED
                                && idle.get()
                                && model.resultProperty()
                                        .get()
                                        .filter(r -> r.accepted() > 0)
                                        .isPresent(),
                        model.stageProperty(),
                        idle,
                        model.resultProperty()));
        again = Command.of("intake.again", "intake.again", this::again)
                .on("Ctrl+O")
                .when(at(Stage.DONE));
        finish = Command.of("intake.finish", "intake.finish", model::finish)
                .on("Ctrl+Enter")
                .when(at(Stage.DONE));
        problems = new ProblemTable(desk, model);
        root.getChildren().addAll(messages, waiting, Boxes.grow(body));
        hideWhenEmpty(messages);
        hideWhenEmpty(waiting);
        tools.setMinWidth(HBox.USE_PREF_SIZE);
        start = Buttons.primary(text, Feather.FILE_TEXT, choose);
        start.getStyleClass().add("large");
        root.setOnDragOver(this::over);
        root.setOnDragDropped(this::dropped);
    }

    Screen screen() {
        var first = Subscription.combine(
                model.stageProperty().subscribe(stage -> show()),
                model.resultProperty().subscribe(result -> show()),
                model.runningProperty().subscribe(running -> {
                    waiting.getChildren().clear();
                    running.ifPresent(r -> waiting.getChildren().add(WaitingBar.of(desk, "intake.waiting", r)));
                }),
                model.failureProperty().subscribe(failure -> {
                    messages.getChildren().clear();
                    failure.ifPresent(words -> {
                        messages.getChildren().add(Cards.notice("refused", words));
                        // a refused choice must show the present value again
                        show();
                    });
                }));
        body.disableProperty().bind(model.writingProperty());
        var commands = new ArrayList<Command>(List.of(choose, another, write, finish, again));
        commands.addAll(problems.commands());
        return Screen.of(text.of("intake.title"), root)
                .title(words(r -> text.of("intake.title.done"), text.of("intake.title")))
                .path(Bindings.createStringBinding(
                        () -> model.resultProperty().get().map(this::path).orElse(""), model.resultProperty()))
                .tools(Boxes.spring(), tools)
                .commands(commands)
                .focus(model.stageProperty().get() == Stage.CHOOSE ? start : problems.first())
                .leaving(() -> {
                    first.unsubscribe();
                    problems.leave();
                });
    }

    private String path(IntakeResult shown) {
        var file = shown.sheet().file();
        var sheet = shown.sheet().name();
        return file.equals(sheet) || sheet.isEmpty() ? file : text.of("intake.path", file, sheet);
    }

    private ObservableValue<String> words(Function<IntakeResult, String> done, String otherwise) {
        return Bindings.createStringBinding(
                () -> model.stageProperty().get() == Stage.DONE
                        ? model.resultProperty().get().map(done).orElse(otherwise)
                        : otherwise,
                model.stageProperty(),
                model.resultProperty());
    }

    private ObservableBooleanValue at(Stage stage) {
        return Bindings.createBooleanBinding(
                () -> model.stageProperty().get() == stage
                        && model.runningProperty().get().isEmpty(),
                model.stageProperty(),
                model.runningProperty());
    }

    private void again() {
        model.clear();
        model.choose();
    }

    private void show() {
        var result = model.resultProperty().get();
        var stage = model.stageProperty().get();
        switch (stage) {
            case CHOOSE -> {
                editing.end();
                tools.getChildren().clear();
                body.getChildren().setAll(chooser());
            }
            case CHECKED -> {
                tools.getChildren()
                        .setAll(
                                Buttons.secondary(text, Feather.FILE_TEXT, another),
                                Buttons.primary(text, Feather.CHECK, write));
                result.ifPresent(r -> look(checked(r, stage)));
            }
            case DONE -> {
                tools.getChildren()
                        .setAll(
                                Buttons.secondary(text, Feather.UPLOAD, again),
                                Buttons.primary(text, Feather.CHECK, finish));
                result.ifPresent(r -> look(checked(r, stage)));
            }
        }
    }

    private void look(Node content) {
        body.getChildren().setAll(content);
        editing.focus(body).orElse(problems.first()).requestFocus();
    }

    private Node checked(IntakeResult result, Stage stage) {
        var roomy = desk.size().roomy();
        var columns = new ColumnCard(text, model, result, stage, editing)
                .root(roomy ? choice() : TextRoles.card(text.of("intake.columns")));
        var rows = problems.show(result, stage, roomy ? choice() : TextRoles.card(text.of("intake.problems")));
        var below = roomy ? folded(rows, columns) : new HBox(columns, Boxes.grow(rows));
        below.getStyleClass().add("gap-16");
        var all = Boxes.column("gap-16", new Figures(desk, result, stage).root());
        if (stage == Stage.CHECKED) {
            all.getChildren().add(new IntakeOptionsBar(desk, model).root());
        }
        model.recorded().forEach(words -> all.getChildren().add(Cards.notice("info", words)));
        if (result.withdrawnRows() > 0) {
            all.getChildren().add(Cards.notice("warning", text.of("intake.withdrawn", result.withdrawnRows())));
        }
        all.getChildren().add(Boxes.grow(below));
        if (desk.size() == Look.Size.LARGEST) {
            below.setMinHeight(LARGEST_ROWS * desk.size().pixels());
            return Boxes.scroll(all);
        }
        return all;
    }

    /** Shows either rows or columns. The choice replaces the title. */
    private Pane folded(Node rows, Node columns) {
        var shown = new StackPane();
        Runnable change = () -> shown.getChildren().setAll(columnsShown.get() ? columns : rows);
        change.run();
        columnsShown.addListener((o, before, now) -> change.run());
        return shown;
    }

    private Node choice() {
        return Segmented.of(
                "intake-part",
                text.of("intake.title"),
                List.of(
                        new Segmented.Option<>(false, text.of("intake.problems")),
                        new Segmented.Option<>(true, text.of("intake.columns"))),
                columnsShown);
    }

    private Node chooser() {
        var words = TextRoles.of(text.of("intake.drop"), "card-title");
        var kinds = TextRoles.second(text.of("intake.drop.kinds"));
        var law = TextRoles.with(Icons.of(Feather.SLASH), text.of("intake.drop.law"), "caption");
        var place = Boxes.styled(new VBox(words, kinds, start, law), "drop-place");
        return Boxes.column("gap-16", new IntakeOptionsBar(desk, model).root(), Boxes.grow(place));
    }

    private void over(DragEvent event) {
        if (file(event).isPresent() && !model.writingProperty().get()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        var file = file(event);
        file.ifPresent(path -> {
            if (model.stageProperty().get() == Stage.DONE) {
                model.clear();
            }
            model.take(path);
        });
        event.setDropCompleted(file.isPresent());
        event.consume();
    }

    private static Optional<Path> file(DragEvent event) {
        return event.getDragboard().getFiles().stream().findFirst().map(File::toPath);
    }

    private static void hideWhenEmpty(Pane pane) {
        pane.managedProperty().bind(Bindings.isNotEmpty(pane.getChildren()));
        pane.visibleProperty().bind(pane.managedProperty());
    }
}

package xindang.desktop.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import xindang.desktop.shell.UnlockService;
import xindang.desktop.shell.UnlockView;
import xindang.desktop.shell.UnlockViewModel;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.FxDialogs;
import xindang.desktop.ui.FxTasks;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.Theme;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.value.DivisionCode;
import xindang.persistence.Workspace;

/** The only window. It shows the unlock page or an open archive. */
final class MainWindow {
    /** The version on the unlock page and in the status bar. */
    static final String VERSION = "0.1";

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /** Space for the title bar and borders, in pixels. */
    private static final double FRAME = 48;

    private final Clock clock;
    private final Preferences preferences;
    private final Optional<PracticeVillage> practice;
    private final Runnable closed;
    private final Messages text = new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.SHOW_KEY);
    private final Theme theme = new Theme();
    private final Overlay overlay = new Overlay();
    private final FxDialogs dialogs = new FxDialogs(overlay, text);
    private final FxTasks tasks = new FxTasks();
    private final Tasks.Lane looks = tasks.latest("look");
    private final Supplier<Shipped> shipped = Shipped.once();
    private final Stage stage = new Stage();
    private @Nullable DesktopSession session;
    private @Nullable AutoCloseable practising;
    private Optional<PracticeVillage.Prepared> prepared = Optional.empty();

    /**
     * Creates the window.
     *
     * @param closed runs after the window and the archive are closed
     */
    MainWindow(Clock clock, Preferences preferences, Optional<PracticeVillage> practice, Runnable closed) {
        this.clock = clock;
        this.preferences = preferences;
        this.practice = practice;
        this.closed = closed;
    }

    /**
     * Shows the unlock page.
     *
     * @param archive folder of the archive to open; if empty, the page offers the earlier ones
     */
    void show(Optional<Path> archive) {
        begin(() -> door(model -> archive.ifPresent(model::begin)));
    }

    /** Creates the practice village without the unlock page. */
    void practise(PracticeVillage village) {
        begin(() -> make(village));
    }

    private void begin(Runnable first) {
        Theme.loadFonts();
        theme.show(preferences.look());
        theme.lookProperty()
                .addListener((o, before, now) -> looks.run(
                        progress -> {
                            preferences.keep(now);
                            return now;
                        },
                        kept -> {},
                        dialogs::failed));
        tasks.latest("shipped").run(progress -> shipped.get(), read -> {}, dialogs::failed);
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> dialogs.failed(problem));
        overlay.content(new StackPane());
        stage.setScene(new Scene(overlay.root(), WIDTH, HEIGHT));
        stage.setTitle(text.of("shell.name"));
        stage.setOnCloseRequest(e -> {
            e.consume();
            leave(this::end);
        });
        first.run();
        size();
    }

    /** Shows the window in its normal size, or maximised if the screen is too small. */
    private void size() {
        var room = Screen.getPrimary().getVisualBounds();
        if (room.getWidth() < WIDTH + FRAME || room.getHeight() < HEIGHT + FRAME) {
            stage.setMaximized(true);
        } else {
            // Some window managers start with their own size.
            Platform.runLater(stage::sizeToScene);
        }
        stage.show();
    }

    /**
     * Shows the unlock page.
     *
     * @param chosen selects the archive to open
     */
    private void door(Consumer<UnlockViewModel> chosen) {
        var gate = new WorkspaceGate(preferences, shipped, clock, this::enter);
        var model = new UnlockViewModel(gate, tasks, text);
        model.person.set(preferences.person());
        chosen.accept(model);
        var view = new UnlockView(model, text, dialogs, theme, VERSION, practice.map(p -> (Runnable) () -> make(p)));
        overlay.content(view.root());
        Platform.runLater(view::focus);
    }

    private void enter(Workspace workspace, String person) {
        var opened = new DesktopSession(
                workspace,
                person,
                clock,
                text,
                theme,
                overlay,
                dialogs,
                tasks,
                shipped.get(),
                () -> lock(workspace, person));
        session = opened;
        opened.show();
    }

    /** Closes the archive and shows the unlock page with the same archive and person. */
    private void lock(Workspace workspace, String person) {
        var region = DivisionCode.of(workspace.info().region());
        var known = new UnlockService.Known(
                workspace.folder(), shipped.get().divisions().shortName(region));
        leave(() -> door(model -> {
            model.choose(known);
            model.person.set(person);
            prepared.filter(village -> village.folder().equals(known.folder()))
                    .ifPresent(village -> model.hint.set(text.of("unlock.hint", village.password())));
        }));
    }

    /** Creates the practice village and opens it. Shows the progress. */
    private void make(PracticeVillage village) {
        var step = new SimpleStringProperty(text.of("practice.begin"));
        var bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setAccessibleText(text.of("waiting.name"));
        bar.setPrefWidth(WIDTH / 3);
        var stopped = new AtomicBoolean();
        var cancel =
                Buttons.plain("practice-cancel", text.of("waiting.cancel"), Optional.empty(), () -> stopped.set(true));
        var box = Boxes.column(
                "gap-16", TextRoles.title(text.of("practice.title")), bar, TextRoles.bound(step, "second"), cancel);
        overlay.content(Boxes.styled(new StackPane(Boxes.styled(box, "practice")), "page"));
        tasks.start(
                "practice",
                progress -> {
                    var prepared = village.prepare((words, done, total) -> {
                        if (stopped.get()) {
                            throw new AppException(ErrorCode.CANCELLED, "no practice after all");
                        }
                        Platform.runLater(() -> {
                            step.set(words);
                            bar.setProgress(total == 0 ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / total);
                        });
                    });
                    var workspace = Workspace.open(
                            prepared.folder(),
                            prepared.password().toCharArray(),
                            shipped.get().templates(),
                            clock);
                    return new Ready(prepared, workspace);
                },
                ready -> {
                    practising = ready.prepared().running();
                    prepared = Optional.of(ready.prepared());
                    enter(ready.workspace(), ready.prepared().person());
                },
                problem -> {
                    door(model -> {});
                    if (!stopped.get()) {
                        dialogs.failed(problem);
                    }
                });
    }

    private record Ready(PracticeVillage.Prepared prepared, Workspace workspace) {}

    private void leave(Runnable then) {
        var open = session;
        if (open == null) {
            then.run();
            return;
        }
        open.leave(() -> {
            session = null;
            then.run();
        });
    }

    private void end() {
        var services = practising;
        tasks.start(
                "end",
                progress -> {
                    if (services != null) {
                        services.close();
                    }
                    return true;
                },
                done -> hide(),
                problem -> {
                    LoggerFactory.getLogger(MainWindow.class)
                            .error("practice not closed: {}", problem.getClass().getName());
                    hide();
                });
    }

    private void hide() {
        stage.hide();
        tasks.close();
        closed.run();
    }
}

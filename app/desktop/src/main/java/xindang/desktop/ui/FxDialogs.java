package xindang.desktop.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Failed;

/** Shows questions inside the window and uses the file choosers of the operating system. */
public final class FxDialogs implements Dialogs {
    private static final Logger LOG = LoggerFactory.getLogger(FxDialogs.class);

    private final Overlay overlay;
    private final Messages text;

    public FxDialogs(Overlay overlay, Messages text) {
        this.overlay = overlay;
        this.text = text;
    }

    @Override
    public void confirm(Question question, Runnable agreed) {
        var safe = Buttons.plain("dialog-no", text.of("dialog.no"), Optional.of("Esc"), overlay::closeDialog);
        var yes = Buttons.plain("dialog-yes", question.agree(), Optional.empty(), () -> {
            overlay.closeDialog();
            agreed.run();
        });
        yes.getStyleClass().add(question.danger() ? "danger" : "primary");
        overlay.dialog(card(question.title(), question.body(), safe, yes), safe, () -> {});
    }

    @Override
    public Optional<Path> openFile(FileWish wish) {
        return ask(chooser(wish)::showOpenDialog);
    }

    @Override
    public Optional<Path> saveFile(FileWish wish) {
        return ask(chooser(wish)::showSaveDialog).map(wish::ended);
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return ask(chooser::showDialog);
    }

    @Override
    public void failed(Throwable problem) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        var known = problem instanceof AppException failure
                ? failure
                : new AppException(ErrorCode.INTERNAL, "unexpected", problem);
        LOG.error("incident {}: {}: {}", incident, known.code(), new Failed(known));
        var close = Buttons.plain("dialog-close", text.of("dialog.close"), Optional.of("Esc"), overlay::closeDialog);
        overlay.dialog(
                card(text.of("dialog.failed"), text.of(known) + "\n" + text.of("dialog.incident", incident), close),
                close,
                () -> {});
    }

    @Override
    public void showNotice(String message) {
        overlay.toast(message);
    }

    private static VBox card(String title, String body, Button... buttons) {
        var row = Boxes.row("gap-8", Boxes.spring());
        row.getChildren().addAll(buttons);
        var card = Boxes.styled(
                new VBox(TextRoles.paragraph(title, "section"), TextRoles.paragraph(body), row), "dialog-card");
        card.setMaxHeight(VBox.USE_PREF_SIZE);
        card.setAccessibleText(title);
        return card;
    }

    private static FileChooser chooser(FileWish wish) {
        var chooser = new FileChooser();
        chooser.setTitle(wish.title());
        if (!wish.name().isEmpty()) {
            chooser.setInitialFileName(wish.name());
        }
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(wish.kind(), wish.patterns()));
        return chooser;
    }

    /** Some window managers shrink a maximised window while it waits for a dialog. */
    private Optional<Path> ask(Function<Window, @Nullable File> chooser) {
        var window = (Stage) overlay.root().getScene().getWindow();
        var filled = window.isMaximized();
        var chosen = Optional.ofNullable(chooser.apply(window)).map(File::toPath);
        Platform.runLater(() -> window.setMaximized(filled));
        return chosen;
    }
}

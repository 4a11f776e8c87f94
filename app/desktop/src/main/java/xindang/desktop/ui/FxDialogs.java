package xindang.desktop.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Questions in the window itself, file choosers of the system. */
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
        return Optional.ofNullable(chooser(wish).showOpenDialog(window())).map(File::toPath);
    }

    @Override
    public Optional<Path> saveFile(FileWish wish) {
        return Optional.ofNullable(chooser(wish).showSaveDialog(window())).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(window())).map(File::toPath);
    }

    @Override
    public void failed(Throwable problem) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {}", incident, problem);
        var known = problem instanceof AppException failure
                ? failure
                : new AppException(ErrorCode.INTERNAL, String.valueOf(problem.getMessage()), problem);
        var close = Buttons.plain("dialog-close", text.of("dialog.close"), Optional.of("Esc"), overlay::closeDialog);
        overlay.dialog(
                card(text.of("dialog.failed"), text.of(known) + "\n" + text.of("dialog.incident", incident), close),
                close,
                () -> {});
    }

    @Override
    public void said(String message) {
        overlay.toast(message);
    }

    private static VBox card(String title, String body, Button... buttons) {
        var row = Boxes.row("gap-8", Boxes.spring());
        row.getChildren().addAll(buttons);
        var card = Boxes.styled(new VBox(Words.paragraph(title, "section"), Words.paragraph(body), row), "dialog-card");
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
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(wish.kind(), wish.endings()));
        return chooser;
    }

    private Window window() {
        return overlay.root().getScene().getWindow();
    }
}

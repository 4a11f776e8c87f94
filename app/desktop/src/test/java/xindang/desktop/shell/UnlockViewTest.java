package xindang.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xindang.desktop.InlineTasks;
import xindang.desktop.Pictures;
import xindang.desktop.Screens;
import xindang.desktop.ScriptedDialogs;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Theme;

@Tag("ui")
class UnlockViewTest {
    private final Messages text = new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL);

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @Test
    void asksForThePasswordInAWindowThatAlreadyStands() {
        var owner = Pictures.onScreen(() -> {
            var known = List.of(new UnlockService.Known(Path.of("a"), "拉林满族镇"));
            var model = new UnlockViewModel(new Door(known, new ArrayList<>()), new InlineTasks(), text);
            model.person.set("王海燕");
            var frame = new StackPane(new Button("锁定"));
            var stage = new Stage();
            stage.setScene(new Scene(frame, 1280, 800));
            stage.show();
            var view = new UnlockView(model, text, new ScriptedDialogs(), new Theme(), "0.1", Optional.empty());
            frame.getChildren().setAll(view.root());
            view.focus();
            var focused = stage.getScene().getFocusOwner();
            stage.close();
            return focused;
        });

        assertEquals("unlock-password", owner == null ? "" : owner.getId());
    }

    @Test
    void asksForThePasswordAgainAfterAnOpeningThatCameToNothing() {
        var owner = Pictures.onScreen(() -> {
            var known = List.of(new UnlockService.Known(Path.of("a"), "拉林满族镇"));
            var model = new UnlockViewModel(new Door(known, new ArrayList<>()), new InlineTasks(), text);
            model.person.set("王海燕");
            var view = new UnlockView(model, text, new ScriptedDialogs(), new Theme(), "0.1", Optional.empty());
            var stage = new Stage();
            stage.setScene(new Scene(view.root(), 1280, 800));
            stage.show();
            view.focus();
            model.password.set("wrong");
            var open = (Button) stage.getScene().lookup("#unlock-open");
            open.requestFocus();
            open.fire();
            var focused = stage.getScene().getFocusOwner();
            stage.close();
            return focused;
        });

        assertEquals("unlock-password", owner == null ? "" : owner.getId());
    }

    @ParameterizedTest
    @EnumSource
    void showsTheWholeRecoveryCode(Look.Size size) {
        var stage = Pictures.onScreen(() -> {
            var theme = new Theme();
            theme.show(new Look(Look.Tone.LIGHT, size));
            var model = new UnlockViewModel(new Door(List.of(), new ArrayList<>()), new InlineTasks(), text);
            var view = new UnlockView(model, text, new ScriptedDialogs(), theme, "0.1", Optional.empty());
            var shown = new Stage();
            shown.setScene(new Scene(view.root(), 1280, 800));
            shown.show();
            model.person.set("王海燕");
            model.regionTyped.set("拉林");
            model.password.set("long enough");
            model.again.set("long enough");
            model.open();
            return shown;
        });
        Pictures.settle();

        var drawn = Pictures.onScreen(() -> {
            var words = (Text) stage.getScene().lookup("#unlock-recovery-code .text");
            stage.close();
            return words.getText();
        });
        assertEquals(Door.CODE, drawn.replaceAll("\\s", ""));
    }
}

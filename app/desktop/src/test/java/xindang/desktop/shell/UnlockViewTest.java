package xindang.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
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

package xindang.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.Gallery;
import xindang.desktop.Pictures;
import xindang.desktop.Screens;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Navigator;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.Theme;

/** Checks the focus while a pressed button is disabled. */
@Tag("ui")
class ShellFocusTest {
    private final SimpleBooleanProperty idle = new SimpleBooleanProperty(true);
    private Scene scene = new Scene(new VBox());

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    /** Shows a page with a focused action in the top bar. The next node in tab order is in the rail. */
    @BeforeEach
    void open() {
        scene = Pictures.onScreen(() -> {
            var desk = Gallery.desk(new Theme(), new Navigator() {
                @Override
                public void go(Place place) {}

                @Override
                public void back() {}
            });
            var action = Buttons.primary(
                    desk.text(),
                    Feather.REFRESH_CW,
                    Command.of("home.action", "shell.find", () -> {}).when(idle));
            var other = new TextField();
            other.setId("other");
            other.setFocusTraversable(false);
            var page = new VBox(other);
            page.setId("page");
            var feature = Feature.inRail("home", "chip.saved", Feather.HOME, place -> Screen.of("页", page)
                    .tools(action)
                    .focus(action));
            var shell = new Shell(
                    desk,
                    new Overlay(),
                    new ShellViewModel("王海燕", "LL-03", "0.1"),
                    List.of(feature),
                    typed -> List.of(),
                    () -> {});
            var stage = new Stage();
            stage.setScene(new Scene(shell.root(), 1280, 800));
            stage.show();
            shell.go(Place.of("home"));
            return stage.getScene();
        });
        Pictures.settle();
        assertEquals("home-action", owner());
    }

    @AfterEach
    void close() {
        Pictures.onScreen(() -> {
            scene.getWindow().hide();
            return null;
        });
    }

    private String owner() {
        return Pictures.onScreen(() ->
                Optional.ofNullable(scene.getFocusOwner()).map(Node::getId).orElse(""));
    }

    private void idle(boolean now) {
        Pictures.onScreen(() -> {
            idle.set(now);
            return null;
        });
        Pictures.settle();
    }

    @Test
    void staysOnThePageAndComesBack() {
        idle(false);
        assertEquals("page", owner());

        idle(true);
        assertEquals("home-action", owner());
    }

    @Test
    void staysWhereSomebodyWentMeanwhile() {
        idle(false);
        Pictures.onScreen(() -> {
            scene.lookup("#other").requestFocus();
            return null;
        });

        idle(true);

        assertEquals("other", owner());
    }
}

package xindang.benchmarks;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import xindang.model.common.Exempt;

/** The smallest JavaFX window: a line of text and a button. Prints a line when it is shown. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "who started it waits for the word")
public final class BareWindow {
    private BareWindow() {}

    /** Shows the window until the process ends. */
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new VBox(new Label("Xindang"), new Button("OK")), 1280, 800));
            WindowWatch.tell();
            stage.show();
        });
    }
}

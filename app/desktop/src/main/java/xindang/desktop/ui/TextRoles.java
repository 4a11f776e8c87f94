package xindang.desktop.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Creates labels in the text roles of the design guide. */
public final class TextRoles {
    private TextRoles() {}

    /**
     * Returns a text with roles: score, figure, title, section, card-title, strong, second, second-strong, caption,
     * legend.
     */
    public static Label of(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** Returns a label that follows an observable text. */
    public static Label bound(ObservableValue<String> text, String... classes) {
        var label = of("", classes);
        label.textProperty().bind(text);
        return label;
    }

    public static Label title(String text) {
        return of(text, "title");
    }

    public static Label section(String text) {
        return of(text, "section");
    }

    public static Label card(String text) {
        return of(text, "card-title");
    }

    public static Label body(String text) {
        return of(text);
    }

    public static Label strong(String text) {
        return of(text, "strong");
    }

    /** Returns a secondary text; 13 px at base size 14. */
    public static Label second(String text) {
        return of(text, "second");
    }

    public static Label caption(String text) {
        return of(text, "caption");
    }

    /** Returns a text that wraps. */
    public static Label paragraph(String text, String... classes) {
        var label = of(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** Returns a recovery code for copying by hand. It has two lines, so it is never cut off. */
    public static Label code(String printed) {
        return paragraph(printed.replaceFirst("((?:[^-]+-){3}[^-]+)-", "$1-\n"), "recovery-code");
    }

    /** Returns a text with an icon before it. */
    public static Label with(Node icon, String text, String... classes) {
        var label = of(text, classes);
        label.setGraphic(icon);
        return label;
    }
}

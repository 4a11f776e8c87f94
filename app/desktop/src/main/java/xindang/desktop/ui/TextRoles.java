package xindang.desktop.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Texts in the roles of the design guide. */
public final class TextRoles {
    private TextRoles() {}

    /** A text in a role: score, figure, title, section, card-title, strong, second, second-strong, caption, legend. */
    public static Label of(String text, String... classes) {
        var label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** A text that changes. */
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

    /** The second line, 13 px at 14. */
    public static Label second(String text) {
        return of(text, "second");
    }

    public static Label caption(String text) {
        return of(text, "caption");
    }

    /** A paragraph that wraps. */
    public static Label paragraph(String text, String... classes) {
        var label = of(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /** A recovery code to be copied by hand: in two lines, so that none of it is ever cut off. */
    public static Label code(String printed) {
        return paragraph(printed.replaceFirst("((?:[^-]+-){3}[^-]+)-", "$1-\n"), "recovery-code");
    }

    /** A text after its icon. */
    public static Label with(Node icon, String text, String... classes) {
        var label = of(text, classes);
        label.setGraphic(icon);
        return label;
    }
}

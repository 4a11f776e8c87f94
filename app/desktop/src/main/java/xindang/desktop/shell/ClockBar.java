package xindang.desktop.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.TextRoles;
import xindang.model.law.SureDay;

/**
 * The bar below the top of every page while the date of this computer is not a sure day. Rows that seem expired are
 * then kept and hidden (征信业管理条例 article 16).
 *
 * <p>A person can confirm the date by typing it with its weekday.
 */
public final class ClockBar {
    private final Desk desk;
    private final Supplier<SureDay> day;
    private final Runnable confirm;
    private final Tasks.Lane reading;
    private final VBox root = Boxes.styled(new VBox(), "clock-bar");
    private Optional<SureDay> shown = Optional.empty();

    /**
     * Creates the bar.
     *
     * @param day reads the day; called in the background
     * @param confirm makes the date of the clock a sure day; called in the background
     */
    public ClockBar(Desk desk, Supplier<SureDay> day, Runnable confirm) {
        this.desk = desk;
        this.day = day;
        this.confirm = confirm;
        reading = desk.tasks().latest("clock");
        show(Optional.empty());
    }

    VBox root() {
        return root;
    }

    /** Checks again whether the day is sure. */
    public void refresh() {
        reading.run(
                progress -> day.get(),
                now -> {
                    var ahead = Optional.of(now).filter(today -> !today.isSure());
                    // Do not replace an unchanged bar: a person may be typing in it.
                    if (!ahead.equals(shown)) {
                        show(ahead);
                    }
                },
                desk.dialogs()::failed);
    }

    private void show(Optional<SureDay> ahead) {
        shown = ahead;
        root.getChildren().clear();
        ahead.ifPresent(now -> root.getChildren().add(notice(now)));
        root.setVisible(ahead.isPresent());
        root.setManaged(ahead.isPresent());
    }

    private HBox notice(SureDay now) {
        var text = desk.text();
        var ask = Buttons.plain("clock-confirm", text.of("clock.confirm"), Optional.empty(), () -> ask(now));
        ask.getStyleClass().add("small");
        return Cards.notice("warning", words(now), Boxes.whole(ask));
    }

    private String words(SureDay now) {
        return desk.text().of("clock.bar", now.clock().toString());
    }

    private void ask(SureDay now) {
        var text = desk.text();
        var field = new TextField();
        field.setId("clock-today");
        field.setPromptText(text.of("clock.prompt"));
        field.setAccessibleText(text.of("clock.today"));
        var wrong = TextRoles.paragraph("", "second", "bad");
        wrong.setId("clock-wrong");
        wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
        wrong.managedProperty().bind(wrong.visibleProperty());
        var keep = Buttons.plain(
                "clock-keep", text.of("clock.keep"), Optional.of("Enter"), () -> typed(now, field, wrong));
        field.setOnAction(e -> keep.fire());
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                show(Optional.of(now));
                Optional.ofNullable(root.lookup("#clock-confirm")).ifPresent(Node::requestFocus);
                e.consume();
            }
        });
        var label = TextRoles.second(text.of("clock.today"));
        label.setLabelFor(field);
        var row = Boxes.row("gap-8", Boxes.whole(label), field, Boxes.whole(keep));
        root.getChildren().setAll(Cards.notice("warning", words(now)), row, wrong);
        field.requestFocus();
    }

    private static void refuse(String why, TextField field, Label wrong) {
        wrong.setText(why);
        field.requestFocus();
        field.selectAll();
    }

    private void typed(SureDay now, TextField field, Label wrong) {
        if (!now.isConfirmedBy(field.getText())) {
            refuse(desk.text().of("clock.wrong", now.clock().toString()), field, wrong);
            return;
        }
        if (now.isTooEarly()) {
            var clock = now.clock().toString();
            var why = now.sure()
                    .map(sure -> desk.text().of("clock.early", clock, sure.toString()))
                    .orElseGet(() -> desk.text().of("clock.before", clock));
            refuse(why, field, wrong);
            return;
        }
        wrong.setText("");
        desk.tasks()
                .start(
                        "clock.confirm",
                        progress -> {
                            confirm.run();
                            return now;
                        },
                        confirmed -> {
                            desk.dialogs().showNotice(desk.text().of("clock.confirmed"));
                            refresh();
                        },
                        desk.dialogs()::failed);
    }
}

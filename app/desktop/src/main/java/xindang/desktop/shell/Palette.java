package xindang.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Keys;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.SearchField;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.TextRoles;

/** The search dialog on Ctrl+K. It finds records and commands. Enter opens or runs the selected one. */
final class Palette {
    private record Line(String name, String where, Feather icon, Runnable open) {}

    private final Desk desk;
    private final Overlay overlay;
    private final Finder finder;
    private final Supplier<List<Command>> commands;
    private final Tasks.Lane lane;

    Palette(Desk desk, Overlay overlay, Finder finder, Supplier<List<Command>> commands) {
        this.desk = desk;
        this.overlay = overlay;
        this.finder = finder;
        this.commands = commands;
        lane = desk.tasks().latest("find");
    }

    void open() {
        var typed = new SimpleStringProperty("");
        ObservableList<Line> lines = FXCollections.observableArrayList(matching(""));
        var field = new SearchField("palette-field", desk.text().of("shell.find.prompt"), Optional.of("Esc"), typed);
        var list = new ListView<>(lines);
        list.setId("palette-list");
        list.setAccessibleText(desk.text().of("shell.find"));
        list.setCellFactory(v -> new LineCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(e -> openSelected(list));
        field.field().setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                list.getSelectionModel().selectNext();
                e.consume();
            } else if (e.getCode() == KeyCode.UP) {
                list.getSelectionModel().selectPrevious();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER) {
                openSelected(list);
                e.consume();
            }
        });
        typed.addListener((o, before, now) -> search(now, lines, list));
        list.getSelectionModel().selectFirst();
        var card = Boxes.styled(new VBox(field.root(), list), "palette");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        overlay.dialog(card, field.field(), () -> {});
    }

    private void search(String typed, ObservableList<Line> lines, ListView<Line> list) {
        lines.setAll(matching(typed));
        list.getSelectionModel().selectFirst();
        if (typed.isBlank()) {
            return;
        }
        lane.run(
                progress -> finder.find(typed.strip()),
                hits -> {
                    var all = new ArrayList<Line>();
                    for (var hit : hits) {
                        all.add(new Line(hit.name(), hit.where(), Feather.FOLDER, () -> desk.navigator()
                                .go(hit.place())));
                    }
                    all.addAll(matching(typed));
                    lines.setAll(all);
                    list.getSelectionModel().selectFirst();
                },
                desk.dialogs()::failed);
    }

    private List<Line> matching(String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Line>();
        for (var command : commands.get()) {
            var name = command.allowed().get() ? name(command) : "";
            if (!name.isEmpty() && name.toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add(new Line(
                        name, command.keys().map(Keys::name).orElse(""), Feather.CORNER_DOWN_RIGHT, command::fire));
            }
        }
        return found;
    }

    private String name(Command command) {
        var about = command.about().get();
        var name = desk.text().of(command.textKey());
        return about.isEmpty() ? name : desk.text().of("shell.about", name, about);
    }

    private void openSelected(ListView<Line> list) {
        var line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            overlay.closeDialog();
            line.open().run();
        }
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(
                    empty || line == null
                            ? null
                            : Boxes.row(
                                    "gap-8",
                                    Icons.of(line.icon(), "quiet"),
                                    TextRoles.strong(line.name()),
                                    Boxes.spring(),
                                    TextRoles.caption(line.where())));
        }
    }
}

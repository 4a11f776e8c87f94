package xindang.desktop.home;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.TextRoles;

/** The home page: the work to be done, the last exchange, and the villages. */
final class HomeView {
    private final Desk desk;
    private final Office office;
    private final HomeViewModel model;
    private final VBox items = new VBox();
    private final VBox villages = new VBox();
    private final VBox grades = new VBox();
    private final Command bring;
    private final Command begin;

    HomeView(Desk desk, Office office, HomeViewModel model) {
        this.desk = desk;
        this.office = office;
        this.model = model;
        bring = Command.of("home.import", "home.import", () -> desk.navigator().go(Place.of("intake")))
                .on("Ctrl+I");
        begin = Command.of("home.new", "archive.new", () -> desk.navigator()
                        .go(new Place("form", "new:household:" + office.region().digits())))
                .on("Ctrl+N");
        model.waiting().addListener((ListChangeListener<WaitingItem>) c -> showItems());
        model.villages().addListener((ListChangeListener<Village>) c -> showVillages());
        // Focus the first item when the list receives the focus.
        items.focusedProperty().addListener((o, before, now) -> {
            if (now) {
                focusFirst();
            }
        });
        showItems();
        showVillages();
    }

    Screen screen() {
        var text = desk.text();
        var top = Boxes.row(
                "gap-16",
                greeting(),
                Boxes.spring(),
                large(Buttons.secondary(text, Feather.UPLOAD, bring)),
                large(Buttons.primary(text, Feather.PLUS, begin)));
        var waiting = Cards.of(
                Cards.head(TextRoles.with(Icons.of(Feather.INBOX), text.of("home.waiting"), "card-title"), digits()),
                items);
        var side = Boxes.styled(Boxes.column("gap-16", exchange(), grades), "home-side");
        if (desk.size().roomy()) {
            side.getStyleClass().add("narrow");
        }
        var middle = desk.size() == xindang.desktop.ui.Look.Size.LARGEST
                ? Boxes.column("gap-16", waiting, side)
                : new HBox(Boxes.grow(waiting), side);
        middle.getStyleClass().add("gap-16");
        var page = Boxes.column("gap-16", top, middle, villages);
        page.getStyleClass().add("page");
        var path = office.divisions().path(office.region()).stream()
                .map(unit -> unit.shortName())
                .toList();
        return Screen.of(text.of("home.title"), Boxes.scroll(page))
                .path(new SimpleStringProperty(
                        String.join(">", path.subList(Math.max(0, path.size() - 2), path.size()))))
                .commands(commands())
                .focus(items);
    }

    /** Returns a hint about the digit keys. It is visible while there are items. */
    private Node digits() {
        var words = TextRoles.second(desk.text().of("home.digits"));
        words.visibleProperty().bind(Bindings.isNotEmpty(model.waiting()));
        return words;
    }

    private List<Command> commands() {
        var commands = new ArrayList<Command>();
        commands.add(begin);
        commands.add(bring);
        for (var i = 0; i < HomeViewModel.SHOWN; i++) {
            var place = i;
            commands.add(Command.of(
                            "home.open." + (i + 1),
                            "home.open",
                            () -> model.open(model.waiting().get(place)))
                    .about(() -> model.waiting().get(place).title())
                    .on(Integer.toString(i + 1))
                    .when(Bindings.size(model.waiting()).greaterThan(i)));
        }
        return commands;
    }

    private Node greeting() {
        var title = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> model.waiting().isEmpty()
                                ? desk.text().of("home.nothing")
                                : desk.text().of("home.things", model.waiting().size()),
                        model.waiting()),
                "title");
        var today = LocalDate.now(desk.clock());
        var date = desk.text()
                .of(
                        "home.date",
                        Integer.toString(today.getYear()),
                        today.getMonthValue(),
                        today.getDayOfMonth(),
                        today.getDayOfWeek()
                                .getDisplayName(TextStyle.FULL, desk.text().locale()));
        return Boxes.column("gap-0", title, TextRoles.second(date));
    }

    private void showItems() {
        items.getChildren().clear();
        if (model.waiting().isEmpty()) {
            items.getChildren().add(Cards.empty(desk.text().of("home.done")));
        }
        var number = 0;
        for (var item : model.waiting()) {
            number++;
            var open = Buttons.plain(
                    "home-item-" + number,
                    item.action(),
                    Optional.of(Integer.toString(number)),
                    () -> model.open(item));
            open.setAccessibleText(item.title() + " " + item.action());
            open.getStyleClass().addAll("small", "home-do");
            open.setAlignment(Pos.CENTER_LEFT);
            var line = Cards.line(
                    icon(item.kind()),
                    TextRoles.strong(item.title()),
                    TextRoles.second(item.detail()),
                    Boxes.spring(),
                    open);
            if (number == model.waiting().size()) {
                line.getStyleClass().add("last");
            }
            items.getChildren().add(line);
        }
        focusFirst();
    }

    private void focusFirst() {
        items.getChildren().stream()
                .flatMap(line -> line.lookupAll(".button").stream())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    private static Node icon(WaitingItem.Kind kind) {
        return switch (kind) {
            case CONFLICT -> Icons.of(Feather.GIT_MERGE, "bad");
            case TWIN -> Icons.of(Feather.COPY, "warn");
            case INCOMPLETE -> Icons.of(Feather.ALERT_TRIANGLE, "warn");
            case STALE -> Icons.of(Feather.REFRESH_CW, "warn");
            case UNRATED -> Icons.of(Feather.AWARD, "warn");
            case HAND_IN -> Icons.of(Feather.SEND, "accent");
            case BEGIN -> Icons.of(Feather.UPLOAD, "accent");
        };
    }

    private Node exchange() {
        var text = desk.text();
        var last = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> model.exchangeProperty()
                                .get()
                                .last()
                                .map(desk.formats()::moment)
                                .orElse(text.of("home.never")),
                        model.exchangeProperty()),
                "strong");
        var count = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> text.of(
                                "home.changes",
                                desk.formats()
                                        .count(model.exchangeProperty().get().waiting())),
                        model.exchangeProperty()),
                "strong");
        var go = Buttons.plain("home-sync", text.of("home.sync.do"), Optional.empty(), () -> desk.navigator()
                .go(Place.of("sync")));
        go.getStyleClass().addAll("link", "small");
        return Cards.of(
                Cards.head(TextRoles.with(Icons.of(Feather.REFRESH_CW), text.of("home.sync"), "card-title"), go),
                Boxes.styled(
                        Boxes.row(
                                "gap-8",
                                TextRoles.second(text.of("home.last")),
                                last,
                                Boxes.spring(),
                                TextRoles.second(text.of("home.toHandIn")),
                                count),
                        "pad-16"));
    }

    private void showVillages() {
        var text = desk.text();
        var board = new VillageBoard(desk, model);
        villages.getChildren()
                .setAll(Boxes.column(
                        "gap-12",
                        Boxes.row("gap-16", TextRoles.card(text.of("home.villages")), Boxes.spring(), board.legend()),
                        board.grid()));
        grades.getChildren().setAll(GradeCard.of(desk, model.whole()));
        Boxes.grow(grades);
    }

    private static Button large(Button button) {
        button.getStyleClass().add("large");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}

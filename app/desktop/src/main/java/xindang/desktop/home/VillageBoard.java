package xindang.desktop.home;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.TextRoles;

/** The cards of the villages with their bars, and one card for the whole region. */
final class VillageBoard {
    private final Desk desk;
    private final HomeViewModel model;
    private final int columns;

    VillageBoard(Desk desk, HomeViewModel model) {
        this.desk = desk;
        this.model = model;
        columns = switch (desk.size()) {
            case STANDARD -> 5;
            case LARGE -> 4;
            case EXTRA -> 3;
            case LARGEST -> 2;
        };
    }

    Node legend() {
        var text = desk.text();
        return Boxes.row(
                "gap-16",
                key("b1", text.of("home.good")),
                key("b2", text.of("home.rated")),
                key("b3", text.of("home.filed")));
    }

    Node grid() {
        var grid = Boxes.styled(new GridPane(), "gap-8");
        for (var i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        var place = 0;
        for (var village : model.villages()) {
            grid.add(card(village), place % columns, place / columns);
            place++;
        }
        var width = Math.min(2, columns);
        if (place % columns + width > columns) {
            place = (place / columns + 1) * columns;
        }
        grid.add(whole(), place % columns, place / columns, width, 1);
        return grid;
    }

    private Node card(Village village) {
        var button = new Button();
        var name = TextRoles.strong(village.name());
        name.setMinWidth(0);
        var body = new VBox(
                Boxes.row("gap-8", name, Boxes.spring(), stage(village.stage())), bar(village), figures(village));
        body.getStyleClass().add("gap-8");
        button.setGraphic(body);
        button.getStyleClass().add("village-card");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setId("village-" + village.code());
        button.setAccessibleText(village.name() + " " + stageWords(village.stage()) + " " + filed(village));
        button.setOnAction(e -> model.open(village));
        body.prefWidthProperty().bind(button.widthProperty().subtract(26));
        body.setMinWidth(0);
        body.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private HBox figures(Village village) {
        var good = village.rated() == 0 ? TextRoles.second(desk.text().of("home.unratedYet")) : share(village);
        return Boxes.row("gap-4", TextRoles.second(filed(village)), Boxes.spring(), good);
    }

    private String filed(Village village) {
        return desk.text().of("home.filed.count", desk.formats().count(village.records()));
    }

    private HBox share(Village village) {
        return Boxes.row(
                "gap-4",
                TextRoles.second(desk.text().of("home.good")),
                TextRoles.of(desk.formats().share(village.good(), village.records()), "second-strong"));
    }

    private Node whole() {
        var all = model.whole();
        var text = desk.text();
        var count = desk.formats();
        var card = Cards.inset(
                Boxes.row(
                        "gap-8",
                        TextRoles.strong(text.of("home.whole", all.name())),
                        Boxes.spring(),
                        TextRoles.second(text.of("home.whole.count", count.count(all.records())))),
                bar(all),
                Boxes.row(
                        "gap-8",
                        TextRoles.second(filed(all)),
                        Boxes.spring(),
                        TextRoles.second(text.of(
                                "home.rated.count", count.count(all.rated()), count.share(all.rated(), all.records()))),
                        Boxes.spring(),
                        share(all)));
        card.getStyleClass().addAll("chosen", "gap-8", "village-whole");
        return card;
    }

    private static ShareBar bar(Village village) {
        var bar = new ShareBar();
        if (village.records() > 0) {
            var whole = (double) village.records();
            bar.part(village.good() / whole, "b1");
            bar.part((village.rated() - village.good()) / whole, "b2");
            bar.part(village.unrated() / whole, "b3");
        }
        return bar;
    }

    private Label stage(Village.Stage stage) {
        var words = stageWords(stage);
        return switch (stage) {
            case NOT_BEGUN -> Chips.of(words, Feather.MINUS, "dashed");
            case COLLECTING -> Chips.of(words, Feather.EDIT_2, "plain");
            case RATING -> Chips.of(words, Feather.AWARD, "plain");
            case RATED -> Chips.of(words, Feather.CHECK, "okay");
        };
    }

    private String stageWords(Village.Stage stage) {
        return desk.text().of("home.stage." + stage);
    }

    private static Node key(String tone, String words) {
        return Boxes.row("gap-4", Boxes.styled(new Region(), "swatch", tone), TextRoles.second(words));
    }
}

package xindang.desktop.intake;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.TextRoles;
import xindang.model.intake.IntakeResult;

/** The card with the numbers of accepted, doubtful and rejected rows, and a bar of their shares. */
final class Figures {
    private final Desk desk;
    private final Messages text;
    private final IntakeResult result;
    private final Stage stage;

    Figures(Desk desk, IntakeResult result, Stage stage) {
        this.desk = desk;
        this.result = result;
        this.stage = stage;
        text = desk.text();
    }

    VBox root() {
        var done = stage == Stage.DONE;
        var refused = result.rejected().size();
        var taken = figure(
                Feather.CHECK_CIRCLE,
                "ok",
                result.accepted(),
                done ? text.of("intake.taken") : text.of("intake.taken.dry"),
                text.of(
                        "intake.taken.how",
                        count(result.created()),
                        count(result.updated()),
                        count(result.unchanged())));
        var warned = figure(
                Feather.ALERT_TRIANGLE,
                result.warned() == 0 ? "quiet" : "warn",
                result.warned(),
                text.of("intake.warned"),
                result.warned() == 0
                        ? text.of("intake.none")
                        : done ? text.of("intake.warned.look") : text.of("intake.warned.dry"));
        var rejected = figure(
                Feather.X_CIRCLE,
                refused == 0 ? "quiet" : "bad",
                refused,
                done ? text.of("intake.rejected") : text.of("intake.rejected.dry"),
                refused == 0 ? text.of("intake.none") : text.of("intake.rejected.way"));
        var row = Boxes.styled(new HBox(), "intake-figures");
        row.getChildren()
                .addAll(Boxes.grow(taken), Boxes.upright(), Boxes.grow(warned), Boxes.upright(), Boxes.grow(rejected));
        var card = Boxes.styled(Cards.inset(row, bar(refused)), "gap-12");
        if (desk.size().roomy() && done) {
            card.getChildren().add(facts(new HBox(), true));
        } else if (!desk.size().roomy()) {
            row.getChildren().addAll(Boxes.upright(), facts(new VBox(), done));
        }
        return card;
    }

    private ShareBar bar(int refused) {
        double rows = Math.max(1, result.accepted() + refused);
        var bar = new ShareBar();
        bar.setAccessibleText(text.of("intake.bar", count(result.accepted()), count(result.warned()), count(refused)));
        bar.part((result.accepted() - result.warned()) / rows, "okay");
        bar.part(result.warned() / rows, "warning");
        bar.part(refused / rows, "refused");
        return bar;
    }

    private <P extends Pane> P facts(P facts, boolean done) {
        var state = done
                ? TextRoles.with(Icons.of(Feather.HARD_DRIVE, "ok"), text.of("intake.state.saved"), "second", "ok")
                : TextRoles.with(Icons.of(Feather.EYE), text.of("intake.state.dry"), "second");
        facts.getStyleClass().add("intake-facts");
        facts.getChildren()
                .addAll(
                        fact(text.of("intake.rows"), TextRoles.of(rows(), "second-strong")),
                        fact(
                                text.of("intake.nonRows"),
                                TextRoles.second(lines(result.nonRows().size()))),
                        fact(done ? text.of("intake.once") : text.of("intake.trial"), state));
        return facts;
    }

    /** Returns the number of rows, and of households and people where a row is a person. */
    private String rows() {
        return result.people() == result.households()
                ? lines(result.rows())
                : text.of("intake.people", count(result.rows()), count(result.households()), count(result.people()));
    }

    private static HBox fact(String label, javafx.scene.Node value) {
        return Boxes.grow(Boxes.row("gap-8", TextRoles.second(label), Boxes.spring(), value));
    }

    private HBox figure(Feather icon, String colour, int number, String unit, String below) {
        var words = TextRoles.of(unit, "strong");
        words.setMinWidth(HBox.USE_PREF_SIZE);
        var counted = TextRoles.of(count(number), "figure");
        counted.setMinWidth(HBox.USE_PREF_SIZE);
        var top = Boxes.row("gap-8", counted, words);
        top.setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        var lines = new VBox(top, TextRoles.second(below));
        return Boxes.row("gap-12", Icons.huge(icon, colour), lines);
    }

    private String lines(int number) {
        return text.of("intake.lines", count(number));
    }

    private String count(int number) {
        return desk.formats().count(number);
    }
}

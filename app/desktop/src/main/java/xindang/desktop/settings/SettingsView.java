package xindang.desktop.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.Forms;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Screen;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.WaitingBar;

/** The settings page. It has four cards: screen, archive, password and recovery code. */
final class SettingsView {
    private final Desk desk;
    private final Office office;
    private final Keyring keyring;
    private final SettingsViewModel model;

    SettingsView(Desk desk, Office office, Keyring keyring, SettingsViewModel model) {
        this.desk = desk;
        this.office = office;
        this.keyring = keyring;
        this.model = model;
    }

    Screen screen() {
        var text = desk.text();
        var check = Command.of("settings.check", "settings.check", model::check)
                .on("Ctrl+T")
                .when(model.busyProperty().not());
        var left = Boxes.column("gap-16", look(), archive(check));
        var right = Boxes.column("gap-16", password(), recovery());
        var cards = desk.size().roomy()
                ? Boxes.column("gap-16", left, right)
                : new HBox(Boxes.grow(left), Boxes.grow(right));
        cards.getStyleClass().addAll("gap-16", "page");
        left.setPrefWidth(400);
        right.setPrefWidth(400);
        return Screen.of(text.of("settings.title"), Boxes.scroll(cards)).commands(List.of(check));
    }

    private Node look() {
        var text = desk.text();
        var tone = new SimpleObjectProperty<>(desk.theme().look().tone());
        tone.addListener((o, before, now) ->
                desk.theme().show(new Look(now, desk.theme().look().size())));
        var size = new SimpleObjectProperty<>(desk.size());
        size.addListener((o, before, now) ->
                desk.theme().show(new Look(desk.theme().look().tone(), now)));
        var tones = Segmented.of(
                "settings-tone",
                text.of("settings.tone"),
                Arrays.stream(Look.Tone.values())
                        .map(t -> new Segmented.Option<>(t, text.of("settings.tone." + t)))
                        .toList(),
                tone);
        var sizes = Segmented.of(
                "settings-size",
                text.of("settings.size"),
                Arrays.stream(Look.Size.values())
                        .map(s -> new Segmented.Option<>(s, text.of("settings.size." + s)))
                        .toList(),
                size);
        return card(
                Feather.MONITOR,
                text.of("settings.look"),
                labelled(text.of("settings.size"), sizes),
                labelled(text.of("settings.tone"), tones),
                TextRoles.paragraph(text.of("settings.look.note"), "caption"));
    }

    private Node archive(Command check) {
        var text = desk.text();
        var facts = Boxes.styled(new GridPane(), "gap-8", "facts");
        fact(facts, 0, text.of("settings.region"), office.divisions().fullPath(office.region()));
        fact(facts, 1, text.of("settings.folder"), keyring.folder().toString());
        fact(facts, 2, text.of("settings.device"), office.store().device());
        fact(facts, 3, text.of("settings.user"), office.user());
        var result = new VBox();
        Runnable show = () -> {
            var words = model.healthProperty().get();
            result.getChildren().clear();
            if (!words.isEmpty()) {
                result.getChildren().add(Cards.notice(model.healthTone(), words));
            }
        };
        listen(model.healthProperty(), show);
        var waiting = new VBox();
        listen(model.checkingProperty(), () -> {
            waiting.getChildren().clear();
            model.checkingProperty().get().ifPresent(running -> waiting.getChildren()
                    .add(WaitingBar.of(desk, "settings.check.progress", running)));
        });
        return card(
                Feather.ARCHIVE,
                text.of("settings.archive"),
                facts,
                new HBox(Buttons.secondary(text, Feather.SHIELD, check)),
                waiting,
                result);
    }

    private Node password() {
        var text = desk.text();
        var known = Fields.password(
                new Fields.Head("settings-known", text.of("settings.password.known"), true), model.known);
        var fresh = Fields.password(
                new Fields.Head("settings-password", text.of("settings.password.new"), true), model.password);
        model.problemProperty().addListener((o, before, now) -> {
            if (!now.isEmpty()) {
                (model.known.get().isEmpty() ? known : fresh).focus();
            }
        });
        var form = new Forms(desk.size())
                .wide(known)
                .wide(fresh)
                .wide(Fields.password(
                        new Fields.Head("settings-again", text.of("settings.password.again"), true), model.again));
        var change = Buttons.plain(
                "settings-change", text.of("settings.password.change"), Optional.empty(), model::changePassword);
        change.disableProperty().bind(model.password.isEmpty().or(model.busyProperty()));
        var problem = TextRoles.bound(model.problemProperty(), "second", "bad");
        var lacking = TextRoles.second(text.of("settings.password.lacking"));
        lacking.visibleProperty()
                .bind(model.password.isEmpty().and(model.problemProperty().isEmpty()));
        lacking.managedProperty().bind(lacking.visibleProperty());
        return card(
                Feather.KEY, text.of("settings.password"), form.root(), Boxes.row("gap-12", change, lacking, problem));
    }

    private Node recovery() {
        var text = desk.text();
        var known = Fields.password(
                new Fields.Head("settings-known-recovery", text.of("settings.password.known"), true),
                model.knownForRecovery);
        model.recoveryProblemProperty().addListener((o, before, now) -> {
            if (!now.isEmpty()) {
                known.focus();
            }
        });
        var form = new Forms(desk.size()).wide(known);
        var renew = Buttons.plain(
                "settings-renew", text.of("settings.recovery.renew"), Optional.empty(), () -> desk.dialogs()
                        .confirm(
                                new Dialogs.Question(
                                        text.of("settings.recovery.title"),
                                        text.of("settings.recovery.body"),
                                        text.of("settings.recovery.renew"),
                                        true),
                                model::renewRecovery));
        renew.disableProperty().bind(model.knownForRecovery.isEmpty().or(model.busyProperty()));
        var problem = TextRoles.bound(model.recoveryProblemProperty(), "second", "bad");
        var lacking = TextRoles.second(text.of("settings.password.known.first"));
        lacking.visibleProperty()
                .bind(model.knownForRecovery
                        .isEmpty()
                        .and(model.recoveryProblemProperty().isEmpty()));
        lacking.managedProperty().bind(lacking.visibleProperty());
        var shown = Boxes.column("gap-8");
        listen(model.recoveryProperty(), () -> {
            shown.getChildren().clear();
            if (!model.recoveryProperty().get().isEmpty()) {
                shown.getChildren()
                        .addAll(
                                Cards.notice("warning", text.of("settings.recovery.made")),
                                TextRoles.code(model.recoveryProperty().get()));
            }
        });
        return card(
                Feather.LIFE_BUOY,
                text.of("settings.recovery"),
                TextRoles.paragraph(text.of("settings.recovery.note"), "second"),
                form.root(),
                Boxes.row("gap-12", renew, lacking, problem),
                shown);
    }

    private static void listen(ObservableValue<?> value, Runnable show) {
        show.run();
        value.addListener((o, before, now) -> show.run());
    }

    private static VBox card(Feather icon, String title, Node... parts) {
        var body = Boxes.styled(Boxes.column("gap-12", parts), "pad-16");
        return Cards.of(Cards.head(TextRoles.with(Icons.of(icon), title, "card-title")), body);
    }

    private static Node labelled(String label, Node node) {
        var words = TextRoles.second(label);
        words.setMinWidth(72);
        return Boxes.row("gap-12", words, node);
    }

    private static void fact(GridPane facts, int row, String label, String value) {
        var name = TextRoles.second(label);
        name.setMinWidth(72);
        facts.add(name, 0, row);
        facts.add(TextRoles.paragraph(value), 1, row);
    }
}

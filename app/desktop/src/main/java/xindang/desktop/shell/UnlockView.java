package xindang.desktop.shell;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Segmented;
import xindang.desktop.ui.TextRoles;
import xindang.desktop.ui.Theme;

/** The unlock page. It shows nothing of the archive before the password is accepted. */
public final class UnlockView {
    private final Messages text;
    private final UnlockViewModel model;
    private final Dialogs dialogs;
    private final Optional<Runnable> practice;
    private final VBox form = Boxes.styled(new VBox(), "unlock-form", "gap-8");
    private final StackPane root = new StackPane();
    private final ChangeListener<Look> restyled = (o, before, now) -> root.applyCss();
    private Node first = form;

    /**
     * Creates the page.
     *
     * @param practice starts the practice village, if the program offers one
     */
    public UnlockView(
            UnlockViewModel model,
            Messages text,
            Dialogs dialogs,
            Theme theme,
            String version,
            Optional<Runnable> practice) {
        this.model = model;
        this.text = text;
        this.dialogs = dialogs;
        this.practice = practice;
        var right = Boxes.scroll(Boxes.styled(new VBox(form), "unlock"));
        right.setFitToHeight(true);
        var cover = new Cover(text, version).root();
        var halves = new HBox(cover, Boxes.grow(right));
        cover.prefWidthProperty().bind(halves.widthProperty().multiply(0.40625));
        cover.setMinWidth(0);
        root.getChildren().add(halves);
        model.way.addListener((o, before, now) -> build(theme));
        model.recoveryCodeProperty().addListener((o, before, now) -> build(theme));
        model.busyProperty().addListener((o, before, now) -> {
            if (!now && !(root.getScene().getFocusOwner() instanceof TextInputControl)) {
                focus();
            }
        });
        theme.lookProperty().addListener(new WeakChangeListener<>(restyled));
        build(theme);
    }

    public Parent root() {
        return root;
    }

    public void focus() {
        // Nodes in a scroll pane join the scene only after styles are applied.
        root.applyCss();
        first.requestFocus();
    }

    private void build(Theme theme) {
        form.getChildren().clear();
        if (!model.recoveryCodeProperty().get().isEmpty()) {
            showRecoveryCode();
        } else {
            switch (model.way.get()) {
                case PASSWORD -> askPassword();
                case RECOVERY -> askRecovery();
                case CREATE -> askNew();
            }
            form.getChildren().addAll(Boxes.rule(), foot(theme));
        }
        Platform.runLater(this::focus);
    }

    private void askPassword() {
        head("unlock.title", "unlock.subtitle");
        archiveChoice();
        var person = person();
        var password = password("unlock-password", "unlock.password", model.password);
        hint();
        var open = open("unlock.open", Feather.UNLOCK);
        var recover = link("unlock.recover", "unlock-recover", () -> model.way.set(UnlockViewModel.Way.RECOVERY));
        var create = link("unlock.create", "unlock-create", () -> model.way.set(UnlockViewModel.Way.CREATE));
        form.getChildren().addAll(status(), open, new HBox(recover, Boxes.spring(), create));
        first = person.getText().isEmpty() ? person : password;
    }

    private void askRecovery() {
        head("unlock.recover", "unlock.recover.subtitle");
        archiveChoice();
        person();
        var code = field("unlock-code", "unlock.code", model.code, Feather.KEY);
        newPassword("unlock.new");
        form.getChildren().addAll(status(), open("unlock.open", Feather.UNLOCK), back());
        first = code;
    }

    private void askNew() {
        head("unlock.create", "unlock.create.subtitle");
        var typed = field("unlock-region", "unlock.region", model.regionTyped, Feather.MAP_PIN);
        typed.setPromptText(text.of("unlock.region.prompt"));
        var offered = new ComboBox<>(model.regions());
        offered.setId("unlock-regions");
        offered.setAccessibleText(text.of("unlock.regions"));
        offered.setMaxWidth(Double.MAX_VALUE);
        offered.setConverter(new RegionWords());
        offered.valueProperty().bindBidirectional(model.region);
        model.regions().addListener((javafx.collections.ListChangeListener<UnlockService.Region>) c -> model.region.set(
                model.regions().isEmpty() ? null : model.regions().get(0)));
        form.getChildren().add(offered);
        person();
        newPassword("unlock.password");
        var place = TextRoles.second(text.of("unlock.place", model.place.get()));
        place.setId("unlock-place");
        place.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
        form.getChildren().addAll(place, status(), open("unlock.make", Feather.PLUS));
        form.getChildren().add(model.known().isEmpty() ? other("unlock.elsewhere") : back());
        first = typed;
    }

    private void newPassword(String key) {
        password("unlock-password", key, model.password);
        password("unlock-again", "unlock.again", model.again);
    }

    private void showRecoveryCode() {
        head("unlock.noted", "unlock.noted.subtitle");
        var code = TextRoles.code(model.recoveryCodeProperty().get());
        code.setId("unlock-recovery-code");
        var command =
                Command.of("unlock.noted", "unlock.noted.done", model::goIn).on("Enter");
        var done = Buttons.primary(text, Feather.CHECK, command);
        done.getStyleClass().add("large");
        done.setMaxWidth(Double.MAX_VALUE);
        done.setDefaultButton(true);
        form.getChildren().addAll(code, done);
        first = done;
    }

    private void head(String title, String subtitle) {
        form.getChildren()
                .addAll(Boxes.column(
                        "gap-4",
                        TextRoles.of(text.of(title), "door-title"),
                        TextRoles.paragraph(text.of(subtitle), "second")));
    }

    private void archiveChoice() {
        var name = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> {
                            var chosen = model.archive.get();
                            return chosen == null ? "" : chosen.name();
                        },
                        model.archive),
                "card-title");
        var folder = TextRoles.bound(
                Bindings.createStringBinding(
                        () -> {
                            var chosen = model.archive.get();
                            return chosen == null ? "" : chosen.folder().toString();
                        },
                        model.archive),
                "second");
        folder.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        var other = other("unlock.other");
        other.setMinWidth(Region.USE_PREF_SIZE);
        var card = Boxes.styled(
                new HBox(Icons.huge(Feather.ARCHIVE, "accent"), Boxes.grow(Boxes.column("gap-4", name, folder)), other),
                "archive-choice");
        form.getChildren().add(card);
    }

    private TextField person() {
        return field("unlock-person", "unlock.person", model.person, Feather.USER);
    }

    private TextField field(String id, String key, javafx.beans.property.StringProperty value, Feather icon) {
        var field = new TextField();
        place(id, key, field, icon);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private TextField password(String id, String key, javafx.beans.property.StringProperty value) {
        var field = new PasswordField();
        var capitals = Chips.of(text.of("unlock.capitals"), "warning");
        capitals.setVisible(false);
        Runnable look = () -> capitals.setVisible(
                field.isFocused() && Platform.isKeyLocked(KeyCode.CAPS).orElse(false));
        field.focusedProperty().addListener((o, before, now) -> look.run());
        field.setOnKeyReleased(e -> look.run());
        place(id, key, field, Feather.KEY, capitals);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private void place(String id, String key, TextField field, Feather icon, Node... after) {
        field.setId(id);
        field.setAccessibleText(text.of(key));
        field.setOnAction(e -> model.open());
        var label = TextRoles.of(text.of(key), "field-label");
        label.setLabelFor(field);
        var box = Boxes.styled(new HBox(Icons.of(icon, "quiet"), Boxes.grow(field)), "search-field", "tall");
        box.getChildren().addAll(after);
        form.getChildren().add(Boxes.column("gap-4", label, box));
    }

    private Button open(String key, Feather icon) {
        var command = Command.of("unlock.open", key, model::open)
                .on("Enter")
                .when(model.busyProperty().not());
        var button = Buttons.primary(text, icon, command);
        button.getStyleClass().add("large");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /** Returns one place for errors and progress. The layout does not move when either appears. */
    private Node status() {
        var status = new StackPane(problem(), working());
        status.setAlignment(Pos.CENTER_LEFT);
        return status;
    }

    private Node problem() {
        var label = TextRoles.bound(model.problemProperty(), "second", "bad");
        label.setId("unlock-problem");
        label.setWrapText(true);
        label.graphicProperty()
                .bind(Bindings.createObjectBinding(
                        () -> model.problemProperty().get().isEmpty() ? null : Icons.of(Feather.ALERT_CIRCLE, "bad"),
                        model.problemProperty()));
        return label;
    }

    /** Returns the progress row. The key derivation is slow on purpose and needs seconds on an old computer. */
    private Node working() {
        var words = TextRoles.second(text.of("unlock.working"));
        words.setId("unlock-working");
        words.setGraphic(Icons.of(Feather.LOADER, "quiet"));
        var cancel = Buttons.plain("unlock-cancel", text.of("waiting.cancel"), Optional.empty(), model::cancel);
        cancel.visibleProperty().bind(model.way.isEqualTo(UnlockViewModel.Way.PASSWORD));
        var row = Boxes.row("gap-12", Boxes.grow(words), cancel);
        row.visibleProperty().bind(model.busyProperty());
        return row;
    }

    private void hint() {
        if (!model.hint.get().isEmpty()) {
            var words = TextRoles.paragraph(model.hint.get(), "second");
            words.setId("unlock-hint");
            words.setGraphic(Icons.of(Feather.INFO, "quiet"));
            form.getChildren().add(words);
        }
    }

    /** Returns the link that opens an archive in another folder, for example on a USB stick. */
    private Button other(String key) {
        return link(key, "unlock-other", () -> dialogs.folder(text.of(key)).ifPresent(model::choose));
    }

    private Node back() {
        return link("unlock.back", "unlock-back", () -> model.way.set(UnlockViewModel.Way.PASSWORD));
    }

    private Button link(String key, String id, Runnable run) {
        var button = Buttons.plain(id, text.of(key), Optional.empty(), run);
        button.getStyleClass().addAll("link", "small");
        return button;
    }

    private Node foot(Theme theme) {
        var size = new SimpleObjectProperty<>(theme.look().size());
        size.addListener((o, before, now) -> theme.show(new Look(theme.look().tone(), now)));
        var sizes = Segmented.of(
                "unlock-size",
                text.of("settings.size"),
                List.of(
                        new Segmented.Option<>(Look.Size.STANDARD, text.of("settings.size.STANDARD")),
                        new Segmented.Option<>(Look.Size.LARGE, text.of("settings.size.LARGE")),
                        new Segmented.Option<>(Look.Size.EXTRA, text.of("settings.size.EXTRA")),
                        new Segmented.Option<>(Look.Size.LARGEST, text.of("settings.size.LARGEST"))),
                size);
        sizes.getStyleClass().add("quiet");
        var row = Boxes.row("gap-12", TextRoles.second(text.of("settings.size")), sizes, Boxes.spring());
        practice.ifPresent(run -> row.getChildren().add(link("unlock.practice", "unlock-practice", run)));
        return row;
    }
}

package xindang.desktop.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Consent;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.TextRoles;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.law.Lawful;
import xindang.model.template.Block;
import xindang.model.template.CodeTable;
import xindang.model.template.Field;

/** Shows which items lack consent and why, and the ways to record one. Refusing is as easy as consenting. */
final class ConsentPart {
    private final Desk desk;
    private final FormViewModel form;

    ConsentPart(Desk desk, FormViewModel form) {
        this.desk = desk;
        this.form = form;
    }

    /** Returns the items that need consent but have none. They are codes of the template's table of consent items. */
    List<String> lacking() {
        var open = form.consents();
        return items().map(CodeTable::entries).orElse(List.of()).stream()
                .map(CodeTable.Entry::code)
                .filter(item -> !open.covers(item))
                .toList();
    }

    /** Returns the items with values that may not be shown. */
    List<Lawful.Locked> locked() {
        return Gate.lawful(form.template(), form.contentProperty().get(), form.today())
                .locked();
    }

    private Optional<CodeTable> items() {
        var template = form.template();
        return template.field(ConsentRow.GROUP + ".*.blocks")
                .flatMap(Field::table)
                .flatMap(template::table);
    }

    /** Returns the command to sign a consent on the spot, F8. */
    Command sign() {
        return Command.of("form.sign", "form.sign", this::askToSign).on("F8");
    }

    /** Returns the card for a section. Sections with an item without consent have it, and the section with the name. */
    Optional<Node> card(Block block) {
        var lacking = lacking();
        var concerns = lacking.stream().anyMatch(item -> item.equals(block.id()) || item.startsWith(block.id() + "."))
                || form.template().subjectPaths().name().startsWith(block.id() + ".");
        return lacking.isEmpty()
                        || !concerns
                        || !form.exists()
                        || form.movedTo().isPresent()
                ? Optional.empty()
                : Optional.of(card(lacking));
    }

    private Node card(List<String> lacking) {
        var text = desk.text();
        var names = lacking.stream().map(this::name).collect(Collectors.joining("、"));
        var refuse = Buttons.plain(
                "consent-refuse", text.of("form.refuse"), Optional.empty(), () -> now(ConsentRow.REFUSED, "", lacking));
        refuse.getStyleClass().add("link");
        var sign = Buttons.primary(text, Feather.EDIT_3, sign());
        var paper = Buttons.plain("consent-paper", text.of("form.paper"), Optional.empty(), () -> {});
        var card = Consent.card(
                names,
                text.of(
                        "form.closed.count",
                        lacking.stream().mapToInt(this::items).sum()),
                text.of("form.closed.why"),
                text.of("form.closed.lacking"),
                refuse,
                sign,
                paper);
        paper.setOnAction(e -> askForPaper(card, lacking));
        var locked = locked();
        if (!locked.isEmpty()) {
            card.getChildren().add(kept(locked));
        }
        return card;
    }

    /** Returns a line that names the locked values and offers to delete them. */
    private Node kept(List<Lawful.Locked> locked) {
        var text = desk.text();
        var names = locked.stream().map(Lawful.Locked::label).collect(Collectors.joining("、"));
        var words = TextRoles.paragraph(text.of("form.locked", names), "second");
        var clear = Buttons.plain("consent-clear", text.of("form.locked.clear"), Optional.empty(), () -> desk.dialogs()
                .confirm(
                        new Dialogs.Question(
                                text.of("form.locked.title"),
                                text.of("form.locked.body", names),
                                text.of("form.locked.clear"),
                                true),
                        () -> clear(locked)));
        return Boxes.row("gap-12", Boxes.grow(words), Boxes.whole(clear));
    }

    private void clear(List<Lawful.Locked> locked) {
        var deleted = new TreeMap<String, String>();
        locked.forEach(item -> item.paths().forEach(path -> deleted.put(path, "")));
        form.deleteValues(deleted);
    }

    private void askToSign() {
        var text = desk.text();
        var lacking = lacking();
        if (lacking.isEmpty() || !form.exists() || form.movedTo().isPresent()) {
            return;
        }
        var names = lacking.stream().map(this::name).collect(Collectors.joining("、"));
        desk.dialogs()
                .confirm(
                        new Dialogs.Question(
                                text.of("form.sign.title"),
                                text.of("form.sign.body", names),
                                text.of("form.sign.yes"),
                                false),
                        () -> now(ConsentRow.SIGNED, "", lacking));
    }

    /** Adds a field for the number of the paper below the card. */
    private void askForPaper(VBox card, List<String> lacking) {
        var text = desk.text();
        if (card.lookup("#consent-reference") != null) {
            return;
        }
        var reference = new SimpleStringProperty("");
        var field = new TextField();
        field.setId("consent-reference");
        field.setPromptText(text.of("form.paper.reference"));
        field.setAccessibleText(text.of("form.paper.reference"));
        field.textProperty().bindBidirectional(reference);
        var keep = Buttons.plain(
                "consent-keep",
                text.of("form.paper.keep"),
                Optional.of("Enter"),
                () -> now(ConsentRow.PAPER, reference.get(), lacking));
        keep.disableProperty().bind(reference.isEmpty());
        field.setOnAction(e -> keep.fire());
        card.getChildren().add(Boxes.row("gap-8", Boxes.grow(field), keep));
        field.requestFocus();
    }

    /** Records an act with today's date. Shows an error as a short notice. */
    private void now(String kind, String reference, List<String> items) {
        var day = form.day().records().toString();
        var row = Map.of(
                "noticeAt",
                kind.equals(ConsentRow.REFUSED) ? "" : day,
                "signedAt",
                day,
                "blocks",
                String.join(",", items),
                "reference",
                reference.strip());
        form.acts.record(kind, row, written -> written.flatMap(
                        w -> w.wrong().values().stream().findFirst())
                .ifPresent(violation -> desk.dialogs().showNotice(desk.text().of(violation))));
    }

    private String name(String item) {
        return items().flatMap(table -> table.label(item)).orElse(item);
    }

    /** Returns the number of items that a code covers: the fields of a block or group. */
    private int items(String item) {
        return form.template()
                .block(item)
                .map(block -> block.fields().stream()
                        .mapToInt(f -> f.isGroup() ? f.fields().size() : 1)
                        .sum())
                .or(() -> form.template()
                        .field(item)
                        .map(f -> f.isGroup() ? f.fields().size() : 1))
                .orElse(1);
    }
}

package xindang.desktop.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.FormField;
import xindang.desktop.ui.Forms;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.Paths;
import xindang.model.law.ConsentRow;
import xindang.model.template.CodeTable;
import xindang.model.template.Field;

/** Records a consent, a refusal or a withdrawal. Its texts are not stored before they are recorded. */
final class ConsentActPane {
    private static final String ID = "consent.act.";

    private final Desk desk;
    private final FormViewModel form;
    private final ConsentAct act;
    private final Runnable close;
    private final Map<String, SimpleStringProperty> values = new HashMap<>();
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final VBox asked = new VBox();
    private final VBox root;
    private final Button record;

    /**
     * Creates the pane.
     *
     * @param today the proposed day
     * @param close removes the pane
     */
    ConsentActPane(Desk desk, FormViewModel form, ConsentAct act, LocalDate today, Runnable close) {
        this.desk = desk;
        this.form = form;
        this.act = act;
        this.close = close;
        var text = desk.text();
        act.fields().forEach(field -> values.put(field, new SimpleStringProperty("")));
        value("use").set(ConsentRow.COLLECT);
        for (var day : List.of("noticeAt", "signedAt")) {
            if (values.containsKey(day)) {
                value(day).set(today.toString());
            }
        }
        record = Buttons.plain("consent-act-record", text.of("form.paper.keep"), Optional.empty(), this::record);
        record.getStyleClass().add("primary");
        record.setDefaultButton(true);
        var cancel = Buttons.plain("consent-act-cancel", text.of("form.act.cancel"), Optional.of("Esc"), close);
        var head = Boxes.row(
                "gap-8", Icons.of(act.icon(), "accent"), TextRoles.card(text.of("form.act." + act.key() + ".title")));
        root = Cards.inset(Boxes.column(
                "gap-12",
                head,
                TextRoles.paragraph(text.of("form.act." + act.key() + ".why"), "second"),
                asked,
                Boxes.row("gap-8", record, cancel)));
        root.setId("consent-act");
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        value("use").addListener((o, before, now) -> show());
        show();
    }

    VBox root() {
        return root;
    }

    ConsentAct act() {
        return act;
    }

    void focus() {
        fields.values().stream().findFirst().ifPresent(FormField::focus);
    }

    private SimpleStringProperty value(String field) {
        return values.computeIfAbsent(field, f -> new SimpleStringProperty(""));
    }

    private void show() {
        var hadFocus = Optional.ofNullable(fields.get("use"))
                .filter(use -> use.box().isFocusWithin())
                .isPresent();
        fields.clear();
        var grid = new Forms(desk.size());
        for (var name : act.fields()) {
            var field = form.template().field(Paths.of(ConsentRow.GROUP, "*", name));
            if (field.isPresent() && isAsked(name)) {
                var made = make(name, field.get());
                fields.put(name, made);
                if (name.equals("use") || name.equals("blocks") || name.equals("reason")) {
                    grid.wide(made);
                } else {
                    grid.half(made);
                }
            }
        }
        asked.getChildren().setAll(grid.root());
        if (hadFocus) {
            Optional.ofNullable(fields.get("use"))
                    .flatMap(ConsentActPane::chosen)
                    .ifPresent(Node::requestFocus);
        }
    }

    private static Optional<Node> chosen(FormField use) {
        return use.stops().stream()
                .filter(stop -> stop instanceof RadioButton radio && radio.isSelected())
                .findFirst();
    }

    private boolean isAsked(String name) {
        var isPassOn = value("use").get().equals(ConsentRow.PASS_ON);
        return isPassOn || !(name.equals("receiver") || name.equals("purpose"));
    }

    private FormField make(String name, Field field) {
        var text = desk.text();
        var isPassOn = value("use").get().equals(ConsentRow.PASS_ON);
        var isNeeded = name.equals("signedAt")
                || name.equals("noticeAt")
                || (act == ConsentAct.GIVE && isPassOn && (name.equals("receiver") || name.equals("purpose")));
        var head = new Fields.Head(ID + name, label(name, field), isNeeded);
        return switch (field.type()) {
            case CODE -> Fields.radios(head, options(field), value(name));
            case CODES -> Fields.codes(head, options(field), value(name));
            case DATE -> Fields.text(head, "", text.of("form.date"), value(name));
            default -> Fields.text(head, "", hint(name, field), value(name));
        };
    }

    private String label(String name, Field field) {
        var text = desk.text();
        return switch (name) {
            case "noticeAt" -> text.of("form.act.notice");
            case "signedAt" -> text.of("form.act." + act.key() + ".day");
            case "blocks" -> text.of("form.act.items");
            default -> field.label();
        };
    }

    private String hint(String name, Field field) {
        return name.equals("receiver") && act != ConsentAct.GIVE ? desk.text().of("form.act.anybody") : field.hint();
    }

    private List<Fields.Option> options(Field field) {
        return field.table().flatMap(form.template()::table).map(CodeTable::entries).orElse(List.of()).stream()
                .map(entry -> new Fields.Option(entry.code(), entry.label()))
                .toList();
    }

    private void record() {
        var row = new HashMap<String, String>();
        act.fields().stream()
                .filter(this::isAsked)
                .forEach(name -> row.put(name, value(name).get().strip()));
        record.setDisable(true);
        form.acts.record(act.kind(), row, this::answer);
    }

    /** Closes the pane after a successful save. Otherwise shows the errors at the fields. */
    private void answer(Optional<Saver.Written> written) {
        record.setDisable(false);
        if (written.isEmpty()) {
            return;
        }
        var wrong = new LinkedHashMap<String, FormField.Remark>();
        written.get().wrong().forEach((path, violation) -> {
            var field = path.substring(path.lastIndexOf('.') + 1);
            wrong.putIfAbsent(
                    fields.containsKey(field) ? field : "signedAt",
                    FormField.Remark.wrong(desk.text().of(violation)));
        });
        if (wrong.isEmpty()) {
            close.run();
            return;
        }
        fields.forEach((name, field) -> field.setRemark(Optional.ofNullable(wrong.get(name))));
        fields.values().stream()
                .filter(field -> field.remark().isPresent())
                .findFirst()
                .ifPresent(FormField::focus);
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
        }
    }
}

package xindang.desktop.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.Paths;
import xindang.model.law.ConsentRow;
import xindang.model.law.ConsentState;
import xindang.model.law.Gate;

/** Shows the consents of a record and since when items are locked. An existing row cannot be edited on the screen. */
final class ConsentRows {
    private static final List<String> SHOWN =
            List.of("receiver", "purpose", "blocks", "noticeAt", "signedAt", "until", "reference", "reason", "by");

    private final Desk desk;
    private final Office office;
    private final FormViewModel form;

    ConsentRows(Desk desk, Office office, FormViewModel form) {
        this.desk = desk;
        this.office = office;
        this.form = form;
    }

    /** Returns true if records of this kind can contain consents. */
    boolean isUsed() {
        return form.template().field(ConsentRow.GROUP).isPresent();
    }

    List<ConsentState.Line> lines() {
        return Gate.consentStates(form.template(), form.contentProperty().get(), form.today());
    }

    /**
     * Returns one sentence for each day, newest first, with the items locked since then. Items without any earlier
     * consent come last.
     */
    List<Node> locked() {
        var byDay = new LinkedHashMap<String, List<String>>();
        for (var closed :
                Gate.closedItems(form.template(), form.contentProperty().get(), form.today())) {
            byDay.computeIfAbsent(closed.since().map(Object::toString).orElse(""), day -> new ArrayList<>())
                    .add(closed.label());
        }
        return byDay.entrySet().stream()
                .sorted(Map.Entry.<String, List<String>>comparingByKey().reversed())
                .map(day -> day.getKey().isEmpty()
                        ? desk.text().of("form.locked.never", String.join("、", day.getValue()))
                        : desk.text().of("form.locked.since", day.getKey(), String.join("、", day.getValue())))
                .map(ConsentRows::lock)
                .toList();
    }

    private static Node lock(String sentence) {
        var words = TextRoles.paragraph(sentence, "consent-locked");
        words.setGraphic(Icons.of(Feather.LOCK, "quiet"));
        return words;
    }

    /** Returns the name of the act, such as 同意采集 or 撤回对外提供. */
    private Label title(ConsentState.Line line) {
        var use = line.row().isPassOn() ? "passOn" : "collect";
        return TextRoles.strong(desk.text().of("form.act." + act(line.row()).key() + "." + use));
    }

    private Label chip(ConsentState.Line line) {
        var text = desk.text();
        return switch (line.state()) {
            case VALID -> Chips.of(text.of("form.consent.valid"), Feather.CHECK, "saved");
            case PARTLY -> Chips.of(text.of("form.consent.partly"), Feather.CHECK, "warning");
            case EXPIRED -> Chips.of(text.of("form.consent.expired"), Feather.CLOCK, "warning");
            case WITHDRAWN -> Chips.of(text.of("form.consent.withdrawn"), Feather.ROTATE_CCW, "plain");
            case REFUSED -> Chips.of(text.of("form.consent.refused"), Feather.SLASH, "plain");
            case INCOMPLETE -> Chips.of(text.of("form.consent.incomplete"), Feather.ALERT_CIRCLE, "refused");
        };
    }

    /** Returns labels and values of a row, without empty ones. */
    private Map<String, String> facts(ConsentRow row) {
        var shown = office.shown(form.template());
        var content = form.contentProperty().get();
        var facts = new LinkedHashMap<String, String>();
        for (var name : SHOWN) {
            var path = Paths.of(ConsentRow.GROUP, row.key(), name);
            var words =
                    content.get(path).map(value -> shown.shortened(path, value)).orElse("");
            var label = form.template().field(path).map(f -> f.label());
            if (name.equals("blocks") && label.isPresent()) {
                facts.put(
                        desk.text().of("form.act.items"),
                        words.isEmpty() ? desk.text().of("form.consent.all") : words);
            } else if (!words.isEmpty()) {
                facts.put(label(name, row, label.orElse(name)), words);
            }
        }
        return facts;
    }

    private String label(String name, ConsentRow row, String label) {
        return name.equals("signedAt") ? desk.text().of("form.act." + act(row).key() + ".day") : label;
    }

    private static ConsentAct act(ConsentRow row) {
        return switch (row.kind()) {
            case ConsentRow.REFUSED -> ConsentAct.REFUSE;
            case ConsentRow.WITHDRAWN -> ConsentAct.WITHDRAW;
            default -> ConsentAct.GIVE;
        };
    }

    /**
     * Returns the node of a row with its state.
     *
     * @param wide true to arrange the facts beside each other
     */
    Node row(ConsentState.Line line, boolean wide) {
        var facts = wide ? Boxes.styled(new FlowPane(), "consent-facts") : Boxes.column("gap-8");
        facts(line.row()).forEach((label, words) -> facts.getChildren().add(fact(label, words)));
        var head = Boxes.row("gap-8", Boxes.whole(title(line)), Boxes.spring(), chip(line));
        var row = Boxes.column("gap-8", head, facts);
        row.setId("consent-row-" + line.row().key() + (wide ? "" : "-side"));
        return row;
    }

    private static Node fact(String label, String words) {
        return Boxes.column("gap-0", TextRoles.caption(label), TextRoles.paragraph(words));
    }
}

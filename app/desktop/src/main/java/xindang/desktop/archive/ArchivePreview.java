package xindang.desktop.archive;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;

/**
 * The preview of the chosen record. It shows only masked data, because the query log records no preview. Only the form
 * shows all data.
 */
final class ArchivePreview {
    private final Desk desk;
    private final Command open;
    private final Command rate;
    private final Command report;
    private final ArchiveListViewModel model;
    private final VBox root = Boxes.styled(new VBox(), "side-pane");
    private final VBox recent = Boxes.column("gap-8");

    ArchivePreview(Desk desk, ArchiveListViewModel model, Command open, Command rate, Command report) {
        this.desk = desk;
        this.open = open;
        this.rate = rate;
        this.report = report;
        this.model = model;
        model.recent().addListener((ListChangeListener<ArchiveListViewModel.Recent>) c -> showRecent());
        showRecent();
        model.chosen.addListener((o, before, now) -> show(now));
        show(model.chosen.get());
    }

    VBox root() {
        return root;
    }

    private void show(Optional<ArchiveRow> chosen) {
        root.getChildren().clear();
        chosen.ifPresent(this::show);
    }

    private void show(ArchiveRow row) {
        var text = desk.text();
        var care = Chips.care(text, row.standing(), row.incomplete(), row.sealed());
        var head = Boxes.row(
                "gap-8",
                TextRoles.title(row.name()),
                Boxes.spring(),
                care.orElseGet(() -> Chips.grade(text, row.grade())));
        if (care.isEmpty() && row.grade().isPresent()) {
            head.getChildren().add(TextRoles.of(row.score(), "section"));
        }
        var actions = Boxes.row(
                "gap-8",
                plainKeys(Buttons.primary(text, Feather.EDIT_3, bare(open))),
                plainKeys(Buttons.secondary(text, Feather.AWARD, bare(rate))),
                plainKeys(Buttons.secondary(text, Feather.PRINTER, bare(report))));
        var facts = Boxes.styled(new GridPane(), "gap-8", "facts");
        fact(facts, 0, text.of("archive.fact.number"), row.number());
        fact(facts, 1, text.of("archive.fact.phone"), row.phone());
        fact(facts, 2, text.of("archive.fact.filled"), row.filled() + "%");
        fact(facts, 3, text.of("archive.fact.updated"), row.updated());
        row.grade()
                .filter(grade -> care.isPresent() && !grade.isEmpty())
                .ifPresent(grade -> fact(facts, 4, text.of("archive.fact.rated"), grade + "　" + row.score()));
        var where = row.group().isEmpty() ? row.village() : row.village() + row.group();
        root.getChildren()
                .addAll(
                        Boxes.styled(new VBox(head, TextRoles.second(where), actions), "pane-part"),
                        Boxes.styled(new VBox(facts), "pane-part"),
                        Boxes.styled(
                                new VBox(
                                        Boxes.row(
                                                "gap-8",
                                                TextRoles.strong(text.of("archive.recent")),
                                                Boxes.spring(),
                                                Chips.status(text, row.status())),
                                        recent),
                                "pane-part",
                                "last"),
                        Boxes.spring(),
                        Boxes.rule(),
                        Boxes.styled(
                                new VBox(TextRoles.with(Icons.of(Feather.EYE), text.of("archive.logged"), "second")),
                                "pane-part",
                                "last"));
    }

    private void showRecent() {
        recent.getChildren().clear();
        for (var line : model.recent()) {
            var words = desk.text().of(key(line), line.person(), desk.formats().count(line.fields()));
            recent.getChildren().add(Boxes.row("gap-16", TextRoles.caption(line.moment()), TextRoles.second(words)));
        }
    }

    private static String key(ArchiveListViewModel.Recent line) {
        if (line.fields() == 0) {
            return "archive.recent.same";
        }
        return line.first() ? "archive.recent.begun" : "archive.recent.changed";
    }

    /** Returns the command without its shortcut. The status bar shows the shortcuts; three do not fit here. */
    private static Command bare(Command command) {
        return Command.of(command.id() + ".here", command.textKey(), command.run())
                .when(command.allowed());
    }

    private static <B extends javafx.scene.control.Button> B plainKeys(B button) {
        button.getStyleClass().add("small");
        return button;
    }

    private static void fact(GridPane facts, int row, String label, String value) {
        facts.add(TextRoles.second(label), 0, row);
        facts.add(TextRoles.body(value.isEmpty() ? "—" : value), 1, row);
    }
}

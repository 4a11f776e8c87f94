package xindang.desktop.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.FormField;
import xindang.desktop.ui.Forms;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.TextRoles;
import xindang.model.archive.Paths;
import xindang.model.common.Violation;
import xindang.model.law.ConsentRow;
import xindang.model.template.Block;
import xindang.model.template.Field;

/** The inputs of one section: its fields, groups as rows, and the consent card. */
final class SectionPane {
    private final Desk desk;
    private final FormViewModel form;
    private final Block block;
    private final FieldFactory factory;
    private final ConsentPart consent;
    private final ConsentSection consents;
    private final VBox root = Boxes.column("gap-12");
    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final Map<String, Set<String>> newRows = new HashMap<>();
    private Set<String> asked = Set.of();

    SectionPane(Desk desk, Office office, FormViewModel form, Block block) {
        this.desk = desk;
        this.form = form;
        this.block = block;
        factory = new FieldFactory(desk, office, form);
        consent = new ConsentPart(desk, form);
        consents = new ConsentSection(desk, office, form);
        build();
    }

    VBox root() {
        return root;
    }

    Map<String, FormField> fields() {
        return fields;
    }

    /** Focuses the first input, or the first button in an empty section. The focus thus stays on the page. */
    void focusFirst() {
        fields.values().stream()
                .filter(f -> !f.stops().isEmpty())
                .findFirst()
                .ifPresentOrElse(FormField::focus, () -> root.lookupAll(".button").stream()
                        .filter(Node::isFocusTraversable)
                        .findFirst()
                        .ifPresent(Node::requestFocus));
    }

    /** Moves the focus to the first field of the open consent act. */
    void focusAct() {
        consents.focus();
    }

    /** Shows errors and warnings below their fields. */
    void showRemarks(Map<String, Violation> wrong, Map<String, Violation> odd) {
        fields.forEach((path, field) -> {
            var remark = Optional.ofNullable(wrong.get(path))
                    .map(violation -> remark(FormField.Tone.WRONG, path, violation))
                    .or(() -> Optional.ofNullable(odd.get(path))
                            .map(violation -> remark(FormField.Tone.DOUBTFUL, path, violation)))
                    .or(() -> Optional.of(Violation.of("law.withheld"))
                            .filter(withheld -> factory.isWithheld(path))
                            .map(violation -> remark(FormField.Tone.DOUBTFUL, path, violation)));
            field.setRemark(remark);
        });
    }

    /** Builds the section again if other fields, rows or consents apply now. */
    void refresh() {
        if (!askedNow().equals(asked)) {
            var focused = root.getScene() == null ? null : root.getScene().getFocusOwner();
            var before = fields.entrySet().stream()
                    .filter(field -> focused != null && field.getValue().stops().contains(focused))
                    .map(Map.Entry::getKey)
                    .findFirst();
            build();
            before.flatMap(path -> Optional.ofNullable(fields.get(path))).ifPresent(FormField::focus);
        }
    }

    private FormField.Remark remark(FormField.Tone tone, String path, Violation violation) {
        var wayOut = form.template()
                .subjectPaths()
                .unverified()
                .filter(mark -> path.equals(form.template().subjectPaths().number()))
                .filter(mark -> tone == FormField.Tone.WRONG)
                .map(mark -> new FormField.WayOut(desk.text().of("form.unverified"), () -> {
                    form.value(mark).set("true");
                    form.leave(mark);
                }));
        return new FormField.Remark(tone, desk.text().of(violation), wayOut);
    }

    private void build() {
        fields.clear();
        root.getChildren().clear();
        asked = askedNow();
        var grid = new Forms(desk.size());
        var groups = new ArrayList<Node>();
        for (var field : block.fields()) {
            var path = Paths.of(block.id(), field.id());
            if (factory.isHidden(path)) {
                continue;
            }
            if (path.equals(ConsentRow.GROUP)) {
                groups.add(consents.show(field));
            } else if (FieldFactory.isGroup(field)) {
                groups.add(group(path, field));
            } else if (factory.asked(path, field)) {
                place(grid, path, field);
            }
        }
        if (!grid.fields().isEmpty()) {
            root.getChildren().add(grid.root());
        }
        root.getChildren().addAll(groups);
        consent.card(block).ifPresent(root.getChildren()::add);
        new ChildPart(desk, form).card(block).ifPresent(root.getChildren()::add);
    }

    private void place(Forms grid, String path, Field field) {
        var made = factory.make(path, field);
        fields.put(path, made);
        if (FieldFactory.wide(field)) {
            grid.wide(made);
        } else {
            grid.half(made);
        }
    }

    private Node group(String path, Field group) {
        var rows = new ArrayList<>(form.rows(path));
        newRows.getOrDefault(path, Set.of()).stream()
                .filter(r -> !rows.contains(r))
                .forEach(rows::add);
        var add = Buttons.plain(path + "-add", desk.text().of("form.row.add", group.label()), Optional.empty(), () -> {
            var row = form.newRow();
            newRows.computeIfAbsent(path, p -> new HashSet<>()).add(row);
            build();
            Optional.ofNullable(
                            fields.get(Paths.of(path, row, group.fields().get(0).id())))
                    .ifPresent(FormField::focus);
        });
        add.getStyleClass().add("small");
        var box = Boxes.column("gap-8", Boxes.row("gap-12", TextRoles.card(group.label()), Boxes.spring(), add));
        if (rows.isEmpty()) {
            box.getChildren().add(TextRoles.caption(desk.text().of("form.row.none")));
        }
        for (var i = 0; i < rows.size(); i++) {
            box.getChildren().add(row(path, group, rows.get(i), i + 1));
        }
        return box;
    }

    private Node row(String path, Field group, String row, int number) {
        var grid = new Forms(desk.size());
        for (var field : group.fields()) {
            var inner = Paths.of(path, row, field.id());
            if (!factory.isHidden(inner) && factory.asked(inner, field)) {
                place(grid, inner, field);
            }
        }
        var title = desk.text().of("form.row.title", group.label(), number);
        var remove = Buttons.plain(
                path + "-" + row + "-remove", desk.text().of("form.row.remove"), Optional.empty(), () -> desk.dialogs()
                        .confirm(
                                new Dialogs.Question(
                                        desk.text().of("form.row.remove.title", title),
                                        desk.text().of("form.row.remove.body"),
                                        desk.text().of("form.row.remove"),
                                        true),
                                () -> removeRow(path, row)));
        remove.getStyleClass().addAll("link", "small");
        remove.setAccessibleText(desk.text().of("form.row.remove") + " " + title);
        var head = Boxes.row("gap-8", Icons.of(Feather.LIST, "quiet"), TextRoles.strong(title), Boxes.spring(), remove);
        return Cards.inset(Boxes.column("gap-12", head, grid.root()));
    }

    private void removeRow(String path, String row) {
        newRows.getOrDefault(path, new HashSet<>()).remove(row);
        form.removeRow(path, row);
        build();
    }

    /** Returns a set of names that changes whenever the shown fields, rows or consents change. */
    private Set<String> askedNow() {
        var now = new HashSet<String>();
        for (var field : block.fields()) {
            var path = Paths.of(block.id(), field.id());
            now.add((factory.isHidden(path) ? "closed " : factory.asked(path, field) ? "asked " : "not ") + path);
            if (path.equals(ConsentRow.GROUP)) {
                now.addAll(consents.now());
            } else if (FieldFactory.isGroup(field)) {
                for (var row : form.rows(path)) {
                    rowFields(path, row, field.fields(), now);
                }
                newRows.getOrDefault(path, Set.of()).forEach(row -> rowFields(path, row, field.fields(), now));
            }
        }
        now.add("open " + form.consents().items());
        now.add("locked " + consent.locked());
        now.add("children " + ChildPart.children(form));
        return now;
    }

    private void rowFields(String path, String row, List<Field> inner, Set<String> now) {
        for (var field : inner) {
            var at = Paths.of(path, row, field.id());
            if (!factory.isHidden(at) && factory.asked(at, field)) {
                now.add("asked " + at);
            }
        }
    }
}

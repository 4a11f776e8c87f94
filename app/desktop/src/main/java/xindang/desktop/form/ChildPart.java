package xindang.desktop.form;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Buttons;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.TextRoles;
import xindang.model.law.Gate;
import xindang.model.law.HiddenChild;
import xindang.model.template.Block;

/**
 * Shows for which children the record contains more data than the law allows, and deletes that data. It is never shown.
 */
final class ChildPart {
    private final Desk desk;
    private final FormViewModel form;

    ChildPart(Desk desk, FormViewModel form) {
        this.desk = desk;
        this.form = form;
    }

    /** Returns the children with data that may not be collected. */
    static List<HiddenChild> children(FormViewModel form) {
        var content = form.contentProperty().get();
        return Gate.lawful(form.template(), content, form.today()).children();
    }

    /** Returns the card for the section that contains the children, or empty. */
    Optional<Node> card(Block block) {
        var children = children(form).stream()
                .filter(child -> child.row().startsWith(block.id() + "."))
                .toList();
        return children.isEmpty() || form.movedTo().isPresent() ? Optional.empty() : Optional.of(card(children));
    }

    private Node card(List<HiddenChild> children) {
        var text = desk.text();
        var names = children.stream().map(HiddenChild::name).collect(Collectors.joining("、"));
        var words = TextRoles.paragraph(text.of("form.child", names), "second");
        words.setId("child-kept");
        var clear = Buttons.plain("child-clear", text.of("form.child.clear"), Optional.empty(), () -> clear(children));
        return Cards.inset(Boxes.row("gap-12", Boxes.grow(words), Boxes.whole(clear)));
    }

    private void clear(List<HiddenChild> children) {
        var cleared = new TreeMap<String, String>();
        children.forEach(child -> child.paths().forEach(path -> cleared.put(path, "")));
        form.deleteValues(cleared);
    }
}

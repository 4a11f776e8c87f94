package xindang.desktop.home;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Chips;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Cards;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Icons;
import xindang.desktop.ui.ShareBar;
import xindang.desktop.ui.TextRoles;

/** The card with the number of households for each grade, best grade first. */
final class GradeCard {
    private static final List<String> GRADES = List.of("AAA", "AA", "A", "B", "C");

    private GradeCard() {}

    static Region of(Desk desk, Village whole) {
        var lines = Boxes.column("gap-4");
        lines.getStyleClass().add("grade-lines");
        var most = Math.max(
                1,
                GRADES.stream()
                        .mapToLong(grade -> whole.grades().getOrDefault(grade, 0L))
                        .max()
                        .orElse(1));
        for (var grade : GRADES) {
            lines.getChildren().add(line(desk, grade, whole.grades().getOrDefault(grade, 0L), most));
        }
        var title = TextRoles.with(Icons.of(Feather.AWARD), desk.text().of("home.grades"), "card-title");
        var head = whole.ungraded() == 0
                ? Cards.head(title)
                : Cards.head(
                        title,
                        TextRoles.second(
                                desk.text().of("home.ungraded", desk.formats().count(whole.ungraded()))));
        return Cards.of(head, lines);
    }

    private static Node line(Desk desk, String grade, long count, long most) {
        var chip = Chips.grade(desk.text(), Optional.of(grade));
        chip.getStyleClass().add("slim");
        var bar = new ShareBar().part((double) count / most, "b2");
        var number = TextRoles.body(desk.formats().count(count));
        number.getStyleClass().add("grade-count");
        return Boxes.row("gap-12", chip, Boxes.grow(new javafx.scene.layout.StackPane(bar)), number);
    }
}

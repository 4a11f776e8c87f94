package xindang.desktop.shell;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Line;
import xindang.desktop.ui.Boxes;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.TextRoles;

/** The left half of the unlock page: the name, the slogan and a drawing of fields. */
final class Cover {
    private static final int ROWS = 8;
    private static final int LINES = 5;

    private final StackPane root = new StackPane();

    Cover(Messages text, String version) {
        var mark = Boxes.styled(new StackPane(TextRoles.of(text.of("shell.mark"))), "mark");
        var name = Boxes.row("gap-16", mark, TextRoles.of(text.of("shell.name"), "name"));
        var slogan = TextRoles.paragraph(text.of("unlock.slogan"), "slogan");
        var words = Boxes.styled(
                new VBox(
                        name,
                        gap(64),
                        slogan,
                        gap(20),
                        TextRoles.of(text.of("unlock.kinds"), "card-kinds", "faint"),
                        Boxes.spring(),
                        TextRoles.of(text.of("unlock.version", version), "faint", "second-cover")),
                "cover-words");
        root.getStyleClass().add("cover");
        root.getChildren().addAll(new Fields(), words);
    }

    Region root() {
        return root;
    }

    private static Region gap(double height) {
        var gap = new Region();
        gap.setMinHeight(height);
        return gap;
    }

    /** A drawing of field rows on a hill. It scales with its parent. */
    private static final class Fields extends Pane {
        private Fields() {
            setManaged(false);
            for (var i = 0; i < ROWS; i++) {
                getChildren().add(Boxes.styled(new CubicCurve(), "field-lines"));
            }
            for (var i = 0; i < LINES; i++) {
                getChildren().add(Boxes.styled(new Line(), "field-lines"));
            }
            setMouseTransparent(true);
            parentProperty().addListener((o, before, now) -> {
                if (now instanceof Region region) {
                    region.widthProperty().addListener((x, was, is) -> draw(region));
                    region.heightProperty().addListener((x, was, is) -> draw(region));
                }
            });
        }

        private void draw(Region half) {
            var width = half.getWidth();
            var height = half.getHeight();
            resizeRelocate(0, 0, width, height);
            var top = height * 0.49;
            for (var i = 0; i < ROWS; i++) {
                var row = (CubicCurve) getChildren().get(i);
                var share = (i + 1.0) / ROWS;
                var left = top + (height - top) * share * share * 1.1 + 6 * i;
                var right = top + (height - top) * share * share * 0.85 - 6;
                row.setStartX(0);
                row.setStartY(left);
                row.setControlX1(width * 0.35);
                row.setControlY1(left - 26 - 5 * i);
                row.setControlX2(width * 0.6);
                row.setControlY2(right + 24 + 5 * i);
                row.setEndX(width);
                row.setEndY(right);
            }
            for (var i = 0; i < LINES; i++) {
                var line = (Line) getChildren().get(ROWS + i);
                line.setStartX(width * (0.19 + 0.21 * i));
                line.setStartY(top);
                line.setEndX(width * (-0.02 + 0.29 * i));
                line.setEndY(height);
            }
        }
    }
}

package xindang.reports.layout;

import java.util.List;
import xindang.model.report.Section.Align;

/** A table cell: lines of text in a bordered box. */
record TextCell(double x, double width, List<String> lines, Style style, Align align) {
    /** Draws the lines, vertically centred. */
    void paint(PageComposer sheet, double y, double height) {
        double middle = y + height / 2 - (lines.size() - 1) * BodyArea.LINE / 2;
        for (var line : lines) {
            switch (align) {
                case LEFT -> sheet.left(line, x + BodyArea.INSET + 1, middle, style);
                case RIGHT -> sheet.right(line, x + width - BodyArea.INSET - 0.5, middle, style);
                case CENTER -> sheet.centred(line, x + width / 2, middle, style);
            }
            middle += BodyArea.LINE;
        }
    }
}

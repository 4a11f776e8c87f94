package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import xindang.model.report.Section.Align;

/** A bordered table row. All its cells get the height of the highest cell. */
final class Grid {
    static final double THIN = 0.75;
    private static final int MOST_LINES = 40;

    private final List<TextCell> cells = new ArrayList<>();
    private final List<TextCell> shaded = new ArrayList<>();
    private final LineBreaker breaker;

    Grid(LineBreaker breaker) {
        this.breaker = breaker;
    }

    void label(double x, double width, String text) {
        var cell = cell(x, width, text, Style.LABEL, Align.LEFT);
        shaded.add(cell);
        cells.add(cell);
    }

    void head(double x, double width, String text, Align align) {
        var cell = cell(x, width, text, Style.LABEL, align);
        shaded.add(cell);
        cells.add(cell);
    }

    void value(double x, double width, String text, Style style, Align align) {
        cells.add(cell(x, width, text, style, align));
    }

    private TextCell cell(double x, double width, String text, Style style, Align align) {
        return new TextCell(x, width, breaker.lines(text, style, width - 2 * BodyArea.INSET - 1), style, align);
    }

    /** Returns one slab, or several if a cell has more lines than one page should contain. */
    List<Slab> slabs() {
        int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(1);
        if (lines <= MOST_LINES) {
            return List.of(slab(cells, shaded, lines));
        }
        var slabs = new ArrayList<Slab>();
        for (int from = 0; from < lines; from += MOST_LINES / 2) {
            int start = from;
            int count = Math.min(MOST_LINES / 2, lines - from);
            slabs.add(slab(
                    cells.stream().map(cell -> part(cell, start, count)).toList(),
                    shaded.stream().map(cell -> part(cell, start, count)).toList(),
                    count));
        }
        return slabs;
    }

    private static TextCell part(TextCell cell, int from, int count) {
        int size = cell.lines().size();
        var lines = cell.lines().subList(Math.min(from, size), Math.min(from + count, size));
        return new TextCell(cell.x(), cell.width(), lines, cell.style(), cell.align());
    }

    private static Slab slab(List<TextCell> cells, List<TextCell> shaded, int lines) {
        double height = BodyArea.row(lines);
        return Slab.free(0, height, (sheet, y) -> {
            for (var cell : shaded) {
                sheet.fill(cell.x(), y, cell.width(), height, Ink.HEAD);
            }
            for (var cell : cells) {
                sheet.upright(Math.max(cell.x(), BodyArea.LEFT_EDGE), y, y + height, THIN, Ink.RULE);
                cell.paint(sheet, y, height);
            }
            sheet.upright(BodyArea.RIGHT_EDGE, y, y + height, THIN, Ink.RULE);
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y + height, THIN, Ink.RULE);
        });
    }

    /** Returns the line above the first row of a table. */
    static Slab topLine(double gap) {
        return Slab.withNext(gap, 0, (sheet, y) -> sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y, THIN, Ink.RULE));
    }
}

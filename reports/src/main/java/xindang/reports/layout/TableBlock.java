package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;
import xindang.model.report.Section.Align;
import xindang.model.report.Section.Table;

/** A table. Its head is repeated on every page. The first two rows stay together, and so do the last two. */
final class TableBlock {
    /** Width that is not broken: about six Chinese characters, or a date. */
    private static final double WHOLE = 82;

    private final Table table;
    private final Type type;
    private final LineBreaker breaker;
    private final double[] widths;

    private TableBlock(Table table, Type type) {
        this.table = table;
        this.type = type;
        this.breaker = new LineBreaker(type);
        this.widths = widths();
    }

    static List<Slab> slabs(Table table, Type type) {
        return new TableBlock(table, type).all();
    }

    private List<Slab> all() {
        var head = head();
        var slabs = new ArrayList<Slab>();
        slabs.add(head.held());
        if (table.rows().isEmpty()) {
            slabs.add(note(type.orEmpty(table.note().isEmpty() ? table.empty() : table.note())));
            return slabs;
        }
        int last = table.rows().size() - 1;
        for (int i = 0; i <= last; i++) {
            var rows = row(table.rows().get(i));
            for (int part = 0; part < rows.size(); part++) {
                var slab = rows.get(part).under(head);
                boolean hold = part == rows.size() - 1 && last > 0 && (i == 0 || i == last - 1);
                slabs.add(hold ? slab.held() : slab);
            }
        }
        if (!table.note().isEmpty()) {
            slabs.add(note(type.clean(table.note())));
        }
        return slabs;
    }

    private Slab head() {
        var grid = new Grid(breaker);
        double x = BodyArea.LEFT;
        for (int i = 0; i < widths.length; i++) {
            var column = table.columns().get(i);
            var align = column.align() == Align.CENTER ? Align.CENTER : Align.LEFT;
            grid.head(x, widths[i], type.clean(column.title()), align);
            x += widths[i];
        }
        var row = grid.slabs().get(0);
        return Slab.free(0, row.height(), (sheet, y) -> {
            sheet.across(BodyArea.LEFT, BodyArea.RIGHT, y, Grid.THIN, Ink.RULE);
            row.painter().paint(sheet, y);
        });
    }

    private List<Slab> row(List<String> cells) {
        var grid = new Grid(breaker);
        double x = BodyArea.LEFT;
        for (int i = 0; i < widths.length; i++) {
            var text = i < cells.size() ? type.orEmpty(cells.get(i)) : Type.EMPTY;
            grid.value(x, widths[i], text, Style.BODY, table.columns().get(i).align());
            x += widths[i];
        }
        return grid.slabs();
    }

    private Slab note(String text) {
        var grid = new Grid(breaker);
        grid.value(BodyArea.LEFT, BodyArea.WIDTH, text, Style.BODY.colour(Ink.THIRD), Align.LEFT);
        return grid.slabs().get(0);
    }

    /**
     * Returns the column widths by weight. Columns whose text should not be broken take width from columns of long
     * text.
     */
    private double[] widths() {
        int count = table.columns().size();
        double[] result = new double[count];
        double[] needs = new double[count];
        double weights =
                table.columns().stream().mapToDouble(column -> column.weight()).sum();
        for (int i = 0; i < count; i++) {
            var column = table.columns().get(i);
            result[i] = BodyArea.WIDTH * column.weight() / weights;
            needs[i] = need(i, column.align() == Align.RIGHT ? BodyArea.WIDTH / 3 : WHOLE);
        }
        return Shares.fit(result, needs);
    }

    /**
     * Returns the width of the widest text that is not wider than {@code whole}. Longer texts are broken into lines.
     */
    private double need(int column, double whole) {
        double most = type.width(Type.EMPTY, Style.BODY);
        double head = type.width(type.clean(table.columns().get(column).title()), Style.LABEL);
        most = Math.max(most, Math.min(head, whole));
        for (var row : table.rows()) {
            double width = column < row.size() ? type.width(type.orEmpty(row.get(column)), Style.BODY) : 0;
            most = Math.max(most, width <= whole ? width : 0);
        }
        return most + 2 * BodyArea.INSET + 1.5;
    }
}

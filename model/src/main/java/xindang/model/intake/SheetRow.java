package xindang.model.intake;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A row with its number in the file, from 1, and its cells from the first column on. */
public record SheetRow(int number, List<Cell> cells) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** Returns the cell of a column; blank after the end of the row. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    /** Returns the row with these columns blank. */
    SheetRow without(Set<Integer> columns) {
        return new SheetRow(
                number,
                IntStream.range(0, cells.size())
                        .mapToObj(i -> columns.contains(i) ? Cell.BLANK : cells.get(i))
                        .toList());
    }

    public boolean isBlank() {
        for (var cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }
}

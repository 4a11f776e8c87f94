package xindang.model.archive;

import java.util.Optional;

/**
 * Operations on paths. A path names one value in a content: {@code block.field}, or {@code block.group.row.field} for a
 * field in a repeating group. {@code row} is the key of the row: letters, digits, {@code -} and {@code _}.
 */
public final class Paths {
    private Paths() {}

    public static String of(String block, String field) {
        return block + "." + field;
    }

    public static String of(String group, String row, String field) {
        return group + "." + row + "." + field;
    }

    /**
     * Returns the index where the path of the group ends in the path of a row's value; -1 for a value outside groups.
     */
    public static int group(String path) {
        var second = path.indexOf('.', path.indexOf('.') + 1);
        return second < 0 || path.indexOf('.', second + 1) < 0 ? -1 : second;
    }

    /**
     * Returns the path with the row key replaced by {@code *}, which is equal for all rows. Returns a path without a
     * row unchanged. For a whole row, returns the path of its group.
     */
    public static String pattern(String path) {
        var second = path.indexOf('.', path.indexOf('.') + 1);
        if (second < 0) {
            return path;
        }
        var third = path.indexOf('.', second + 1);
        return third < 0 ? path.substring(0, second) : path.substring(0, second) + ".*" + path.substring(third);
    }

    /**
     * Returns the path of the row that contains a value, {@code block.group.row}; absent for a value outside groups.
     */
    public static Optional<String> row(String path) {
        return group(path) < 0 ? Optional.empty() : Optional.of(path.substring(0, path.lastIndexOf('.')));
    }

    /** Returns whether a path names a whole row: {@code block.group.row}. */
    public static boolean isRow(String path) {
        return group(path) < 0 && path.indexOf('.') != path.lastIndexOf('.');
    }

    public static String block(String path) {
        return path.substring(0, path.indexOf('.'));
    }
}

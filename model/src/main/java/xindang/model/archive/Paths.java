package xindang.model.archive;

import java.util.Optional;

/**
 * Paths name one value in a content: {@code block.field}, or {@code block.group.row.field} for a field in a repeating
 * group, where {@code row} is the key of the row: letters, digits, {@code -} and {@code _}.
 */
public final class Paths {
    private Paths() {}

    public static String of(String block, String field) {
        return block + "." + field;
    }

    public static String of(String group, String row, String field) {
        return group + "." + row + "." + field;
    }

    /** Where the path of the group of a row's value ends; -1 for a value outside groups. */
    public static int group(String path) {
        var second = path.indexOf('.', path.indexOf('.') + 1);
        return second < 0 || path.indexOf('.', second + 1) < 0 ? -1 : second;
    }

    /**
     * The path with the row key replaced by {@code *}: the same for all rows; a plain path stays as it is. The pattern of a
     * whole row is its group.
     */
    public static String pattern(String path) {
        var second = path.indexOf('.', path.indexOf('.') + 1);
        if (second < 0) {
            return path;
        }
        var third = path.indexOf('.', second + 1);
        return third < 0 ? path.substring(0, second) : path.substring(0, second) + ".*" + path.substring(third);
    }

    /** The path of the row that a value is in, {@code block.group.row}; absent for a value outside groups. */
    public static Optional<String> row(String path) {
        return group(path) < 0 ? Optional.empty() : Optional.of(path.substring(0, path.lastIndexOf('.')));
    }

    /** Whether a path names a whole row: {@code block.group.row}. */
    public static boolean isRow(String path) {
        return group(path) < 0 && path.indexOf('.') != path.lastIndexOf('.');
    }

    public static String block(String path) {
        return path.substring(0, path.indexOf('.'));
    }
}

package xindang.model.archive;

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

    /** The path with the row key replaced by {@code *}: the same for all rows; a plain path stays as it is. */
    public static String pattern(String path) {
        var second = path.indexOf('.', path.indexOf('.') + 1);
        if (second < 0) {
            return path;
        }
        return path.substring(0, second) + ".*" + path.substring(path.indexOf('.', second + 1));
    }

    public static String block(String path) {
        return path.substring(0, path.indexOf('.'));
    }
}

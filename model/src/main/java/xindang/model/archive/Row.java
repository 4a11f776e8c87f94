package xindang.model.archive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of one row of a group as one text, so that a whole row can be a side of a conflict. Each value is a line
 * {@code field=value}, in the order of the fields. Backslash and line end are written as {@code \\} and {@code \n}.
 */
public final class Row {
    private Row() {}

    /**
     * Returns the values of a row ({@code block.group.row}) in a content, by path, with the marks of withheld values.
     */
    public static SortedMap<String, String> values(Content content, String row) {
        var prefix = row + ".";
        var values = new TreeMap<String, String>();
        for (var path : content.paths()) {
            if (path.startsWith(prefix)) {
                content.kept(path).ifPresent(value -> values.put(path, value));
            }
        }
        return values;
    }

    /** Returns the text of a row from its values by path; absent when there are none. */
    public static Optional<String> text(Map<String, String> values) {
        var text = new StringBuilder();
        new TreeMap<>(values).forEach((path, value) -> {
            if (!value.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append(path.substring(path.lastIndexOf('.') + 1))
                        .append('=')
                        .append(value.replace("\\", "\\\\").replace("\n", "\\n"));
            }
        });
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    /** Returns the values of a row by path from its text; empty when there is no text. */
    public static SortedMap<String, String> read(String row, Optional<String> text) {
        var values = new TreeMap<String, String>();
        for (var line : text.map(it -> List.of(it.split("\n", -1))).orElse(List.of())) {
            var end = line.indexOf('=');
            if (end > 0) {
                values.put(row + "." + line.substring(0, end), unescaped(line.substring(end + 1)));
            }
        }
        return values;
    }

    private static String unescaped(String text) {
        var plain = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (sign == '\\' && i + 1 < text.length()) {
                plain.append(text.charAt(++i) == 'n' ? '\n' : text.charAt(i));
            } else {
                plain.append(sign);
            }
        }
        return plain.toString();
    }
}

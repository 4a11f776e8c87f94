package xindang.cli.exchange;

import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Conflict;
import xindang.model.archive.Row;
import xindang.model.template.FieldText;

/** Formats the values of a conflict for a reader. */
final class Values {
    private Values() {}

    /** Returns a value, or the values of a row as one text. */
    static String of(Conflict conflict, FieldText shown, String value) {
        if (!conflict.isRow()) {
            return shown.value(conflict.path(), value);
        }
        var row = new TreeMap<>(Row.read(conflict.path(), Optional.of(value)));
        row.replaceAll(shown::value);
        return Row.text(row).orElse("");
    }
}

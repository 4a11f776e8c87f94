package xindang.model.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Content;
import xindang.model.archive.FieldChange;

/**
 * A value of an existing record that an import changed. Contains only what may be shown.
 *
 * @param id id of the record
 * @param row number of the row in the file
 * @param name name of the subject as written
 * @param from canonical value before; absent when there was none or it may not be shown
 * @param to canonical value after; absent when there is none or it may not be shown
 */
public record ChangedValue(UUID id, int row, String name, String path, Optional<String> from, Optional<String> to) {
    /** Makes the changed values of a row from the contents that may be shown before and after it. */
    static List<ChangedValue> of(
            UUID id, RowReader.Read read, List<FieldChange> changes, Content before, Content after) {
        var changed = new ArrayList<ChangedValue>();
        for (var change : changes) {
            if (!change.before().equals(change.after())) {
                changed.add(new ChangedValue(
                        id,
                        read.row().number(),
                        Repeated.name(read.name()),
                        change.path(),
                        before.get(change.path()),
                        after.get(change.path())));
            }
        }
        return changed;
    }
}

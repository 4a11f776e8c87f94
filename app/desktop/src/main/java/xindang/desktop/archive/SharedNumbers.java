package xindang.desktop.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import xindang.desktop.office.Office;
import xindang.model.archive.Page;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.keeping.Twins;

/** The records of the shown type with a shared document number. Two offices may have imported the same roster. */
final class SharedNumbers {
    /** True to show only these records. The search text and the states are then ignored. */
    final BooleanProperty only = new SimpleBooleanProperty();

    private final Office office;
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper();
    private volatile Map<UUID, Twins.Twin> twins = Map.of();

    SharedNumbers(Office office) {
        this.office = office;
    }

    ReadOnlyLongProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Returns these records, those with the same number together. Call it in the background. */
    Map<UUID, Twins.Twin> find(String type) {
        var found = new LinkedHashMap<UUID, Twins.Twin>();
        office.twins().listed(type).forEach(twin -> found.put(twin.id(), twin));
        return found;
    }

    /** Sets the records. Returns true if they differ from the earlier ones. */
    boolean update(Map<UUID, Twins.Twin> found) {
        var differs = !found.keySet().equals(twins.keySet());
        twins = found;
        count.set(found.size());
        return differs;
    }

    boolean has(UUID id) {
        return twins.containsKey(id);
    }

    /** Returns one page of these records in a place. Call it in the background. */
    Page<RecordSummary> page(RecordFilter filter, int begin, int limit) {
        var here = find(filter.type()).values().stream()
                .filter(twin -> twin.region().startsWith(filter.region()))
                .toList();
        var items = new ArrayList<RecordSummary>();
        for (var twin : here.subList(Math.min(begin, here.size()), Math.min(begin + limit, here.size()))) {
            var found = RecordFilter.all(filter.type()).matching(twin.number());
            office.store().list(found, RecordFilter.Window.first(limit)).items().stream()
                    .filter(summary -> summary.id().equals(twin.id()))
                    .forEach(items::add);
        }
        return new Page<>(items, here.size());
    }
}

package xindang.sync;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;

/** What lists and counts of an archive say, in a form that can be compared. */
final class Listed {
    private Listed() {}

    /** Each household in the list: what people read of it. */
    static Map<UUID, String> of(ArchiveStore store) {
        var lines = new TreeMap<UUID, String>();
        store.list(RecordFilter.all("household"), RecordFilter.Window.first(500))
                .items()
                .forEach(item -> lines.put(item.id(), line(item)));
        return lines;
    }

    private static String line(RecordSummary item) {
        return String.join(
                "|",
                item.name(),
                item.number(),
                item.phone(),
                item.region(),
                item.group(),
                String.valueOf(item.grade()),
                item.score()
                        .map(score -> score.stripTrailingZeros().toPlainString())
                        .orElse(""),
                item.filled() + "%",
                waits(item.status()) ? "conflict" : "",
                item.updatedAt().toString());
    }

    private static boolean waits(RecordSummary.Status status) {
        return status == RecordSummary.Status.CONFLICT;
    }

    /** The counts by village: records, grades, and how many have a conflict. */
    static Map<String, String> counts(ArchiveStore store) {
        var lines = new TreeMap<String, String>();
        store.counts("household", "").forEach(count -> {
            var open = count.statuses().getOrDefault(RecordSummary.Status.CONFLICT, 0L);
            lines.put(count.region(), count.records() + " " + new TreeMap<>(count.grades()) + " " + open);
        });
        return lines;
    }
}

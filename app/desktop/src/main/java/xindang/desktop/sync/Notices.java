package xindang.desktop.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.desktop.ui.Messages;
import xindang.model.keeping.Naming;
import xindang.sync.SyncReport;

/** The changes that the platform rejected, and the changes that wait there, as texts. */
record Notices(List<Notice> setAside, List<Notice> waiting) {
    static final Notices NONE = new Notices(List.of(), List.of());

    /** One change: its record and item, and the reason. */
    record Notice(String title, String why) {}

    Notices {
        setAside = List.copyOf(setAside);
        waiting = List.copyOf(waiting);
    }

    /** Creates the notices. It reads names from the archive, so call it in the background. */
    static Notices of(SyncReport report, Naming naming, Messages text) {
        var setAside = new ArrayList<Notice>();
        for (var change : report.setAside()) {
            var whose = whose(change.record(), change.sequence(), naming, text);
            var item = change.record()
                    .flatMap(record -> naming.item(record, change.field()))
                    .orElse(change.field());
            setAside.add(new Notice(
                    text.of("sync.aside", item.isEmpty() ? whose : whose + " · " + item),
                    text.ofPlatform(change.code(), change.text())));
        }
        var waiting = new ArrayList<Notice>();
        for (var change : report.waiting()) {
            waiting.add(new Notice(
                    text.of("sync.waits", whose(change.record(), change.sequence(), naming, text)),
                    text.ofPlatform(change.code(), change.text())));
        }
        return new Notices(setAside, waiting);
    }

    private static String whose(Optional<UUID> record, long sequence, Naming naming, Messages text) {
        return record.flatMap(naming::subject).orElseGet(() -> text.of("sync.change", Long.toString(sequence)));
    }
}

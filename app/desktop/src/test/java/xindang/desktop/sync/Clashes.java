package xindang.desktop.sync;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.desktop.Bench;
import xindang.model.archive.Conflict;
import xindang.model.archive.RecordFilter;
import xindang.sync.SyncEngine;

/** Creates conflicts between this device and an office in town. */
public final class Clashes {
    private Clashes() {}

    /** Creates three conflicts in two households: leased land and phone of one, people of the other. */
    public static void raise(Bench bench) {
        var two = bench.store
                .list(RecordFilter.all("household"), RecordFilter.Window.first(2))
                .items();
        var one = two.get(0).id();
        bench.archives.edit(one, Map.of("land.leasedIn", "31", "head.phone", "13700000192"), Bench.USER);
        raise(bench, one, "land.leasedIn", "31", "34", "36.5");
        raise(bench, one, "head.phone", "13700000192", "13900007754", "13900007745");
        raise(bench, two.get(1).id(), "head.people", "4", "5", "6");
    }

    /** Creates a conflict. The platform's value is in the record, the other one was written here. */
    private static void raise(Bench bench, UUID record, String path, String base, String theirs, String mine) {
        bench.archives.edit(record, Map.of(path, theirs), "陈文博");
        clash(bench, record, path, Optional.of(base), Optional.of(theirs), Optional.of(mine));
    }

    static void clash(
            Bench bench,
            UUID record,
            String path,
            Optional<String> base,
            Optional<String> theirs,
            Optional<String> mine) {
        var at = Bench.CLOCK.instant();
        bench.store.raise(new Conflict(
                bench.ids.next(),
                record,
                path,
                base,
                new Conflict.Side(theirs, "陈文博", "NJ-01-77ab", at.minus(Duration.ofHours(29)), change(bench, record)),
                new Conflict.Side(
                        mine, Bench.USER, bench.store.device(), at.minus(Duration.ofHours(23)), bench.ids.next())));
    }

    private static UUID change(Bench bench, UUID record) {
        var history = bench.store.history(record);
        return history.get(history.size() - 1).id();
    }

    /** Returns an engine that is not enrolled. */
    public static SyncEngine engine(Bench bench) {
        return new SyncEngine(bench.exchange, HttpClient.newHttpClient(), Bench.CLOCK);
    }

    static List<UUID> waiting(Bench bench) {
        return bench.store.conflicts().stream().map(Conflict::id).toList();
    }
}

package xindang.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.exchange.Push;

/** Collects the changes of one {@link Turn} and writes them together. */
final class HistoryRows {
    private final List<Kept> rows = new ArrayList<>();
    private final List<Object[]> waiting = new ArrayList<>();

    void keep(
            IncomingBatch.Line line,
            String device,
            int epoch,
            boolean isTaken,
            Push.Outcome outcome,
            Route route,
            @Nullable Long place) {
        rows.add(new Kept(line, device, epoch, isTaken, outcome, route, place));
    }

    /**
     * Replaces an unwritten change by the parts of it that may be kept. Returns false if the change is written already.
     */
    boolean mark(Change kept) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.isTaken() && row.line().id().filter(kept.id()::equals).isPresent()) {
                rows.set(i, row.with(row.line().keeping(kept)));
                return true;
            }
        }
        return false;
    }

    /** Records that a change is deferred until a record arrives. */
    void waits(String device, int epoch, long sequence, UUID record) {
        waiting.add(new Object[] {device, epoch, sequence, record});
    }

    void write(DSLContext db) {
        BulkRows.write(
                db,
                "insert into history (device, epoch, sequence, position, change_id, record, region, left_region, county, digest,"
                        + " verdict, reason, field, size, body, redacted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream().map(Kept::columns).toList());
        BulkRows.write(db, "insert into deferred (device, epoch, sequence, record) values (?, ?, ?, ?)", waiting);
        rows.clear();
        waiting.clear();
    }

    private record Kept(
            IncomingBatch.Line line,
            String device,
            int epoch,
            boolean isTaken,
            Push.Outcome outcome,
            Route route,
            @Nullable Long place) {
        Kept with(IncomingBatch.Line other) {
            return new Kept(other, device, epoch, isTaken, outcome, route, place);
        }

        @Nullable
        Object[] columns() {
            return new @Nullable Object[] {
                device,
                epoch,
                line.sequence(),
                place,
                isTaken ? line.id().orElseThrow() : null,
                isTaken ? line.record().orElseThrow() : null,
                route.region(),
                route.left(),
                route.county(),
                line.digest(),
                outcome.verdict().name(),
                outcome.reason().map(Push.Reason::code).orElse(null),
                outcome.reason().map(Push.Reason::field).orElse(null),
                line.body().length,
                line.body(),
                line.isMarked()
            };
        }
    }
}

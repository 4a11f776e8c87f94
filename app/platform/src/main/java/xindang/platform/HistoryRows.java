package xindang.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import xindang.model.exchange.Push;

/** The changes that one turn of writing keeps, until they are written together. */
final class HistoryRows {
    private final List<Object[]> rows = new ArrayList<>();
    private final List<Object[]> waiting = new ArrayList<>();

    void keep(
            IncomingBatch.Line line,
            String device,
            int epoch,
            boolean isTaken,
            Push.Outcome outcome,
            Route route,
            @Nullable Long place) {
        rows.add(new Object[] {
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
        });
    }

    /** A change that waits for a record. */
    void waits(String device, int epoch, long sequence, UUID record) {
        waiting.add(new Object[] {device, epoch, sequence, record});
    }

    void write(DSLContext db) {
        Rows.write(
                db,
                "insert into history (device, epoch, sequence, position, change_id, record, region, left_region, county, digest,"
                        + " verdict, reason, field, size, body, redacted)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
        Rows.write(db, "insert into deferred (device, epoch, sequence, record) values (?, ?, ?, ?)", waiting);
        rows.clear();
        waiting.clear();
    }
}

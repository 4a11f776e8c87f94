package xindang.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.TemplateRef;

/** Reads and writes the states of records. */
final class StateRows {
    private StateRows() {}

    /** Passes each of these records that has a row to a consumer. */
    static void read(DSLContext db, Collection<UUID> records, Consumer<PlatformRecord> each) {
        BulkRows.of(
                db,
                "select id, template, version, region, revision, state, subject from record_state where id = any(?)",
                "uuid",
                records,
                row -> {
                    var state = PlatformRecord.read(
                            row.getObject(1, UUID.class),
                            new TemplateRef(row.getString(2), row.getInt(3)),
                            row.getString(4),
                            row.getLong(5),
                            row.getBytes(6));
                    Optional.ofNullable(row.getObject(7, UUID.class)).ifPresent(state::about);
                    each.accept(state);
                });
    }

    /**
     * Writes the states of records.
     *
     * @param stored ids of the records that already have a row
     */
    static void write(DSLContext db, Collection<PlatformRecord> touched, Set<UUID> stored) {
        var inserts = new ArrayList<@Nullable Object[]>();
        var updates = new ArrayList<@Nullable Object[]>();
        for (var state : touched) {
            var template = state.template();
            var row = new @Nullable Object[] {
                template.version(),
                state.region(),
                state.revision(),
                state.conflicts().size(),
                state.bytes(),
                state.about(),
                template.id(),
                state.id()
            };
            (stored.contains(state.id()) ? updates : inserts).add(row);
        }
        BulkRows.write(
                db,
                "insert into record_state (version, region, revision, conflicts, state, subject, template, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                inserts);
        BulkRows.write(
                db,
                "update record_state set version = ?, region = ?, revision = ?, conflicts = ?, state = ?, subject = ?, template = ?"
                        + " where id = ?",
                updates);
    }
}

package xindang.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes the states of records. */
final class StateRows {
    private StateRows() {}

    /** @param stored the ids of those that have a row already */
    static void write(DSLContext db, Collection<RecordState> touched, Set<UUID> stored) {
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
        Rows.write(
                db,
                "insert into record_state (version, region, revision, conflicts, state, subject, template, id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                inserts);
        Rows.write(
                db,
                "update record_state set version = ?, region = ?, revision = ?, conflicts = ?, state = ?, subject = ?, template = ?"
                        + " where id = ?",
                updates);
    }
}

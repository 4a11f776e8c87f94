package xindang.platform;

import static xindang.platform.jooq.Tables.HISTORY;
import static xindang.platform.jooq.Tables.RECORD_STATE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import xindang.model.exchange.Verdict;

/** The records that move from one region into another in one turn of writing, and where records were before. */
final class Moves {
    private final DSLContext db;
    private final List<Object[]> deliveries = new ArrayList<>();
    /** The regions that records left in this turn. */
    private final Map<UUID, Set<String>> left = new HashMap<>();

    Moves(DSLContext db) {
        this.db = db;
    }

    /**
     * Whether a record was in the region of an office before: what that office saved before it knew of the move counts, and
     * what it deletes as the law demands.
     */
    boolean wasIn(UUID record, String office) {
        return left.getOrDefault(record, Set.of()).stream().anyMatch(region -> region.startsWith(office))
                || db.fetchExists(DSL.selectOne()
                        .from(HISTORY)
                        .where(HISTORY.RECORD.eq(record))
                        .and(HISTORY.POSITION.isNotNull())
                        .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()))
                        .and(HISTORY.REGION.startsWith(office).or(HISTORY.LEFT_REGION.startsWith(office))));
    }

    /** The regions outside a present one in which a record was, as far as stored changes say: offices there may have a copy of it. */
    Set<String> regionsOutside(UUID record, String present) {
        return new TreeSet<>(db.selectDistinct(HISTORY.REGION)
                .from(HISTORY)
                .where(HISTORY.RECORD.eq(record))
                .and(HISTORY.POSITION.isNotNull())
                .and(HISTORY.VERDICT.ne(Verdict.QUARANTINED.name()))
                .and(HISTORY.REGION.notIn("", present))
                .fetch(HISTORY.REGION));
    }

    /**
     * Lets the offices of the regions in which a record was hear of its erasure, at the positions after one.
     *
     * @param digest of the change that erases it
     * @return the last position that was given
     */
    long recall(UUID record, Collection<String> regions, String digest, long position) {
        var last = position;
        for (var region : regions) {
            deliveries.add(new Object[] {++last, record, region, digest});
        }
        return last;
    }

    /** The records about a subject that are stored. */
    List<UUID> about(UUID subject) {
        return db.select(RECORD_STATE.ID)
                .from(RECORD_STATE)
                .where(RECORD_STATE.SUBJECT.eq(subject))
                .orderBy(RECORD_STATE.ID)
                .fetch(RECORD_STATE.ID);
    }

    /**
     * Gives records whole to the offices of a region, at the positions after one.
     *
     * @param digest of the change that moves them
     * @return the last position that was given
     */
    long deliver(Collection<UUID> records, String before, String after, String digest, long position) {
        var last = position;
        for (var record : records) {
            left.computeIfAbsent(record, id -> new HashSet<>()).add(before);
            deliveries.add(new Object[] {++last, record, after, digest});
        }
        return last;
    }

    void write() {
        BulkRows.write(db, "insert into delivery (position, record, region, digest) values (?, ?, ?, ?)", deliveries);
        deliveries.clear();
    }
}

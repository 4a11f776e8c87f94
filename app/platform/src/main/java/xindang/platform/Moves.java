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

/** Tracks records that move between regions in one turn, and the regions in which records were before. */
final class Moves {
    private final DSLContext db;
    private final List<Object[]> deliveries = new ArrayList<>();
    /** The regions that each record left in this turn. */
    private final Map<UUID, Set<String>> left = new HashMap<>();

    Moves(DSLContext db) {
        this.db = db;
    }

    /**
     * Returns true if a record was in the region of an office before. Changes that this office saved before it knew of
     * the move are accepted, as are deletions that the law requires.
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

    /**
     * Returns the regions, other than the present one, in which stored changes place a record. Offices there may have a
     * copy of it.
     */
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
     * Sends the erasure of a record to the offices of its earlier regions.
     *
     * @param digest digest of the change that erases the record
     * @param position the last position that was assigned
     * @return the last position assigned now
     */
    long recall(UUID record, Collection<String> regions, String digest, long position) {
        var last = position;
        for (var region : regions) {
            deliveries.add(new Object[] {++last, record, region, digest});
        }
        return last;
    }

    /** Returns the ids of the stored records about a subject. */
    List<UUID> about(UUID subject) {
        return db.select(RECORD_STATE.ID)
                .from(RECORD_STATE)
                .where(RECORD_STATE.SUBJECT.eq(subject))
                .orderBy(RECORD_STATE.ID)
                .fetch(RECORD_STATE.ID);
    }

    /**
     * Sends complete records to the offices of a region.
     *
     * @param digest digest of the change that moves the records
     * @param position the last position that was assigned
     * @return the last position assigned now
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

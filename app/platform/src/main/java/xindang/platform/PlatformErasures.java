package xindang.platform;

import static xindang.platform.jooq.Tables.DEFERRED;
import static xindang.platform.jooq.Tables.ERASED;
import static xindang.platform.jooq.Tables.HISTORY;
import static xindang.platform.jooq.Tables.RECORD_STATE;
import static xindang.platform.jooq.Tables.REPORT;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.exchange.Redacted;
import xindang.model.exchange.Verdict;
import xindang.model.wire.ChangeJson;
import xindang.model.wire.RedactedJson;

/**
 * Erases a record and all records about it, and remembers which records were erased. A line that names each change
 * stays in its place. Therefore chains, digests and the order of positions continue.
 */
final class PlatformErasures {
    private static final String UPDATE_BODY =
            "update history set body = ?, size = ? where device = ? and epoch = ? and sequence = ?";

    private final DSLContext db;
    private final Moves moves;
    private final Set<UUID> erased = new HashSet<>();

    PlatformErasures(DSLContext db, Moves moves) {
        this.db = db;
        this.moves = moves;
    }

    /** Loads which of these records were erased. */
    void load(Collection<UUID> records) {
        BulkRows.of(
                db,
                "select record from erased where record = any(?)",
                "uuid",
                records,
                row -> erased.add(row.getObject(1, UUID.class)));
    }

    /** Returns true if a change belongs to an erased record or is about one. Both records must be loaded. */
    boolean concerns(Change change, Optional<UUID> subject) {
        return erased.contains(change.record())
                || subject.filter(erased::contains).isPresent();
    }

    /** Returns the line that replaces a change. */
    static byte[] line(Change change, String digest) {
        return line(new Redacted(change.id(), change.record(), change.device(), change.sequence(), digest));
    }

    private static byte[] line(Redacted redacted) {
        return RedactedJson.write(redacted).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Erases the stored content. All changes of these records must be written before.
     *
     * @param position the last position that was assigned
     * @return the erased records, and the last position assigned now
     */
    Destroyed destroy(Change change, long position) {
        var subject = change.record();
        var records = new LinkedHashSet<UUID>();
        records.add(subject);
        records.addAll(moves.about(subject));
        records.forEach(record -> db.insertInto(ERASED)
                .columns(ERASED.RECORD, ERASED.SUBJECT, ERASED.ERASED_BY)
                .values(record, subject, change.id())
                .onConflictDoNothing()
                .execute());
        erased.addAll(records);
        db.deleteFrom(RECORD_STATE).where(RECORD_STATE.ID.in(records)).execute();
        db.update(REPORT)
                .set(REPORT.DIGEST, "")
                .where(REPORT.RECORD.in(records))
                .execute();
        eraseWithId(records);
        return new Destroyed(records, eraseWithoutId(records, position));
    }

    record Destroyed(Set<UUID> records, long position) {
        Destroyed {
            records = Set.copyOf(records);
        }
    }

    /** Erases the contents of changes that have an id here. */
    private void eraseWithId(Set<UUID> records) {
        var lines = new ArrayList<@Nullable Object[]>();
        db.select(HISTORY.DEVICE, HISTORY.EPOCH, HISTORY.SEQUENCE, HISTORY.CHANGE_ID, HISTORY.RECORD, HISTORY.DIGEST)
                .from(HISTORY)
                .where(HISTORY.RECORD.in(records))
                .forEach(row -> lines.add(destroyed(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        line(new Redacted(row.value4(), row.value5(), row.value1(), row.value3(), row.value6())))));
        BulkRows.write(db, UPDATE_BODY, lines);
    }

    private static @Nullable Object[] destroyed(String device, int epoch, long sequence, byte[] line) {
        return new @Nullable Object[] {line, line.length, device, epoch, sequence};
    }

    /**
     * Erases the contents of rejected changes, and rejects the deferred ones. Only the bytes of these changes name
     * their records.
     */
    private long eraseWithoutId(Set<UUID> records, long position) {
        var lines = new ArrayList<@Nullable Object[]>();
        var waiting = new ArrayList<@Nullable Object[]>();
        var rows = db.select(
                        HISTORY.DEVICE, HISTORY.EPOCH, HISTORY.SEQUENCE, HISTORY.DIGEST, HISTORY.VERDICT, HISTORY.BODY)
                .from(HISTORY)
                .where(HISTORY.VERDICT.in(Verdict.QUARANTINED.name(), Verdict.DEFERRED.name()))
                .orderBy(HISTORY.DEVICE, HISTORY.EPOCH, HISTORY.SEQUENCE);
        BulkRows.read(rows, row -> {
            var text = new String(row.getBytes(6), StandardCharsets.UTF_8);
            var named = records.stream()
                    .filter(record -> text.contains(record.toString()))
                    .findFirst();
            if (named.isPresent() && RedactedJson.read(text).isEmpty()) {
                var line =
                        line(new Redacted(id(text), named.get(), row.getString(1), row.getLong(3), row.getString(4)));
                lines.add(destroyed(row.getString(1), row.getInt(2), row.getLong(3), line));
                if (row.getString(5).equals(Verdict.DEFERRED.name())) {
                    waiting.add(new @Nullable Object[] {row.getString(1), row.getInt(2), row.getLong(3)});
                }
            }
        });
        BulkRows.write(db, UPDATE_BODY, lines);
        var last = position;
        for (var row : waiting) {
            var key = HISTORY.DEVICE
                    .eq((String) row[0])
                    .and(HISTORY.EPOCH.eq((Integer) row[1]))
                    .and(HISTORY.SEQUENCE.eq((Long) row[2]));
            db.update(HISTORY)
                    .set(HISTORY.POSITION, ++last)
                    .set(HISTORY.VERDICT, Verdict.QUARANTINED.name())
                    .set(HISTORY.REASON, ChangeIntake.ERASED)
                    .where(key)
                    .execute();
            db.deleteFrom(DEFERRED)
                    .where(DEFERRED.DEVICE
                            .eq((String) row[0])
                            .and(DEFERRED.EPOCH.eq((Integer) row[1]))
                            .and(DEFERRED.SEQUENCE.eq((Long) row[2])))
                    .execute();
        }
        return last;
    }

    /** Returns the id of a rejected change, or zeros if it is unreadable. */
    private static UUID id(String text) {
        try {
            return ChangeJson.read(text).id();
        } catch (AppException e) {
            return new UUID(0, 0);
        }
    }
}

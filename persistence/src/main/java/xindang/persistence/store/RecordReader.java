package xindang.persistence.store;

import static xindang.persistence.jooq.Tables.CONFLICT;
import static xindang.persistence.jooq.Tables.ENTRY;
import static xindang.persistence.jooq.Tables.RECORD;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.TemplateRef;
import xindang.persistence.codec.Compact;
import xindang.persistence.codec.Packing;
import xindang.persistence.codec.RegionNumbers;
import xindang.persistence.codec.Sealing;
import xindang.persistence.codec.StateJson;
import xindang.persistence.codec.Times;
import xindang.persistence.fold.AboutTable;
import xindang.persistence.fold.RecordTable;
import xindang.persistence.fold.Shared;

/** Reads whole records with their conflicts. */
final class RecordReader {
    private static final SelectField<?>[] COLUMNS = {
        RECORD.NO,
        RECORD.ID,
        RECORD.KIND,
        RECORD.VERSION,
        RECORD.REGION,
        RECORD.REVISION,
        RECORD.CONTENT,
        RECORD.SECRET,
        ENTRY.KIND,
        ENTRY.BODY,
        RECORD.CREATED,
        RECORD.UPDATED,
        RECORD.SEALED
    };

    private final Shared shared;
    private final AboutTable about;

    RecordReader(Shared shared, AboutTable about) {
        this.shared = shared;
        this.about = about;
    }

    /** Returns the records with these ids in the same order. */
    List<ArchiveRecord> records(DSLContext sql, List<UUID> ids) {
        var conflicts = new HashMap<Long, List<Conflict>>();
        sql.select(CONFLICT.RECORD, CONFLICT.BODY)
                .from(CONFLICT)
                .join(RECORD)
                .on(RECORD.NO.eq(CONFLICT.RECORD))
                .where(RECORD.ID.in(ids))
                .forEach(row -> conflicts
                        .computeIfAbsent(row.value1(), no -> new ArrayList<>())
                        .add(StateJson.conflict(Packing.unpack(row.value2()))));
        var found = new HashMap<UUID, ArchiveRecord>();
        var sealing = shared.sealing();
        sql.select(COLUMNS)
                .from(RECORD)
                .leftJoin(ENTRY)
                .on(ENTRY.NO.eq(RECORD.SOURCE))
                .where(RECORD.ID.in(ids))
                .forEach(row -> {
                    var record = record(row, conflicts.getOrDefault(row.get(RECORD.NO), List.of()), sealing);
                    found.put(record.id(), record);
                });
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .map(record -> placed(sql, record))
                .toList();
    }

    /**
     * Sets the region of a record about a subject to that of its subject; empty while the subject is not stored here.
     */
    private ArchiveRecord placed(DSLContext sql, ArchiveRecord record) {
        if (shared.templates().isSubject(record.template())) {
            return record;
        }
        return new ArchiveRecord(
                record.id(),
                record.template(),
                about.region(sql, record).map(RegionNumbers::code).orElse(""),
                record.revision(),
                record.content(),
                record.conflicts(),
                record.createdAt(),
                record.updatedAt(),
                record.sealed());
    }

    private ArchiveRecord record(Record row, List<Conflict> conflicts, Sealing sealing) {
        return new ArchiveRecord(
                row.get(RECORD.ID),
                new TemplateRef(shared.kinds().id(row.get(RECORD.KIND)), row.get(RECORD.VERSION)),
                RegionNumbers.code(row.get(RECORD.REGION)),
                row.get(RECORD.REVISION),
                content(row, sealing),
                StateJson.sorted(conflicts),
                Times.instant(row.get(RECORD.CREATED)),
                Times.instant(row.get(RECORD.UPDATED)),
                row.get(RECORD.SEALED));
    }

    private Content content(Record row, Sealing sealing) {
        var kept = row.get(RECORD.CONTENT);
        return kept == null
                ? RecordTable.content(
                        row.get(ENTRY.KIND).byteValue(),
                        row.get(ENTRY.BODY),
                        row.get(RECORD.ID),
                        row.get(RECORD.SECRET),
                        sealing)
                : Compact.content(kept, shared.words());
    }
}

package xindang.model.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The present state of a record: a household, an enterprise, a practitioner, or a record that the program itself writes
 * (rating, query, report). Its type is the id of its template.
 *
 * @param region 12-digit division code
 * @param revision number of changes that made the record, from 1
 * @param conflicts conflicts that wait for a decision
 * @param createdAt time of the first change
 * @param updatedAt time of the last change
 * @param sealed number of changes that a later version of the program wrote and this version cannot read; the content
 *     contains nothing of them
 */
public record ArchiveRecord(
        UUID id,
        TemplateRef template,
        String region,
        long revision,
        Content content,
        List<Conflict> conflicts,
        Instant createdAt,
        Instant updatedAt,
        long sealed) {
    public ArchiveRecord {
        conflicts = List.copyOf(conflicts);
    }

    /** Makes a record of which this program can read all changes. */
    public ArchiveRecord(
            UUID id,
            TemplateRef template,
            String region,
            long revision,
            Content content,
            List<Conflict> conflicts,
            Instant createdAt,
            Instant updatedAt) {
        this(id, template, region, revision, content, conflicts, createdAt, updatedAt, 0);
    }

    /** Returns whether a later version of the program wrote parts of the record (部分资料由更新的版本写入). */
    public boolean isPartlySealed() {
        return sealed > 0;
    }

    /** Returns whether the import of this record was undone; see {@link Undone}. */
    public boolean isUndone() {
        return Undone.hides(content, conflicts, sealed);
    }

    public String type() {
        return template.id();
    }
}

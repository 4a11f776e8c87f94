package xindang.model.archive;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The present state of a record: a household, an enterprise, a practitioner, or one of the system's own (rating, query,
 * report). Its type is the id of its template.
 *
 * @param region 12-digit division code
 * @param revision number of changes that made it, from 1
 * @param conflicts values that wait for a decision
 * @param createdAt time of the first change
 * @param updatedAt time of the last
 */
public record ArchiveRecord(
        UUID id,
        TemplateRef template,
        String region,
        long revision,
        Content content,
        List<Conflict> conflicts,
        Instant createdAt,
        Instant updatedAt) {
    public ArchiveRecord {
        conflicts = List.copyOf(conflicts);
    }

    public String type() {
        return template.id();
    }
}

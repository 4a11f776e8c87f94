package xindang.persistence.fold;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Content;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.TemplateRef;
import xindang.model.archive.Undone;
import xindang.model.exchange.Merge;
import xindang.model.exchange.Verdict;
import xindang.model.rating.Standings;

/** A record while a transaction changes it. */
public final class RecordState {
    /** Day of deletion for a record without a running term. */
    static final long NEVER = Long.MAX_VALUE;

    final long no;
    final UUID id;
    final long slot;
    final byte[] secret;
    boolean fresh;

    TemplateRef template;
    String region;
    long revision;
    public Content content;
    public List<Conflict> conflicts;
    /** State after the changes in the platform's order; null if the record is in that state. */
    Merge.@Nullable State settled;

    /** Sequence number of the last own change. */
    long pending;

    Instant created;
    Instant updated;

    /** Cell of the tally that counts the record; null if it is not counted. */
    Tally.@Nullable Cell counted;

    Optional<String> grade = Optional.empty();
    Optional<String> score = Optional.empty();
    long graded = Long.MIN_VALUE;
    /** Basis of the latest rating; null if there is none. */
    Standings.@Nullable Basis basis;

    /** Time of the last row of bad information, from table {@code subject}. */
    long warned = Long.MIN_VALUE;

    /** Number of the entry that last raised conflicts. */
    long raised;

    /** Number of the entry with the last change. */
    long last;

    /** Number of the entry whose change alone makes the content; 0 if the content is stored with the record. */
    long source;

    /** First day on which a row may not be kept any more, from table {@code term}. */
    long due = NEVER;

    /** Number of its changes that this program cannot read. */
    long sealed;

    boolean conflictsChanged;

    /** True if a subject has a row in the table of lists. */
    boolean listed;

    /** Its row as it was read; null for a new record. */
    private @Nullable Row read;

    RecordState(
            long no,
            UUID id,
            long slot,
            byte[] secret,
            TemplateRef template,
            String region,
            long revision,
            Content content,
            List<Conflict> conflicts,
            Merge.@Nullable State settled,
            Instant created,
            Instant updated) {
        this.no = no;
        this.id = id;
        this.slot = slot;
        this.secret = secret;
        this.template = template;
        this.region = region;
        this.revision = revision;
        this.content = content;
        this.conflicts = conflicts;
        this.settled = settled;
        this.created = created;
        this.updated = updated;
    }

    /** Returns a new record for its first change. */
    static RecordState fresh(
            long no, UUID id, long slot, byte[] secret, TemplateRef template, String region, Instant created) {
        var state = new RecordState(
                no, id, slot, secret, template, region, 0, Content.EMPTY, List.of(), null, created, created);
        state.fresh = true;
        return state;
    }

    /** Remembers the values as those of the stored row. */
    void noteRead() {
        read = row();
    }

    /** Returns true if the stored row has these values already, for example when only the grade of a subject changed. */
    boolean isStored() {
        return row().equals(read);
    }

    private Row row() {
        return new Row(template, region, revision, content, settled, pending, source, created, updated, last, sealed);
    }

    /** The values of its row that can change. */
    private record Row(
            TemplateRef template,
            String region,
            long revision,
            Content content,
            Merge.@Nullable State settled,
            long pending,
            long source,
            Instant created,
            Instant updated,
            long last,
            long sealed) {}

    Merge.State state() {
        return new Merge.State(content, conflicts);
    }

    void set(Merge.State state) {
        if (!content.equals(state.content())) {
            content = state.content();
            source = 0;
        }
        conflictsChanged |= !conflicts.equals(state.conflicts());
        conflicts = state.conflicts();
    }

    /**
     * Records the effect of a change. If the record equals its first change, the content is stored only once, in the
     * ledger entry. An unreadable change is counted.
     */
    void noteEffect(Change change, Verdict verdict) {
        if (change.isSealed() && verdict != Verdict.QUARANTINED) {
            sealed++;
        }
        if (revision == 0 && content.isMadeBy(change.fields())) {
            source = last;
        }
    }

    /** Sets the region from a change of format 1, which contains the region of its record. */
    void takeRegionOf(Change change) {
        if (change.body() instanceof Body.Fields fields) {
            fields.region().ifPresent(stated -> region = stated);
        }
    }

    /** Returns the sequence number of the last own change while an own change waits; otherwise 0. */
    long waits() {
        return settled == null ? 0 : pending;
    }

    RecordSummary.Status status() {
        if (!conflicts.isEmpty()) {
            return RecordSummary.Status.CONFLICT;
        }
        return settled == null ? RecordSummary.Status.SETTLED : RecordSummary.Status.SAVED;
    }

    /** Returns true if the import of the record was undone. It is in no list and no count. */
    boolean isUndone() {
        return Undone.hides(content, conflicts, sealed);
    }

    /** Returns true if only a later version of the program wrote the record up to now. It has no content to show. */
    boolean isUnread() {
        return counted == null && content.isEmpty() && conflicts.isEmpty();
    }

    ArchiveRecord record() {
        return new ArchiveRecord(id, template, region, revision, content, conflicts, created, updated, sealed);
    }
}

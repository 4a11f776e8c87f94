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
import xindang.model.exchange.Merge;
import xindang.model.exchange.Verdict;
import xindang.model.rating.Standings;

/** A record while a transaction changes it. */
public final class RecordState {
    /** First day of deletion of a record without a row whose term runs. */
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
    /** What the platform's order has made of it; null when that is what the record says. */
    Merge.@Nullable State settled;

    /** Sequence of the last own change. */
    long pending;

    Instant created;
    Instant updated;

    /** How the record is counted in the tally at present; null when it is not. */
    Tally.@Nullable Cell counted;

    Optional<String> grade = Optional.empty();
    Optional<String> score = Optional.empty();
    long graded = Long.MIN_VALUE;
    /** What the latest rating rests on; null when there is none. */
    Standings.@Nullable Basis basis;

    /** When a row of bad information was written last, as table {@code subject} says it. */
    long warned = Long.MIN_VALUE;

    /** Number of the entry that raised conflicts last. */
    long raised;

    /** Number of the entry with the last change. */
    long last;

    /** Number of the entry whose change alone says the content; 0 when the content is kept with the record. */
    long source;

    /** The first day on which a row may not be kept any more, as table {@code term} says it. */
    long due = NEVER;

    /** Number of its changes that this program cannot read. */
    long sealed;

    boolean conflictsChanged;

    /** Whether a subject has its row in the table of lists. */
    boolean listed;

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

    /** A record that begins with its first change. */
    static RecordState fresh(
            long no, UUID id, long slot, byte[] secret, TemplateRef template, String region, Instant created) {
        var state = new RecordState(
                no, id, slot, secret, template, region, 0, Content.EMPTY, List.of(), null, created, created);
        state.fresh = true;
        return state;
    }

    Merge.State state() {
        return new Merge.State(content, conflicts);
    }

    void become(Merge.State state) {
        if (!content.equals(state.content())) {
            content = state.content();
            source = 0;
        }
        conflictsChanged |= !conflicts.equals(state.conflicts());
        conflicts = state.conflicts();
    }

    /**
     * A record that says what its first change said, kept in an entry, need not keep it twice. What cannot be read is counted.
     */
    void saidBy(Change change, Verdict verdict) {
        if (change.isSealed() && verdict != Verdict.QUARANTINED) {
            sealed++;
        }
        if (revision == 0 && content.isMadeBy(change.fields())) {
            source = last;
        }
    }

    /** A change of format 1 states the region of its record. */
    void placedBy(Change change) {
        if (change.body() instanceof Body.Fields fields) {
            fields.region().ifPresent(stated -> region = stated);
        }
    }

    /** Sequence of the last own change while one waits; 0 when none does. */
    long waits() {
        return settled == null ? 0 : pending;
    }

    RecordSummary.Status status() {
        if (!conflicts.isEmpty()) {
            return RecordSummary.Status.CONFLICT;
        }
        return settled == null ? RecordSummary.Status.SETTLED : RecordSummary.Status.SAVED;
    }

    /** Whether only a later version of the program has written it so far: nothing can be shown of it. */
    boolean isUnread() {
        return counted == null && content.isEmpty() && conflicts.isEmpty();
    }

    ArchiveRecord record() {
        return new ArchiveRecord(id, template, region, revision, content, conflicts, created, updated, sealed);
    }
}

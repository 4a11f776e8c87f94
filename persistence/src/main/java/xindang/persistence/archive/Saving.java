package xindang.persistence.archive;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xindang.model.archive.Change;
import xindang.model.archive.Draft;
import xindang.model.archive.Durability;
import xindang.model.archive.SaveReceipt;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Turns drafts into changes: compares what the writer saw with what the record says, and gives each its place. */
final class Saving {
    private static final int CHUNK = 250;
    /** From here on, and when it is at least this part of all records, a save is a large import. */
    private static final int MANY = 2000;

    private static final int SHARE = 8;

    private final ArchiveWriter writer;
    private final String device;
    private final Clock clock;

    Saving(ArchiveWriter writer, String device, Clock clock) {
        this.writer = writer;
        this.device = device;
        this.clock = clock;
    }

    SaveReceipt save(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return new SaveReceipt(List.of(), clock.instant(), Durability.LOCAL);
        }
        var changes = isMany(drafts.size(), writer.marks())
                ? writer.writeMany(fold -> save(fold, drafts))
                : writer.write(fold -> save(fold, drafts));
        return new SaveReceipt(changes, clock.instant(), Durability.LOCAL);
    }

    /** Whether so many changes at once are better indexed anew. */
    static boolean isMany(long changes, Marks marks) {
        return changes >= MANY && changes >= marks.records() / SHARE;
    }

    private List<Change> save(Fold fold, List<Draft> drafts) {
        var saved = new ArrayList<Change>(drafts.size());
        for (var from = 0; from < drafts.size(); from += CHUNK) {
            var chunk = drafts.subList(from, Math.min(from + CHUNK, drafts.size()));
            fold.expect(chunk.stream().map(Draft::record).toList());
            for (var draft : chunk) {
                saved.add(save(fold, draft));
            }
        }
        return saved;
    }

    private Change save(Fold fold, Draft draft) {
        var state = fold.records.find(draft.record());
        for (var field : draft.fields()) {
            Optional<String> now = state.flatMap(record -> record.content.get(field.path()));
            if (!now.equals(field.before())) {
                throw new AppException(
                        ErrorCode.STALE,
                        "the value of " + field.path() + " is another now",
                        draft.record().toString(),
                        field.path());
            }
        }
        for (var conflict : draft.resolves()) {
            if (state.isEmpty() || state.get().conflicts.stream().noneMatch(c -> c.id().equals(conflict))) {
                throw new AppException(
                        ErrorCode.STALE,
                        "the conflict is decided already",
                        draft.record().toString(),
                        conflict.toString());
            }
        }
        var secret = fold.secret(draft.record());
        var change = draft.at(device, fold.counters.sequence + 1, fold.counters.previous);
        fold.saved(change, secret);
        return change;
    }
}

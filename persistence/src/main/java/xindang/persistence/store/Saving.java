package xindang.persistence.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.Durability;
import xindang.model.archive.Erased;
import xindang.model.archive.Erasing;
import xindang.model.archive.SaveReceipt;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.Fold;
import xindang.persistence.fold.RecordErasures;

/**
 * Turns drafts into changes. It compares the earlier values in the draft with the record, and gives each change its
 * sequence number.
 */
final class Saving {
    private static final int CHUNK = 250;
    /**
     * A save is a large import if it has at least this many changes of subjects and at least a twenty-fourth of all records. Ratings
     * are no subjects, and change no column that is searched.
     */
    private static final int MANY = 2000;

    private static final int SHARE = 24;

    private final ArchiveWriter writer;
    private final Knowledge templates;
    private final UUID person;
    private final String device;
    private final Clock clock;

    Saving(ArchiveWriter writer, Knowledge templates, UUID person, String device, Clock clock) {
        this.writer = writer;
        this.templates = templates;
        this.person = person;
        this.device = device;
        this.clock = clock;
    }

    SaveReceipt save(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return new SaveReceipt(List.of(), clock.instant(), Durability.LOCAL);
        }
        var subjects = drafts.stream()
                .filter(draft -> templates.isSubject(draft.template()))
                .count();
        var changes = isMany(subjects, writer.marks())
                ? writer.writeMany(fold -> save(fold, drafts))
                : writer.write(fold -> save(fold, drafts));
        return new SaveReceipt(changes, clock.instant(), Durability.LOCAL);
    }

    ArchiveStore.Saved saveOne(Draft draft) {
        return writer.write(fold -> {
            var changes = save(fold, List.of(draft));
            var content = fold.records.find(draft.record()).map(state -> state.content);
            return new ArchiveStore.Saved(
                    new SaveReceipt(changes, clock.instant(), Durability.LOCAL), content.orElse(Content.EMPTY));
        });
    }

    /** Returns true if recreating the indexes is faster for this number of changes of subjects. */
    static boolean isMany(long changes, Checkpoint marks) {
        return changes >= MANY && changes >= marks.records() / SHARE;
    }

    void duringMany(long subjects, Runnable saves) {
        if (isMany(subjects, writer.marks())) {
            writer.duringMany(saves);
        } else {
            saves.run();
        }
    }

    /** Saves drafts from an iterator. Writes nothing if there are none. */
    void save(Iterator<Draft> drafts, int atMost) {
        if (!drafts.hasNext()) {
            return;
        }
        Function<Fold, Long> work = fold -> {
            save(fold, drafts, change -> {});
            return fold.counters.sequence;
        };
        if (isMany(atMost, writer.marks())) {
            writer.writeMany(work);
        } else {
            writer.write(work);
        }
    }

    /** Erases a record and all records about it. */
    Erased erase(Erasing erasing) {
        return writer.write(fold -> {
            if (fold.records.find(erasing.record()).isEmpty()) {
                throw new AppException(
                        ErrorCode.NOT_FOUND,
                        "no record " + erasing.record(),
                        erasing.record().toString());
            }
            var change = erasing.at(person, device, fold.counters.sequence + 1, fold.counters.previous);
            return RecordErasures.of(fold.erase(change, Optional.empty()));
        });
    }

    private List<Change> save(Fold fold, List<Draft> drafts) {
        var saved = new ArrayList<Change>(drafts.size());
        save(fold, drafts.iterator(), saved::add);
        return saved;
    }

    private void save(Fold fold, Iterator<Draft> drafts, Consumer<Change> saved) {
        var chunk = new ArrayList<Draft>(CHUNK);
        while (drafts.hasNext()) {
            chunk.add(drafts.next());
            if (chunk.size() == CHUNK || !drafts.hasNext()) {
                fold.slice();
                fold.expect(chunk.stream().flatMap(this::used).toList());
                chunk.forEach(draft -> saved.accept(save(fold, draft)));
                chunk.clear();
            }
        }
    }

    /** Returns the record of a draft, and the subject to which a rating gives its grade. */
    private Stream<UUID> used(Draft draft) {
        var subject = Knowledge.isRating(draft.template())
                ? templates.of(draft.template()).subjectOf(Content.EMPTY.with(draft.fields()))
                : Optional.<UUID>empty();
        return Stream.concat(Stream.of(draft.record()), subject.stream());
    }

    private Change save(Fold fold, Draft draft) {
        var state = fold.records.find(draft.record());
        var content = state.isPresent() ? state.get().content : Content.EMPTY;
        for (var field : draft.fields()) {
            if (!content.kept(field.path()).equals(field.before())) {
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
        var change = draft.at(person, device, fold.counters.sequence + 1, fold.counters.previous);
        fold.saved(change, secret);
        return change;
    }
}

package xindang.model.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;

/**
 * The imports that this device made, as its own changes say: all changes of one import are adjacent and have the same
 * time. So the list of imports is in the ledger, and a lost database loses none of them.
 */
final class Imports {
    /** The origin of the changes of an import. */
    static final String ORIGIN = "import";

    /** The origin of the changes that undo an import. */
    static final String UNDO = "undo";

    private static final int PAGE = 500;

    private final ArchiveStore store;

    Imports(ArchiveStore store) {
        this.store = store;
    }

    /** An import with its changes, the first one first. */
    record Found(UUID id, List<Change> changes) {}

    /** Returns the time of a new import: now, and not the time of the last change. */
    Instant time(Instant now) {
        var time = now.truncatedTo(ChronoUnit.MILLIS);
        return store.own(Long.MAX_VALUE, 1).stream()
                .map(Change::at)
                .filter(time::equals)
                .findFirst()
                .map(last -> last.plusMillis(1))
                .orElse(time);
    }

    /** Returns the id of an import by the device and the time of its changes. */
    static UUID id(String device, Instant at) {
        return UUID.nameUUIDFromBytes((ORIGIN + " " + device + " " + at).getBytes(StandardCharsets.UTF_8));
    }

    /** @param wanted absent for the last import that was not undone yet */
    Optional<Found> find(Optional<UUID> wanted) {
        // the undos of each record whose imports come next, since an undo is of the last import that was not undone
        var undos = new HashMap<UUID, Integer>();
        var run = new Run();
        var before = Long.MAX_VALUE;
        for (var page = store.own(before, PAGE); !page.isEmpty(); page = store.own(before, PAGE)) {
            for (var change : page) {
                if (!run.takes(change)) {
                    if (run.is(wanted)) {
                        return Optional.of(run.found());
                    }
                    run = new Run();
                    run.takes(change);
                }
                run.isUndone |= isUndone(undos, change);
                before = change.sequence();
            }
        }
        return Optional.of(run).filter(last -> last.is(wanted)).map(Run::found);
    }

    private static boolean isUndone(Map<UUID, Integer> undos, Change change) {
        var known = undos.getOrDefault(change.record(), 0);
        if (change.origin().equals(UNDO)) {
            undos.put(change.record(), known + 1);
            return false;
        }
        undos.put(change.record(), Math.max(0, known - 1));
        return known > 0;
    }

    /** Adjacent changes of one import, the last one first. */
    private static final class Run {
        private final List<Change> changes = new ArrayList<>();
        private boolean isUndone;

        boolean takes(Change change) {
            if (!change.origin().equals(ORIGIN)) {
                return false;
            }
            var fits = changes.isEmpty() || changes.get(0).at().equals(change.at());
            if (fits) {
                changes.add(change);
            }
            return fits;
        }

        boolean is(Optional<UUID> wanted) {
            return !changes.isEmpty() && wanted.map(id -> id.equals(id())).orElse(!isUndone);
        }

        private UUID id() {
            var any = changes.get(0);
            return Imports.id(any.device(), any.at());
        }

        Found found() {
            var ordered = new ArrayList<>(changes);
            Collections.reverse(ordered);
            return new Found(id(), ordered);
        }
    }
}

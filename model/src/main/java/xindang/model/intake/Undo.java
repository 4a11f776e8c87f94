package xindang.model.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Paths;
import xindang.model.archive.Row;
import xindang.model.archive.Undone;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.common.Violation;
import xindang.model.exchange.RowMerge;
import xindang.model.law.Gate;
import xindang.model.template.Template;
import xindang.model.template.Templates;

/**
 * Undoes one import of this device by changes like others. A record that it made is hidden, a record that it changed
 * gets its former values. A record that changed since is left as it is. Importing the file again restores everything.
 */
public final class Undo {
    private static final Set<String> LATER = Set.of("rating", "report");

    private final Templates templates;
    private final ArchiveStore store;
    private final Ids ids;
    private final Clock clock;

    public Undo(Templates templates, ArchiveStore store, Ids ids, Clock clock) {
        this.templates = templates;
        this.store = store;
        this.ids = ids;
        this.clock = Gate.clock(clock, store);
    }

    /**
     * The result of an undo.
     *
     * @param id id of the import
     * @param removed number of records that the import had made and that are hidden now
     * @param restored number of records that have their former values
     * @param left the records that stay as they are
     */
    public record Result(UUID id, int removed, int restored, List<Left> left) {
        public Result {
            left = List.copyOf(left);
        }
    }

    /** A record that stays as it is, and why. */
    public record Left(UUID id, String name, Violation why) {}

    /**
     * Undoes an import in one save.
     *
     * @param wanted id of the import; absent for the last one that was not undone yet
     * @throws AppException NOT_FOUND when this device made no such import
     */
    public Result run(Optional<UUID> wanted, String user, Progress progress) {
        var found = new Imports(store)
                .find(wanted)
                .orElseThrow(() -> new AppException(
                        ErrorCode.NOT_FOUND,
                        "no import",
                        wanted.map(UUID::toString).orElse("LAST")));
        var work = new Work(user, clock.instant(), Gate.hidingDay(clock, store));
        var n = 0;
        for (var change : found.changes()) {
            progress.check();
            progress.at("intake.undo", n++, found.changes().size());
            work.undo(change);
        }
        if (!work.drafts.isEmpty()) {
            store.save(work.drafts);
        }
        return new Result(found.id(), work.removed, work.restored, work.left);
    }

    /** One undo in progress. */
    private final class Work {
        private final String user;
        private final Instant at;
        private final LocalDate today;
        private final List<Draft> drafts = new ArrayList<>();
        private final List<Left> left = new ArrayList<>();
        private int removed;
        private int restored;

        Work(String user, Instant at, LocalDate today) {
            this.user = user;
            this.at = at;
            this.today = today;
        }

        void undo(Change change) {
            var record = store.find(change.record());
            if (record.isEmpty()) {
                return;
            }
            var history = store.history(change.record());
            var place = place(history, change);
            var since = place < 0 ? Since.UNDONE : since(history.subList(place + 1, history.size()));
            if (since == Since.UNDONE) {
                // or the platform rejected it
                return;
            }
            var template = templates.get(record.get().template());
            if (since == Since.CHANGED || !isUntouched(record.get(), change)) {
                leave(record.get(), template, Violation.of("intake.undo.changed"));
                return;
            }
            var before = record.get().content();
            var after = place == 0
                    ? before.with(Undone.PATH, Undone.mark(before))
                    : before.with(inverse(template, before, change));
            var wrong = place == 0 ? List.<Object>of() : Gate.record(template, before, after, today);
            if (!wrong.isEmpty()) {
                leave(record.get(), template, Violation.of("intake.undo.law"));
                return;
            }
            if (Undone.hides(after, List.of(), 0)) {
                removed++;
            } else {
                restored++;
            }
            drafts.add(new Draft(
                    ids.next(),
                    record.get().id(),
                    record.get().template(),
                    RowMerge.withStaying(before, before.changesTo(after)),
                    user,
                    at,
                    Imports.UNDO,
                    List.of()));
        }

        private void leave(ArchiveRecord record, Template template, Violation why) {
            var name =
                    Repeated.name(record.content().text(template.subjectPaths().name()));
            left.add(new Left(record.id(), name, why));
        }
    }

    private static int place(List<Change> history, Change change) {
        for (var i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).id().equals(change.id())) {
                return i;
            }
        }
        return -1;
    }

    /** What happened to a record since a change of an import. */
    private enum Since {
        NOTHING,
        UNDONE,
        CHANGED
    }

    /** Later imports that were undone too do not count. */
    private static Since since(List<Change> later) {
        var open = 0;
        for (var change : later) {
            if (change.origin().equals(Imports.ORIGIN)) {
                open++;
            } else if (!change.origin().equals(Imports.UNDO)) {
                return Since.CHANGED;
            } else if (open == 0) {
                return Since.UNDONE;
            } else {
                open--;
            }
        }
        return open == 0 ? Since.NOTHING : Since.CHANGED;
    }

    /** Returns whether a record has the values of the import, and no conflict, later part, rating or report. */
    private boolean isUntouched(ArchiveRecord record, Change change) {
        return record.conflicts().isEmpty()
                && !record.isPartlySealed()
                && change.fields().stream()
                        .allMatch(field -> record.content().kept(field.path()).equals(field.after()))
                && LATER.stream().noneMatch(type -> hasSince(record, type, change));
    }

    private boolean hasSince(ArchiveRecord record, String type, Change change) {
        return store.about(record.id(), type, 1).stream()
                .flatMap(about -> store.history(about.id()).stream().limit(1))
                .anyMatch(made -> made.device().equals(change.device())
                        ? made.sequence() > change.sequence()
                        : !made.at().isBefore(change.at()));
    }

    /**
     * Returns the former values of a record. A deleted row with a term stays deleted: the file showed that it had
     * expired (征信业管理条例 article 16).
     */
    private static Map<String, String> inverse(Template template, Content now, Change change) {
        var former = new HashMap<String, String>();
        for (var field : change.changed()) {
            if (!isExpired(template, now, field)) {
                former.put(field.path(), field.before().orElse(""));
            }
        }
        return former;
    }

    private static boolean isExpired(Template template, Content now, FieldChange field) {
        return field.after().isEmpty()
                && template.terms().stream().anyMatch(term -> field.path().startsWith(term.group() + "."))
                && Paths.row(field.path())
                        .filter(row -> Row.values(now, row).isEmpty())
                        .isPresent();
    }
}

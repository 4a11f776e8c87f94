package xindang.persistence.store;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Conflict;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Undone;
import xindang.model.common.AppException;
import xindang.model.common.Ids;
import xindang.model.law.Due;
import xindang.model.law.Gate;
import xindang.model.law.SureDay;
import xindang.model.template.Template;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.fold.Shared;
import xindang.persistence.fold.TermTable;

/**
 * Deletes rows that may not be kept any more, when an archive is opened. The deletion is a normal save: it is in the
 * ledger and the history, and the other offices receive it. Records with an unknown template are not changed.
 */
public final class Disposal {
    private static final Logger LOG = LoggerFactory.getLogger(Disposal.class);
    /** Number of records in one save, which is the size of one batch of the exchange. */
    private static final int CHUNK = 200;

    private final Database database;
    private final H2ArchiveStore archives;
    private final Knowledge templates;
    private final Ids ids;
    private final Clock clock;
    private final SureDay day;

    public Disposal(Database database, H2ArchiveStore archives, Shared shared, Clock clock) {
        this.database = database;
        this.archives = archives;
        this.clock = Gate.clock(clock, archives);
        templates = shared.templates();
        ids = new Ids(clock, shared.random());
        day = Gate.day(clock, archives);
    }

    /**
     * Deletes the rows that are due. If there are none, it only reads an index and the conflicts.
     *
     * @return findings about rows that are kept because the clock is not sure
     */
    public List<ArchiveFinding> run(String user) {
        var sure = day.deletes();
        sure.ifPresent(today -> delete(today, user));
        var kept = day.isAhead() ? due(day.hides(), sure.orElse(LocalDate.EPOCH)) : 0;
        return kept == 0
                ? unsure()
                : List.of(ArchiveFinding.of(
                        ArchiveFinding.CLOCK_AHEAD,
                        ArchiveFinding.Severity.NOTE,
                        day.clock().toString(),
                        String.valueOf(kept)));
    }

    private List<ArchiveFinding> unsure() {
        return day.isSure()
                ? List.of()
                : List.of(ArchiveFinding.of(
                        ArchiveFinding.CLOCK_UNSURE,
                        ArchiveFinding.Severity.NOTE,
                        day.clock().toString()));
    }

    /** Returns the number of records with a row that is due on a day and was not due on an earlier day. */
    private long due(LocalDate today, LocalDate before) {
        return database.read("find what is due", connection -> TermTable.count(connection, before, today));
    }

    private void delete(LocalDate today, String user) {
        try {
            var due = due(today);
            for (var from = 0; from < due.size(); from += CHUNK) {
                var drafts = archives.find(due.subList(from, Math.min(from + CHUNK, due.size()))).stream()
                        .flatMap(record -> draft(record, today, user).stream())
                        .toList();
                if (!drafts.isEmpty()) {
                    archives.save(drafts);
                    LOG.info("rows of {} records deleted, their term is over", drafts.size());
                }
            }
        } catch (AppException e) {
            // After a failure, for example a full disk, people must still be able to read the archive. These rows stay
            // hidden, and the next opening tries again.
            LOG.warn("rows whose term is over could not be deleted", e);
        }
    }

    /** Returns the records with rows that are due, and those with a conflict that may be about such a row. */
    private List<UUID> due(LocalDate today) {
        var due = new LinkedHashSet<>(inTable(today));
        archives.conflicts().stream()
                .filter(conflict -> templates.hasTerm(conflict.path()))
                .forEach(conflict -> due.add(conflict.record()));
        return List.copyOf(due);
    }

    private List<UUID> inTable(LocalDate today) {
        return database.read("find what is due", connection -> {
            if (!Settings.read(connection, Settings.TERMS).equals(Optional.of(templates.terms()))) {
                TermTable.fill(connection, templates, archives::eachInAllRegions);
            }
            return TermTable.due(connection, today);
        });
    }

    private Optional<Draft> draft(ArchiveRecord record, LocalDate today, String user) {
        return templates.exactly(record.template()).flatMap(template -> draft(record, template, today, user));
    }

    /** Adds the mark for the content without the deleted rows, because a deletion brings no undone import back. */
    private static List<FieldChange> stillUndone(ArchiveRecord record, List<FieldChange> deletions) {
        var mark = Undone.mark(record.content().with(deletions));
        var changes = new ArrayList<>(deletions);
        changes.add(new FieldChange(Undone.PATH, record.content().kept(Undone.PATH), Optional.of(mark)));
        return changes;
    }

    /** Makes the draft that deletes the due rows of a record and decides the conflicts about them. */
    private Optional<Draft> draft(ArchiveRecord record, Template template, LocalDate today, String user) {
        var past = Gate.past(template, record.content(), archives.history(record.id()), today);
        var deletions = past.deletions();
        if (record.isUndone() && !deletions.isEmpty()) {
            deletions = stillUndone(record, deletions);
        }
        var decided = record.conflicts().stream()
                .filter(conflict -> past.isOver(conflict.path()))
                .map(Conflict::id)
                .toList();
        if (deletions.isEmpty() && decided.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Draft(
                ids.next(), record.id(), record.template(), deletions, user, clock.instant(), Due.ORIGIN, decided));
    }
}

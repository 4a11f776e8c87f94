package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.template.Templates;
import xindang.persistence.database.Database;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.TemporaryFolder;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.RecordErasures;
import xindang.persistence.fold.Shared;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.store.ArchiveWriter;

/**
 * Makes the database of an open archive again when reading or saving fails, once: whatever H2 answers, what was confirmed is in
 * the ledger. A failure that comes again after it is one of the program, and is remembered: no later start makes the database
 * again for it.
 */
final class Healing implements Database.Mender {
    private static final Logger LOG = LoggerFactory.getLogger(Healing.class);

    private final ArchivePlace place;
    private final UUID archive;
    private final Templates templates;
    private final Database database;
    private final Ledger ledger;
    private final Shared shared;
    private final ArchiveWriter writer;
    private final Asides asides;
    private final List<ArchiveFinding> findings = new CopyOnWriteArrayList<>();
    /** Where the database is that was made again because nothing can be written in the folder of the archive. */
    private Optional<Path> copy = Optional.empty();

    /** Whether that failed. */
    private boolean lost;

    private boolean tried;
    private volatile boolean closed;

    Healing(
            ArchivePlace place,
            UUID archive,
            Templates templates,
            Database database,
            Ledger ledger,
            Shared shared,
            ArchiveWriter writer) {
        this.templates = templates;
        this.place = place;
        this.archive = archive;
        this.database = database;
        this.ledger = ledger;
        this.shared = shared;
        this.writer = writer;
        asides = new Asides(place);
    }

    List<ArchiveFinding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public boolean mend(AppException damage, int file) {
        return writer.mend(() -> {
            if (database.file() != file) {
                // somebody else has mended it meanwhile
                return Optional.of(writer.marks());
            }
            if (lost) {
                throw unreadableHere(damage);
            }
            if (closed || tried || Faults.isKnown(database, damage)) {
                return Optional.empty();
            }
            tried = true;
            LOG.warn("the database is made again", damage);
            return place.disk().areFilesFixed() ? inACopy() : inPlace(damage);
        });
    }

    private Optional<Checkpoint> inPlace(AppException damage) {
        try {
            return Optional.of(again(damage.code() == ErrorCode.DISK_FULL));
        } catch (AppException e) {
            LOG.warn("the database could not be made again", e);
            return Optional.empty();
        }
    }

    /**
     * Where no file can be written, repairs a copy of the files and goes on with its database.
     *
     * @throws AppException FILE_DAMAGED if that fails, for example because the disk of the copy is full
     */
    private Optional<Checkpoint> inACopy() {
        try {
            var folder = TemporaryFolder.create();
            copy = Optional.of(folder);
            for (var name : List.of(Database.NAME + Database.ENDING, Ledger.NAME, RecordKeys.NAME)) {
                if (Files.exists(place.folder().resolve(name))) {
                    Files.copy(place.folder().resolve(name), folder.resolve(name));
                }
            }
            var there = place.copiedTo(folder);
            var repaired = new Mending(there, archive, templates, Mending.Depth.ANEW, Watching.NONE).open();
            repaired.close();
            findings.addAll(Findings.ofCopy(repaired.findings()));
            database.hold();
            database.abandon();
            database.moveTo(there.disk(), there.base(), there.databaseKey().array());
            return Optional.of(read());
        } catch (IOException | RuntimeException e) {
            LOG.warn("no copy could be repaired", e);
            lost = true;
            throw unreadableHere(e);
        } finally {
            database.release();
        }
    }

    private static AppException unreadableHere(Exception cause) {
        return new AppException(
                ErrorCode.FILE_DAMAGED, "no copy was repaired", cause, Database.NAME + Database.ENDING, "reading");
    }

    /** Makes the database again after a save that failed, whose work is not done a second time. */
    void mendAfterSave(AppException damage) {
        var before = findings.size();
        if (mend(damage, database.file()) && findings.size() == before && Failures.isDamage(damage)) {
            failedAgain(damage);
        }
    }

    @Override
    public void failedAgain(AppException damage) {
        if (!place.disk().isForReading()) {
            LOG.warn("a failure of the program, not of the database", damage);
            Faults.remember(database, damage);
        }
    }

    /**
     * Checks each byte of the open archive and repairs what it can, like a full check at an opening.
     *
     * @param watching is asked until something is mended whether to go on
     * @return what was found and mended
     */
    List<ArchiveFinding> repair(Watching watching) {
        var found = new Findings();
        var done = writer.mend(() -> {
            try {
                var mended = Inspection.mendKeys(database, shared);
                if (mended > 0) {
                    found.add("keys.mended", ArchiveFinding.Severity.MENDED, String.valueOf(mended));
                }
            } catch (AppException e) {
                LOG.warn("the keys of the database cannot be read", e);
            }
            var further = wholeLedger(found, watching);
            return Optional.of(renewed(found, "database.differs", further));
        });
        if (!done) {
            throw new AppException(ErrorCode.INTERNAL, "a check within a save");
        }
        return found.all();
    }

    /** @return who watches further: what stands in a ledger that was written again must come into the database */
    private Watching wholeLedger(Findings found, Watching watching) {
        var end = ledger.verify(ledger.start(), watching.of(Watching.LEDGER, ledger.size()));
        if (!end.equals(ledger.end())) {
            ledger.goOnWith(
                    new LedgerMending(place, archive, asides, found).merged(ledger, Optional.of(database), end));
            return watching.toTheEnd();
        }
        return watching;
    }

    private Checkpoint renewed(Findings found, String code, Watching watching) {
        var now = new Checkpoint[1];
        var remade = new Remaking(place, asides, watching)
                .renewInUse(database, ledger, ledger.end(), shared, () -> now[0] = read());
        if (remade.differs() && !found.ofLedger()) {
            found.add(code, ArchiveFinding.Severity.MENDED, remade.aside());
        }
        return now[0];
    }

    /** @param full whether the disk is full with what a save that failed left in the file */
    private Checkpoint again(boolean full) {
        var found = new Findings();
        Inspection.mendKeysAsFarAsRead(database, shared);
        wholeLedger(found, Watching.NONE);
        if (full) {
            var now = new Checkpoint[1];
            new Remaking(place, asides, Watching.NONE)
                    .replaceFull(database, ledger, ledger.end(), shared, () -> now[0] = read());
            return now[0];
        }
        var now = renewed(found, "database.damaged", Watching.NONE);
        findings.addAll(found.all());
        return now;
    }

    private Checkpoint read() {
        try (var connection = database.connection()) {
            shared.kinds().load(connection);
            shared.devices().load(connection);
            shared.words().load(connection);
            if (!place.disk().isForReading()) {
                RecordErasures.finish(connection, shared.keys());
            }
            return Checkpoint.read(connection);
        } catch (SQLException e) {
            throw Failures.of("read the database made again", e);
        }
    }

    /**
     * Closes the database while nothing is written or repaired. If that fails, the file is moved aside and the next
     * opening rebuilds it.
     */
    void close(Runnable before) {
        writer.still(marks -> {
            closed = true;
            try {
                closeDatabase(before);
            } finally {
                copy.ifPresent(TemporaryFolder::delete);
            }
            return marks;
        });
    }

    private void closeDatabase(Runnable before) {
        try (database) {
            before.run();
        } catch (AppException e) {
            if (!Failures.isDamage(e)) {
                throw e;
            }
            LOG.warn("the database could not be closed", e);
            if (place.disk().areFilesFixed()) {
                database.abandon();
                return;
            }
            Remaking.takeAway(database, asides, place);
        }
    }
}

package xindang.persistence.opening;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.database.Database;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.RecordErasures;
import xindang.persistence.fold.Shared;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.store.ArchiveWriter;

/**
 * Rebuilds the database of an open archive once, after reading it failed. The ledger contains all confirmed saves,
 * regardless of the error of H2. A second failure has another cause.
 */
final class Healing {
    private static final Logger LOG = LoggerFactory.getLogger(Healing.class);

    private final ArchivePlace place;
    private final Database database;
    private final Ledger ledger;
    private final Shared shared;
    private final ArchiveWriter writer;
    private final Asides asides;
    private final List<ArchiveFinding> findings = new CopyOnWriteArrayList<>();
    private boolean tried;
    private volatile boolean closed;

    Healing(ArchivePlace place, Database database, Ledger ledger, Shared shared, ArchiveWriter writer) {
        this.place = place;
        this.database = database;
        this.ledger = ledger;
        this.shared = shared;
        this.writer = writer;
        asides = new Asides(place);
    }

    List<ArchiveFinding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Rebuilds the database after a failure.
     *
     * @return true if it was rebuilt
     */
    boolean heal(AppException damage) {
        return writer.mend(() -> {
            if (closed || tried) {
                // a read during closing fails although the file is undamaged
                return Optional.empty();
            }
            tried = true;
            LOG.warn("the database is made again", damage);
            try {
                return again(damage.code() == ErrorCode.DISK_FULL);
            } catch (AppException e) {
                LOG.warn("the database could not be made again", e);
                return Optional.empty();
            } catch (SQLException e) {
                LOG.warn("the database could not be made again", e);
                return Optional.empty();
            }
        });
    }

    /**
     * Checks each byte of the open archive and repairs what it can, like a full check at an opening.
     *
     * @param archive id of the archive
     * @return what was found and repaired
     */
    List<ArchiveFinding> repair(UUID archive) {
        var found = new Findings();
        var done = writer.mend(() -> {
            var mended = Inspection.mendKeys(database, shared);
            if (mended > 0) {
                found.add("keys.mended", ArchiveFinding.Severity.MENDED, String.valueOf(mended));
            }
            var end = ledger.verify(ledger.start());
            if (!end.equals(ledger.end())) {
                ledger.goOnWith(
                        new LedgerMending(place, archive, asides, found).merged(ledger, Optional.of(database), end));
            }
            var remade = new Remaking(place, asides).renewInUse(database, ledger, ledger.end(), shared);
            if (remade.differs() && !found.ofLedger()) {
                found.add("database.differs", ArchiveFinding.Severity.MENDED, remade.aside());
            }
            try {
                return Optional.of(read());
            } catch (SQLException e) {
                throw Failures.of("read the database made again", e);
            }
        });
        if (!done) {
            throw new AppException(ErrorCode.INTERNAL, "a check within a save");
        }
        return found.all();
    }

    /**
     * Rebuilds the database, but only from an undamaged ledger. The repair of a damaged ledger may need the database.
     *
     * @param full whether the disk is full because of a failed save
     */
    private Optional<Checkpoint> again(boolean full) throws SQLException {
        if (!ledger.verify(ledger.start()).equals(ledger.end())) {
            return Optional.empty();
        }
        Inspection.mendKeysAsFarAsRead(database, shared);
        var aside = new Remaking(place, asides).replace(database, ledger, ledger.end(), shared, full);
        if (!full) {
            findings.add(ArchiveFinding.of("database.damaged", ArchiveFinding.Severity.MENDED, aside));
        }
        return Optional.of(read());
    }

    private Checkpoint read() throws SQLException {
        try (var connection = database.connection()) {
            shared.kinds().load(connection);
            shared.devices().load(connection);
            shared.words().load(connection);
            RecordErasures.finish(connection, shared.keys());
            return Checkpoint.read(connection);
        }
    }

    /**
     * Closes the database while nothing is written or repaired. If that fails, the file is moved aside and the next
     * opening rebuilds it.
     */
    void close(Runnable before) {
        writer.still(marks -> {
            closed = true;
            closeDatabase(before);
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
            Remaking.takeAway(database, asides, place);
        }
    }
}

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
 * Makes the database of an open archive again when reading it fails, once: whatever H2 answers, what was confirmed is in the
 * ledger. A second failure is none of the file's.
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

    /** @return whether the database was made again after this failure */
    boolean heal(AppException damage) {
        return writer.mend(() -> {
            if (closed || tried) {
                // what still reads when the archive is closed fails, and the file is whole
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
     * Looks at every byte of the open archive and mends what can be mended, as an opening does that looks at all.
     *
     * @param archive its id
     * @return what was found and mended
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
     * Only from a whole ledger: a damaged one may need the database.
     *
     * @param full whether the disk is full with what a save that failed left in the file
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
     * Closes the database when nothing is written or mended. One that cannot be closed is put aside: the next opening makes it
     * again.
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

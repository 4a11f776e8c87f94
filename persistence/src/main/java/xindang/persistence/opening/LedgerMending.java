package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.database.Database;
import xindang.persistence.disk.ArchiveFinding.Severity;
import xindang.persistence.disk.AtomicFile;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;

/** What {@link Mending} does with the ledger. */
final class LedgerMending {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerMending.class);

    private final ArchivePlace place;
    private final UUID archive;
    private final Asides asides;
    private final Findings findings;

    LedgerMending(ArchivePlace place, UUID archive, Asides asides, Findings findings) {
        this.place = place;
        this.archive = archive;
        this.asides = asides;
        this.findings = findings;
    }

    /** Where the last frame ends that can be read, also behind bad ones and where a single bit is wrong. */
    static LedgerPosition readableEnd(Ledger ledger, LedgerPosition verified) {
        if (ledger.size() == verified.end()) {
            return verified;
        }
        var behind = ledger.salvage().pieces(verified);
        return behind.isEmpty() ? verified : behind.get(behind.size() - 1).to();
    }

    /**
     * Writes a ledger with bad frames anew, from what can be read of it and what the database has. The old one is copied
     * before the new one takes its place.
     *
     * @param end where the damage begins
     */
    Ledger merged(Ledger damaged, Optional<Database> database, LedgerPosition end) {
        var next = LedgerRebuild.next(ledgerFile());
        try {
            Files.deleteIfExists(next);
            LedgerRebuild.Merged merged;
            var aside = asides.copy(ledgerFile());
            try (var target = createLedger(next)) {
                merged = LedgerRebuild.run(damaged, database, target);
                if (!merged.whole()) {
                    var at = place.clock().instant();
                    LedgerRebuild.note(
                            target,
                            new Entry.Lost(at, merged.from(), merged.to(), merged.changes(), merged.records(), aside));
                }
                target.sync();
            }
            damaged.close();
            AtomicFile.replace(next, ledgerFile());
            if (merged.whole()) {
                findings.add("ledger.damaged", Severity.MENDED, String.valueOf(end.end()), aside);
            }
        } catch (IOException e) {
            throw Failures.of("write the ledger again", e);
        }
        var written = openLedger();
        written.continueAt(written.verify(written.start()));
        return written;
    }

    /** Writes what the database has beyond an entry behind a place of the ledger. */
    static void append(Database database, Ledger ledger, long after, LedgerPosition end) {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            ledger.continueAt(end);
            var written = Mirror.append(connection, ledger, after);
            Checkpoint.read(connection).at(written).write(connection);
            connection.commit();
        } catch (SQLException e) {
            throw Failures.of("write the ledger from the database", e);
        }
    }

    /** Puts aside what stands behind the last whole commit: it was confirmed to nobody. */
    void tail(Ledger ledger, LedgerPosition end) {
        ledger.continueAt(end);
        var bytes = ledger.size() - end.end();
        if (bytes > 0) {
            findings.add("ledger.tail", Severity.NOTE, String.valueOf(bytes), asideTail(ledger));
        }
    }

    void damage(Ledger ledger, LedgerPosition end, long lacking) {
        ledger.continueAt(end);
        if (ledger.size() > end.end()) {
            findings.add("ledger.damaged", Severity.MENDED, String.valueOf(end.end()), asideTail(ledger));
        } else {
            findings.add("ledger.behind", Severity.MENDED, String.valueOf(lacking));
        }
    }

    private String asideTail(Ledger ledger) {
        var target = asides.name(ledgerFile());
        ledger.setAside(target);
        ledger.cut();
        return String.valueOf(target.getFileName());
    }

    Optional<Ledger> open() {
        try {
            return Optional.of(openLedger());
        } catch (AppException e) {
            if (e.code() != ErrorCode.FILE_DAMAGED && e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            LOG.warn("no readable ledger", e);
            findings.add("ledger.missing", Severity.MENDED, asides.move(ledgerFile()));
            return Optional.empty();
        }
    }

    private Ledger openLedger() {
        return Ledger.open(
                place.disk(), ledgerFile(), archive, place.ledgerKey().array(), place.random());
    }

    /** A new one in its place. */
    Ledger create() {
        return createLedger(ledgerFile());
    }

    private Ledger createLedger(Path file) {
        return Ledger.create(place.disk(), file, archive, place.ledgerKey().array(), place.random());
    }

    private Path ledgerFile() {
        return place.folder().resolve(Ledger.NAME);
    }
}

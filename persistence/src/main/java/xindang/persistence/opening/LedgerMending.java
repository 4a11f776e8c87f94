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

/** Repairs the ledger for {@link Mending}. */
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

    /**
     * Returns the end of the last readable frame. Frames behind damaged ones and frames with a single wrong bit count.
     */
    static LedgerPosition readableEnd(Ledger ledger, LedgerPosition verified) {
        if (ledger.size() == verified.end()) {
            return verified;
        }
        var behind = ledger.salvage().pieces(verified);
        return behind.isEmpty() ? verified : behind.get(behind.size() - 1).to();
    }

    /**
     * Writes a new ledger from the readable parts of a damaged one and the entries of the database. The old file is
     * copied first.
     *
     * @param end start of the damage
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

    /**
     * Appends the entries of the database after the given one to the ledger.
     *
     * @param end position in the ledger where they are appended
     */
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

    /** Moves the bytes after the last complete commit aside. They were never confirmed. */
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

    /** Creates a new ledger in its place. */
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

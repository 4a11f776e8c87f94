package xindang.persistence.opening;

import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.template.Templates;
import xindang.persistence.database.Database;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.ArchiveFinding;
import xindang.persistence.disk.ArchiveFinding.Severity;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.EarlyCommits;
import xindang.persistence.fold.Replay;
import xindang.persistence.fold.Shared;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;

/**
 * Compares database, ledger and keys when an archive is opened, and repairs each from the others. Replaced files are
 * moved aside and not deleted.
 */
final class Mending {
    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);

    private final ArchivePlace place;
    private final UUID archive;
    private final Templates templates;
    private final Depth depth;
    private final Asides asides;
    private final Remaking remaking;
    private final List<Runnable> opened = new ArrayList<>();
    private final Findings findings = new Findings();
    private final LedgerMending ledgers;

    /** The depth of the check. */
    enum Depth {
        /** The newest saves and the bytes of the key file. That is enough after a crash or a power failure. */
        RECENT,
        /** The same, and the database is rebuilt because an opening with it failed. */
        ANEW,
        /** Each byte, and the database is rebuilt and compared. */
        ALL
    }

    Mending(ArchivePlace place, UUID archive, Templates templates, Depth depth) {
        this.place = place;
        this.archive = archive;
        this.templates = templates;
        this.depth = depth;
        asides = new Asides(place);
        remaking = new Remaking(place, asides);
        ledgers = new LedgerMending(place, archive, asides, findings);
    }

    /** Database, ledger and keys in the same state. */
    record Mended(Database database, Ledger ledger, Shared shared, List<ArchiveFinding> findings) {
        /** Closes all files without writing to the database. */
        void abandon() {
            database.abandon();
            closeQuietly(ledger::close);
            closeQuietly(shared.keys()::close);
        }
    }

    /**
     * Opens and repairs the files.
     *
     * @throws AppException FILE_DAMAGED with the file if too much of it is lost
     */
    Mended open() {
        var done = false;
        try {
            var ledger = ledgers.open();
            ledger.ifPresent(it -> opened.add(it::close));
            var database = database();
            database.ifPresent(it -> opened.add(it::abandon));
            var keys = keys(database);
            opened.add(keys::close);
            var shared = place.shared(keys, templates);
            var mended = mend(ledger, database, shared);
            done = true;
            return mended;
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw Failures.of("open the archive", e);
        } finally {
            if (!done) {
                opened.forEach(Mending::closeQuietly);
            }
        }
    }

    private Mended mend(Optional<Ledger> ledger, Optional<Database> database, Shared shared) {
        if (ledger.isEmpty()) {
            var base = database.orElseThrow(() -> Failures.lost(Ledger.NAME));
            var fresh = ledgers.create();
            opened.add(fresh::close);
            LedgerMending.append(base, fresh, 0, fresh.start());
            return new Mended(base, fresh, shared, findings.all());
        }
        var file = ledger.get();
        if (database.isEmpty()) {
            return fromLedger(file, shared);
        }
        var base = database.get();
        try {
            if (depth == Depth.ANEW) {
                throw new AppException(ErrorCode.FILE_DAMAGED, "an opening with it failed", Database.NAME);
            }
            return together(file, base, shared);
        } catch (AppException e) {
            if (!Failures.isDamage(e)) {
                throw e;
            }
            LOG.warn("the database does not go with the ledger", e);
            return fromLedger(file, base, shared);
        }
    }

    /** Rebuilds an unusable database. Its readable keys are saved first. */
    private Mended fromLedger(Ledger ledger, Database database, Shared shared) {
        Inspection.mendKeysAsFarAsRead(database, shared);
        database.abandon();
        note("database.damaged", Severity.MENDED, asides.move(Database.file(place.base())));
        return fromLedger(ledger, shared);
    }

    private Mended fromLedger(Ledger ledger, Shared shared) {
        var end = ledger.verify(ledger.start());
        var whole = LedgerMending.readableEnd(ledger, end);
        var file = ledger;
        if (whole.end() > end.end()) {
            file = merged(ledger, Optional.empty(), end);
            end = file.end();
        } else {
            ledgers.tail(file, end);
        }
        var database = remaking.make(file, end, shared).database();
        keys(database, shared);
        return new Mended(database, file, shared, findings.all());
    }

    private Mended together(Ledger ledger, Database database, Shared shared) {
        var marks = marks(database);
        var file = ledger;
        if (ledger.holds(marks.ledger())) {
            var end = ledger.verify(marks.ledger());
            if (LedgerMending.readableEnd(ledger, end).end() > end.end()) {
                return remade(merged(ledger, Optional.of(database), end), database, shared);
            }
            replay(ledger, database, shared, marks, end);
            ledgers.tail(ledger, end);
        } else {
            var end = ledger.verify(ledger.start());
            if (LedgerMending.readableEnd(ledger, end).end() > end.end()) {
                return remade(merged(ledger, Optional.of(database), end), database, shared);
            }
            var compared = compare(ledger, database, marks, end);
            if (!compared.equal()) {
                Inspection.mendKeysAsFarAsRead(database, shared);
                database.close();
                note("database.differs", Severity.MENDED, asides.move(Database.file(place.base())));
                ledgers.tail(ledger, end);
                return new Mended(remaking.make(ledger, end, shared).database(), ledger, shared, findings.all());
            }
            if (compared.databaseEnd.isPresent()) {
                replay(ledger, database, shared, marks.at(compared.databaseEnd.get()), end);
                ledgers.tail(ledger, end);
            } else {
                ledgers.damage(ledger, compared.sameEnd, marks.entries() - compared.same);
                LedgerMending.append(database, ledger, compared.same, compared.sameEnd);
            }
        }
        keys(database, shared);
        if (depth != Depth.ALL) {
            return new Mended(folded(file, database, shared), file, shared, findings.all());
        }
        var end = file.verify(file.start());
        if (!end.equals(marks(database).ledger())) {
            file = merged(file, Optional.of(database), end);
        }
        return remade(file, database, shared);
    }

    private void keys(Database database, Shared shared) {
        if (depth != Depth.ALL
                && !Inspection.slotsAreDamaged(database, shared, marks(database).slots())) {
            return;
        }
        var mended = Inspection.mendKeys(database, shared);
        if (mended > 0) {
            note("keys.mended", Severity.MENDED, String.valueOf(mended));
        }
    }

    /** Rebuilds the database from an undamaged ledger and compares it with the earlier one. */
    private Mended remade(Ledger ledger, Database database, Shared shared) {
        Inspection.mendKeysAsFarAsRead(database, shared);
        var remade = remaking.renew(database, ledger, ledger.end(), shared);
        if (remade.differs() && !findings.ofLedger()) {
            note("database.differs", Severity.MENDED, remade.aside());
        }
        return new Mended(remade.database(), ledger, shared, findings.all());
    }

    /**
     * Applies all entries again if they were applied by other rules, for example by a program that did not understand
     * some changes. Does nothing while the ledger is damaged.
     */
    private Database folded(Ledger ledger, Database database, Shared shared) {
        var end = ledger.end();
        if (isFoldedByTheseRules(database, shared)
                || !ledger.verify(ledger.start()).equals(end)) {
            return database;
        }
        Inspection.mendKeys(database, shared);
        database.close();
        LOG.info("entries are folded again");
        return remaking.make(ledger, end, shared).database();
    }

    private static boolean isFoldedByTheseRules(Database database, Shared shared) {
        return database.read("read the rules", connection -> Settings.read(connection, Settings.FOLDED)
                .equals(Optional.of(Settings.rules(shared.validity().rules()))));
    }

    private void replay(Ledger ledger, Database database, Shared shared, Checkpoint from, LedgerPosition end) {
        if (end.equals(from.ledger())) {
            return;
        }
        var after = Replay.run(database, shared, ledger, from, end);
        note("database.behind", Severity.MENDED, String.valueOf(after.saves() - from.saves()));
    }

    static Mirror.Comparison compare(Ledger ledger, Database database, Checkpoint marks, LedgerPosition end) {
        try (var connection = database.connection()) {
            var comparison = new Mirror.Comparison(connection, marks.entries(), ledger.start());
            ledger.read(ledger.start(), end, comparison);
            return comparison;
        } catch (SQLException e) {
            throw Failures.of("compare database and ledger", e);
        }
    }

    private Optional<Database> database() {
        var file = Database.file(place.base());
        if (!Files.exists(file)) {
            note("database.missing", Severity.MENDED);
            return Optional.empty();
        }
        try {
            return Optional.of(whole(Database.open(
                    place.disk(), place.base(), place.databaseKey().array())));
        } catch (AppException e) {
            var foreign = e.code() == ErrorCode.REFUSED;
            if (!foreign && !Failures.isDamage(e)) {
                throw e;
            }
            LOG.warn("no readable database", e);
            note(foreign ? "database.foreign" : "database.damaged", Severity.MENDED, asides.move(file));
            return Optional.empty();
        }
    }

    /** Removes the rows of an unfinished save. */
    private static Database whole(Database database) {
        var done = false;
        try {
            database.read("take back what was never saved", connection -> {
                connection.setAutoCommit(false);
                EarlyCommits.takeBack(connection, Checkpoint.read(connection));
                return database;
            });
            done = true;
            return database;
        } finally {
            if (!done) {
                database.abandon();
            }
        }
    }

    private RecordKeys keys(Optional<Database> database) {
        var key = place.recordKey().array();
        try {
            return RecordKeys.open(place.disk(), place.folder(), archive, key, place.random());
        } catch (AppException e) {
            if (database.isEmpty() || (e.code() != ErrorCode.FILE_DAMAGED && e.code() != ErrorCode.NOT_FOUND)) {
                throw e.code() == ErrorCode.NOT_FOUND ? Failures.lost(RecordKeys.NAME) : e;
            }
            LOG.warn("no readable keys", e);
            asides.move(place.folder().resolve(RecordKeys.NAME));
            var fresh = RecordKeys.create(place.disk(), place.folder(), archive, key, place.random());
            var written = Inspection.mendKeys(database.get(), place.shared(fresh, templates));
            note("keys.missing", Severity.MENDED, String.valueOf(written));
            return fresh;
        }
    }

    private Ledger merged(Ledger damaged, Optional<Database> database, LedgerPosition end) {
        var written = ledgers.merged(damaged, database, end);
        opened.add(written::close);
        return written;
    }

    private void note(String code, Severity severity, String... args) {
        findings.add(code, severity, args);
    }

    private static Checkpoint marks(Database database) {
        return database.read("read the mark", Checkpoint::read);
    }

    static void closeQuietly(Runnable closing) {
        try {
            closing.run();
        } catch (AppException e) {
            LOG.warn("close after a failure", e);
        }
    }
}

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
    private final Watching watching;
    private final Asides asides;
    private final Remaking remaking;
    private final List<Runnable> opened = new ArrayList<>();
    private final Findings findings = new Findings();
    private final LedgerMending ledgers;
    /** Why the database that is there cannot be used; it keeps its place until another one is made. */
    private String unusable = "";
    /** Whether the database is made again and compared: on demand, and where another file was written from it. */
    private boolean thorough;

    /** The depth of the check. */
    enum Depth {
        /** The newest saves and the bytes of the key file. That is enough after a crash or a power failure. */
        RECENT,
        /** The same, and the database is rebuilt because an opening with it failed. */
        ANEW,
        /** Each byte, and the database is rebuilt and compared. */
        ALL
    }

    Mending(ArchivePlace place, UUID archive, Templates templates, Depth depth, Watching watching) {
        this.place = place;
        this.archive = archive;
        this.templates = templates;
        this.depth = depth;
        this.watching = watching;
        thorough = depth == Depth.ALL;
        asides = new Asides(place);
        remaking = new Remaking(place, asides, watching);
        ledgers = new LedgerMending(place, archive, asides, findings);
    }

    /** Database, ledger and keys in the same state. */
    record Mended(Database database, Ledger ledger, Shared shared, List<ArchiveFinding> findings) {
        /** Closes all files. */
        void close() {
            try (database) {
                closeQuietly(ledger::close);
                closeQuietly(shared.keys()::close);
            }
        }

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
        if (database.isEmpty()) {
            return fromLedger(ledger.orElseThrow(() -> Failures.lost(Ledger.NAME)), shared);
        }
        var base = database.get();
        thorough |= ledger.isEmpty();
        var file = ledger.orElseGet(() -> writtenFrom(base));
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
            unusable = "database.damaged";
            return withoutDatabase(file, base, shared);
        }
    }

    /** A ledger in the place of one that is missing; the database goes on with it. */
    private Ledger writtenFrom(Database database) {
        var written = ledgers.written(database);
        opened.add(written::close);
        try {
            database.read("go on with the ledger", connection -> {
                Checkpoint.read(connection).at(written.end()).write(connection);
                return written;
            });
        } catch (AppException e) {
            // what cannot be written is made again
            LOG.warn("the database does not go on with the ledger", e);
        }
        return written;
    }

    /**
     * Without a database that fails. What it still says of the keys is taken before, and the saves of which the ledger knows
     * nothing.
     */
    private Mended withoutDatabase(Ledger ledger, Database database, Shared shared) {
        database.revive();
        Inspection.mendKeysAsFarAsRead(database, shared);
        var file = ledger;
        var end = ledger.verify(ledger.start());
        if (hasMore(database, ledger, end)) {
            file = merged(ledger, Optional.of(database), end);
        }
        database.abandon();
        return fromLedger(file, shared);
    }

    private static boolean hasMore(Database database, Ledger ledger, LedgerPosition end) {
        try {
            var known = marks(database).ledger();
            return known.end() > end.end() || !ledger.holds(known);
        } catch (AppException e) {
            LOG.warn("the database does not say how far it came", e);
            return false;
        }
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
        var remade = remaking.make(file, end, shared);
        if (!unusable.isEmpty()) {
            note(unusable, Severity.MENDED, remade.aside());
        }
        keys(remade.database(), shared);
        return new Mended(remade.database(), file, shared, findings.all());
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
                unusable = "database.differs";
                return withoutDatabase(ledger, database, shared);
            }
            if (compared.databaseEnd.isEmpty()) {
                return remade(merged(ledger, Optional.of(database), compared.sameEnd), database, shared);
            }
            replay(ledger, database, shared, marks.at(compared.databaseEnd.get()), end);
            ledgers.tail(ledger, end);
        }
        keys(database, shared);
        if (!thorough) {
            return new Mended(folded(file, database, shared), file, shared, findings.all());
        }
        var end = file.verify(file.start(), watching.of(Watching.LEDGER, file.size()));
        if (!end.equals(marks(database).ledger())) {
            file = merged(file, Optional.of(database), end);
        }
        return remade(file, database, shared);
    }

    private void keys(Database database, Shared shared) {
        if (!thorough
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
            unusable = foreign ? "database.foreign" : "database.damaged";
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
            thorough = true;
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

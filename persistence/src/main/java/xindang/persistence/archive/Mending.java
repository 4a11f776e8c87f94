package xindang.persistence.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Failures;
import xindang.persistence.disk.Finding;
import xindang.persistence.disk.Finding.Severity;
import xindang.persistence.keys.RecordKeys;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.Mark;

/**
 * Compares database, ledger and keys when an archive is opened, and mends each from the others. What is replaced is put
 * aside under another name; nothing is thrown away.
 */
final class Mending {
    private static final Logger LOG = LoggerFactory.getLogger(Mending.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final OpenArchive.Place place;
    private final UUID archive;
    private final Templates templates;
    private final Depth depth;
    private final List<Finding> findings = new ArrayList<>();

    /** How much is looked at. */
    enum Depth {
        /** What was written last: enough after a crash or a power cut. */
        RECENT,
        /** Every byte. */
        ALL
    }

    Mending(OpenArchive.Place place, UUID archive, Templates templates, Depth depth) {
        this.place = place;
        this.archive = archive;
        this.templates = templates;
        this.depth = depth;
    }

    /** All sides, saying the same. */
    record Mended(Database database, Ledger ledger, Shared shared, List<Finding> findings) {}

    /** @throws AppException FILE_DAMAGED with the file when too much is lost to mend it */
    Mended open() {
        var opened = new ArrayList<Runnable>();
        var done = false;
        try {
            var ledger = ledger();
            ledger.ifPresent(it -> opened.add(it::close));
            var database = database();
            database.ifPresent(it -> opened.add(it::close));
            var keys = keys(database);
            opened.add(keys::close);
            var shared = Shared.of(place, keys, templates);
            var mended = mend(ledger, database, shared, opened);
            done = true;
            return mended;
        } finally {
            if (!done) {
                opened.forEach(Mending::closeQuietly);
            }
        }
    }

    private Mended mend(Optional<Ledger> ledger, Optional<Database> database, Shared shared, List<Runnable> opened) {
        if (ledger.isEmpty()) {
            var base = database.orElseThrow(() -> damaged(Ledger.NAME));
            var fresh = createLedger();
            opened.add(fresh::close);
            append(base, fresh, 0, fresh.start());
            return new Mended(base, fresh, shared, findings);
        }
        var file = ledger.get();
        if (database.isEmpty()) {
            var end = file.verify(file.start());
            tail(file, end);
            return new Mended(rebuild(file, end, shared), file, shared, findings);
        }
        var base = database.get();
        try {
            return new Mended(together(file, base, shared), file, shared, findings);
        } catch (AppException e) {
            if (!isDamage(e)) {
                throw e;
            }
            LOG.warn("the database does not go with the ledger", e);
            closeQuietly(base::close);
            note("database.damaged", Severity.MENDED, aside(Database.file(place.base())));
            var end = file.verify(file.start());
            tail(file, end);
            return new Mended(rebuild(file, end, shared), file, shared, findings);
        }
    }

    private Database together(Ledger ledger, Database database, Shared shared) {
        var marks = marks(database);
        if (depth == Depth.RECENT && ledger.holds(marks.ledger())) {
            var end = ledger.verify(marks.ledger());
            replay(ledger, database, shared, marks, end);
            tail(ledger, end);
            return folded(ledger, database, shared);
        }
        var end = ledger.verify(ledger.start());
        var compared = compare(ledger, database, marks, end);
        if (!compared.equal()) {
            note("database.differs", Severity.MENDED, aside(database));
            tail(ledger, end);
            return rebuild(ledger, end, shared);
        }
        if (compared.databaseEnd.isPresent()) {
            var known = compared.databaseEnd.get();
            replay(ledger, database, shared, marks.at(known), end);
            tail(ledger, end);
        } else {
            var saves = marks.entries() - compared.same;
            damage(ledger, compared.sameEnd, saves);
            append(database, ledger, compared.same, compared.sameEnd);
        }
        if (depth == Depth.ALL) {
            var broken = Inspection.records(database, shared);
            findings.addAll(Inspection.keys(database, shared, Severity.MENDED));
            Inspection.mendKeys(database, shared);
            if (!broken.isEmpty()) {
                findings.addAll(broken);
                note("database.damaged", Severity.MENDED, aside(database));
                return rebuild(ledger, ledger.end(), shared);
            }
        }
        return folded(ledger, database, shared);
    }

    /**
     * Folds the entries again when that was last done by other rules, such as those of a program that did not know some
     * changes. It waits where the ledger is damaged.
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
        return rebuild(ledger, end, shared);
    }

    private static boolean isFoldedByTheseRules(Database database, Shared shared) {
        try (var connection = database.connection()) {
            return Settings.read(connection, Settings.FOLDED)
                    .equals(Optional.of(Settings.rules(shared.validity().rules())));
        } catch (SQLException e) {
            throw Failures.of("read the rules", e);
        }
    }

    private void replay(Ledger ledger, Database database, Shared shared, Marks from, Mark end) {
        if (end.equals(from.ledger())) {
            return;
        }
        var after = Replay.run(database, shared, ledger, from, end);
        note("database.behind", Severity.MENDED, String.valueOf(after.saves() - from.saves()));
    }

    static Mirror.Comparison compare(Ledger ledger, Database database, Marks marks, Mark end) {
        try (var connection = database.connection()) {
            var comparison = new Mirror.Comparison(connection, marks.entries(), ledger.start());
            ledger.read(ledger.start(), end, comparison);
            return comparison;
        } catch (SQLException e) {
            throw Failures.of("compare database and ledger", e);
        }
    }

    private Database rebuild(Ledger ledger, Mark end, Shared shared) {
        if (end.equals(ledger.start())) {
            throw damaged(Ledger.NAME);
        }
        Migrations.create(
                place.disk(),
                place.folder(),
                place.databaseKey().array(),
                database -> Replay.run(database, shared, ledger, Marks.none(ledger.start()), end));
        ledger.continueAt(end);
        return Database.open(place.disk(), place.base(), place.databaseKey().array());
    }

    /** Writes what the database has beyond an entry behind a place of the ledger. */
    private static void append(Database database, Ledger ledger, long after, Mark end) {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            ledger.continueAt(end);
            var written = Mirror.append(connection, ledger, after);
            Marks.read(connection).at(written).write(connection);
            connection.commit();
        } catch (SQLException e) {
            throw Failures.of("write the ledger from the database", e);
        }
    }

    /** Puts aside what stands behind the last whole commit: it was confirmed to nobody. */
    private void tail(Ledger ledger, Mark end) {
        ledger.continueAt(end);
        var bytes = ledger.size() - end.end();
        if (bytes > 0) {
            note("ledger.tail", Severity.NOTE, String.valueOf(bytes), asideTail(ledger));
        }
    }

    private void damage(Ledger ledger, Mark end, long lacking) {
        ledger.continueAt(end);
        if (ledger.size() > end.end()) {
            note("ledger.damaged", Severity.MENDED, String.valueOf(end.end()), asideTail(ledger));
        } else {
            note("ledger.behind", Severity.MENDED, String.valueOf(lacking));
        }
    }

    private String asideTail(Ledger ledger) {
        var target = place.folder().resolve("aside-" + stamp() + "-" + Ledger.NAME);
        ledger.setAside(target);
        ledger.cut();
        return String.valueOf(target.getFileName());
    }

    private Optional<Ledger> ledger() {
        try {
            return Optional.of(Ledger.open(
                    place.disk(), ledgerFile(), archive, place.ledgerKey().array(), place.random()));
        } catch (AppException e) {
            if (e.code() != ErrorCode.FILE_DAMAGED && e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            LOG.warn("no readable ledger", e);
            note("ledger.missing", Severity.MENDED, aside(ledgerFile()));
            return Optional.empty();
        }
    }

    private Ledger createLedger() {
        return Ledger.create(
                place.disk(), ledgerFile(), archive, place.ledgerKey().array(), place.random());
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
            if (!isDamage(e)) {
                throw e;
            }
            LOG.warn("no readable database", e);
            note("database.damaged", Severity.MENDED, aside(file));
            return Optional.empty();
        }
    }

    /**
     * Whether the database is to be made again. H2 answers a damaged page with many errors, one of them that memory is full, since
     * the page says that it is very long. The file is kept, so that nothing is lost when it was whole.
     */
    private static boolean isDamage(AppException e) {
        return e.code() == ErrorCode.FILE_DAMAGED || e.code() == ErrorCode.INTERNAL;
    }

    /** Without the rows of a save that was never done. */
    private static Database whole(Database database) {
        try (var connection = database.connection()) {
            connection.setAutoCommit(false);
            Slices.takeBack(connection, marks(database));
            return database;
        } catch (SQLException e) {
            closeQuietly(database::close);
            var failure = Failures.of("take back what was never saved", e);
            throw failure.code() == ErrorCode.DISK_FULL
                    ? failure
                    : new AppException(ErrorCode.FILE_DAMAGED, "rows of a save that never was", e, Database.NAME);
        } catch (AppException e) {
            closeQuietly(database::close);
            throw e;
        }
    }

    private RecordKeys keys(Optional<Database> database) {
        var key = place.recordKey().array();
        try {
            return RecordKeys.open(place.disk(), place.folder(), archive, key, place.random());
        } catch (AppException e) {
            if (database.isEmpty() || (e.code() != ErrorCode.FILE_DAMAGED && e.code() != ErrorCode.NOT_FOUND)) {
                throw e.code() == ErrorCode.NOT_FOUND ? damaged(RecordKeys.NAME) : e;
            }
            LOG.warn("no readable keys", e);
            note("keys.missing", Severity.MENDED, aside(place.folder().resolve(RecordKeys.NAME)));
            var fresh = RecordKeys.create(place.disk(), place.folder(), archive, key, place.random());
            Inspection.mendKeys(database.get(), Shared.of(place, fresh, templates));
            return fresh;
        }
    }

    private String aside(Database database) {
        database.close();
        return aside(Database.file(place.base()));
    }

    /** Gives a file another name; empty when there was none. */
    private String aside(Path file) {
        if (!Files.exists(file)) {
            return "";
        }
        var target = file.resolveSibling("aside-" + stamp() + "-" + file.getFileName());
        try {
            Files.move(file, target);
        } catch (IOException e) {
            throw Failures.of("put aside " + file, e);
        }
        return String.valueOf(target.getFileName());
    }

    private String stamp() {
        return STAMP.format(place.clock().instant()) + "-" + findings.size();
    }

    private Path ledgerFile() {
        return place.folder().resolve(Ledger.NAME);
    }

    private void note(String code, Severity severity, String... args) {
        LOG.warn("{} {}", code, args);
        findings.add(Finding.of(code, severity, args));
    }

    private static Marks marks(Database database) {
        try (var connection = database.connection()) {
            return Marks.read(connection);
        } catch (SQLException e) {
            throw new AppException(ErrorCode.FILE_DAMAGED, "no mark in the database", e, Database.NAME);
        }
    }

    private static AppException damaged(String file) {
        return new AppException(ErrorCode.FILE_DAMAGED, "too much is lost of " + file, file);
    }

    private static void closeQuietly(Runnable closing) {
        try {
            closing.run();
        } catch (AppException e) {
            LOG.warn("close after a failure", e);
        }
    }
}

package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.database.Database;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.RecordErasures;
import xindang.persistence.fold.Replay;
import xindang.persistence.fold.Shared;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;

/**
 * Rebuilds the database from ledger and keys. The earlier file stays in place until the new one is complete and on the
 * disk, except when the disk is full.
 */
final class Remaking {
    private static final Logger LOG = LoggerFactory.getLogger(Remaking.class);

    private final ArchivePlace place;
    private final Asides asides;
    private final Watching watching;

    Remaking(ArchivePlace place, Asides asides, Watching watching) {
        this.place = place;
        this.asides = asides;
        this.watching = watching;
    }

    /**
     * The result for the earlier file.
     *
     * @param differs true if it differed from ledger and keys, or was not readable
     * @param aside its new name; empty if it was equal or did not exist
     */
    record Remade(Database database, boolean differs, String aside) {}

    /** Builds the file if none is open. */
    Remade make(Ledger ledger, LedgerPosition end, Shared shared) {
        var aside = new String[] {""};
        create(ledger, end, shared, database -> {}, () -> aside[0] = asides.move(Database.file(place.base())));
        return new Remade(opened(), true, aside[0]);
    }

    /** Builds a new file beside an open one and compares both row by row. The new one also has new indexes. */
    Remade renew(Database before, Ledger ledger, LedgerPosition end, Shared shared) {
        var equal = new boolean[1];
        var aside = new String[] {""};
        create(ledger, end, shared, made -> equal[0] = equal(before, made, watching), () -> {
            closeOrAbandon(before);
            if (!equal[0]) {
                aside[0] = asides.move(Database.file(place.base()));
            }
        });
        return new Remade(opened(), !equal[0], aside[0]);
    }

    /**
     * Makes the file of a database anew that is in use, and compares both as {@link #renew} does. Readers go on until the new one
     * is whole, and wait while it takes its place.
     *
     * @param then what is done when the new one is open and before anybody reads
     */
    Remade renewInUse(Database database, Ledger ledger, LedgerPosition end, Shared shared, Runnable then) {
        var equal = new boolean[1];
        return swapped(
                database,
                ledger,
                end,
                shared,
                made -> equal[0] = equal(database, made, watching),
                () -> equal[0],
                then);
    }

    /**
     * The same on a disk that is full with what a save that failed left in the file: it is deleted at once for its room, and
     * nobody reads until the new one is whole.
     */
    void replaceFull(Database database, Ledger ledger, LedgerPosition end, Shared shared, Runnable then) {
        database.hold();
        try {
            database.abandon();
            Files.deleteIfExists(Database.file(place.base()));
            swapped(database, ledger, end, shared, made -> {}, () -> true, then);
        } catch (IOException e) {
            throw Failures.of("make room", e);
        } finally {
            database.release();
        }
    }

    private Remade swapped(
            Database database,
            Ledger ledger,
            LedgerPosition end,
            Shared shared,
            Look look,
            BooleanSupplier equal,
            Runnable then) {
        var file = Database.file(place.base());
        var aside = new String[] {""};
        var inPlace = new boolean[1];
        try {
            create(ledger, end, shared, look, () -> {
                database.hold();
                database.abandon();
                inPlace[0] = true;
                aside[0] = equal.getAsBoolean() ? "" : asides.move(file);
            });
            database.reopen();
            then.run();
            return new Remade(database, !equal.getAsBoolean(), aside[0]);
        } catch (RuntimeException e) {
            if (inPlace[0]) {
                back(database, aside[0]);
            }
            throw e;
        } finally {
            database.release();
        }
    }

    /** The file before is opened again when the new one did not come into its place. */
    private void back(Database database, String aside) {
        var file = Database.file(place.base());
        try {
            if (!aside.isEmpty() && !Files.exists(file)) {
                Files.move(file.resolveSibling(aside), file);
            }
            database.reopen();
        } catch (IOException | AppException e) {
            LOG.warn("the database before cannot be opened again", e);
        }
    }

    private interface Look {
        void at(Database made);
    }

    private void create(Ledger ledger, LedgerPosition end, Shared shared, Look look, Runnable before) {
        if (end.equals(ledger.start())) {
            throw Failures.lost(Ledger.NAME);
        }
        Migrations.create(
                place.disk(),
                place.folder(),
                place.databaseKey().array(),
                database -> {
                    Replay.run(
                            database,
                            shared.apart(),
                            ledger,
                            Checkpoint.none(ledger.start()),
                            end,
                            watching.of(Watching.DATABASE, 0));
                    look.at(database);
                },
                before);
        ledger.continueAt(end);
    }

    private Database opened() {
        return Database.open(place.disk(), place.base(), place.databaseKey().array());
    }

    /**
     * Whether the file before says the same. After an erasure numbers of kinds and rows are others in a file made again, since
     * nobody can read what was erased; then it counts that all tables say the same whatever these numbers are, and the new one takes
     * its place without a word.
     */
    private static boolean equal(Database before, Database made, Watching watching) {
        try (var one = before.connection();
                var other = made.connection()) {
            var comparison = new TableComparison(one, other, watching);
            return comparison.areEqual() || (RecordErasures.any(other) && comparison.saySame());
        } catch (AppException e) {
            if (e.code() == ErrorCode.CANCELLED) {
                throw e;
            }
            LOG.warn("the database before cannot be read", e);
            return false;
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the database before cannot be read", e);
            return false;
        } catch (OutOfMemoryError | StackOverflowError e) {
            LOG.warn("the database before cannot be read", e);
            return false;
        }
    }

    private static void closeOrAbandon(Database database) {
        try {
            database.close();
        } catch (AppException e) {
            LOG.warn("the database before cannot be closed", e);
            database.abandon();
        }
    }

    /** Moves aside the file of a database that failed to close. The next opening rebuilds it. */
    static void takeAway(Database database, Asides asides, ArchivePlace place) {
        database.abandon();
        var file = Database.file(place.base());
        LOG.warn("put aside as {}", asides.move(file));
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Failures.of("put aside " + file, e);
        }
    }
}

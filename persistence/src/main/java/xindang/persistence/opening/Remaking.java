package xindang.persistence.opening;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xindang.model.common.AppException;
import xindang.persistence.database.Database;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Failures;
import xindang.persistence.fold.Checkpoint;
import xindang.persistence.fold.RecordErasures;
import xindang.persistence.fold.Replay;
import xindang.persistence.fold.Shared;
import xindang.persistence.ledger.Ledger;
import xindang.persistence.ledger.LedgerPosition;

/** Makes the database from ledger and keys. The file before keeps its place until the new one is whole and on the disk. */
final class Remaking {
    private static final Logger LOG = LoggerFactory.getLogger(Remaking.class);

    private final ArchivePlace place;
    private final Asides asides;

    Remaking(ArchivePlace place, Asides asides) {
        this.place = place;
        this.asides = asides;
    }

    /**
     * What became of the file before.
     *
     * @param differs whether it said other things than ledger and keys, or could not be read
     * @param aside the name it has now; empty when it was equal, or there was none
     */
    record Remade(Database database, boolean differs, String aside) {}

    /** Makes the file where none is open. */
    Remade make(Ledger ledger, LedgerPosition end, Shared shared) {
        var aside = new String[] {""};
        create(ledger, end, shared, database -> {}, () -> aside[0] = asides.move(Database.file(place.base())));
        return new Remade(opened(), true, aside[0]);
    }

    /** Makes the file anew beside an open one and compares both, row by row. The new one also has new indexes. */
    Remade renew(Database before, Ledger ledger, LedgerPosition end, Shared shared) {
        var equal = new boolean[1];
        var aside = new String[] {""};
        create(ledger, end, shared, made -> equal[0] = equal(before, made), () -> {
            closeOrAbandon(before);
            if (!equal[0]) {
                aside[0] = asides.move(Database.file(place.base()));
            }
        });
        return new Remade(opened(), !equal[0], aside[0]);
    }

    /**
     * Makes the file of a database again that is in use.
     *
     * @param full whether the one before is deleted at once for its room; otherwise it is put aside
     */
    String replace(Database database, Ledger ledger, LedgerPosition end, Shared shared, boolean full) {
        database.abandon();
        if (full) {
            delete();
        }
        var aside = new String[] {""};
        create(ledger, end, shared, made -> {}, () -> aside[0] = asides.move(Database.file(place.base())));
        database.reopen();
        return aside[0];
    }

    /** The same as {@link #renew} for a database that is in use. */
    Remade renewInUse(Database database, Ledger ledger, LedgerPosition end, Shared shared) {
        var equal = new boolean[1];
        var aside = new String[] {""};
        create(ledger, end, shared, made -> equal[0] = equal(database, made), () -> {
            database.abandon();
            if (!equal[0]) {
                aside[0] = asides.move(Database.file(place.base()));
            }
        });
        database.reopen();
        return new Remade(database, !equal[0], aside[0]);
    }

    private void delete() {
        try {
            Files.deleteIfExists(Database.file(place.base()));
        } catch (IOException e) {
            throw Failures.of("make room", e);
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
                    Replay.run(database, shared, ledger, Checkpoint.none(ledger.start()), end);
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
     * nobody can read what was erased; then it counts that both have the same records, and the new one takes its place without a
     * word.
     */
    private static boolean equal(Database before, Database made) {
        try (var one = before.connection();
                var other = made.connection()) {
            return TableComparison.areEqual(one, other)
                    || (RecordErasures.any(other) && TableComparison.haveTheSameRecords(one, other));
        } catch (AppException e) {
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

    /** Takes the file away that was closed by a failure: the next opening makes it again. */
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

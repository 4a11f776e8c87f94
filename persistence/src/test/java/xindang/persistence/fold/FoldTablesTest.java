package xindang.persistence.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.exchange.Verdict;
import xindang.model.law.SureDay;
import xindang.persistence.database.Database;
import xindang.persistence.database.Migrations;
import xindang.persistence.database.Settings;
import xindang.persistence.disk.Disk;
import xindang.persistence.fold.Tally.Cell;
import xindang.persistence.ledger.Entry;
import xindang.persistence.ledger.EntryCodec;
import xindang.persistence.ledger.LedgerPosition;

/** The small tables of the fold, each against an oracle that counts one by one. */
class FoldTablesTest {
    private static final LedgerPosition START = new LedgerPosition(1, 2, 3, "ab".repeat(32));
    private static final Instant SURE = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    Path folder;

    /** Runs come in any order. The oracle keeps the position of each change by its number. */
    @Test
    void everyOwnChangeHasThePositionOfItsRun() {
        inDatabase((database, connection) -> {
            var random = new Random(17);
            for (var round = 0; round < 40; round++) {
                var counters = new Counters(Checkpoint.none(START));
                var runs = new PlacedRuns(connection, counters);
                var expected = new TreeMap<Long, String>();
                var waiting = new ArrayList<Entry.Returned>();
                for (long first = 1, position = 100; first < 30; ) {
                    long last = first + random.nextInt(4);
                    var verdict = random.nextInt(4) == 0 ? Verdict.CONFLICT : Verdict.APPLIED;
                    waiting.add(new Entry.Returned(position, verdict, first, last));
                    for (var one = first; one <= last; one++) {
                        expected.put(one, (position + one - first) + " " + (verdict == Verdict.CONFLICT));
                    }
                    position += last - first + 1 + random.nextInt(2);
                    first = last + 1;
                }
                while (!waiting.isEmpty()) {
                    var run = waiting.remove(random.nextInt(3) == 0 ? random.nextInt(waiting.size()) : 0);
                    assertEquals(
                            run.first() == counters.through + 1, runs.isNext(run.first(), run.last()), run::toString);
                    runs.add(run);
                    var first =
                            waiting.stream().mapToLong(Entry.Returned::first).min();
                    assertEquals(first.orElse(expected.lastKey() + 1) - 1, counters.through);
                }
                assertEquals(expected.size(), counters.settled);
                assertEquals(expected, placed(connection));
                execute(connection, "delete from place");
            }
        });
    }

    private static Map<Long, String> placed(Connection connection) throws SQLException {
        var placed = new TreeMap<Long, String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select first, last, position, verdict from place")) {
            while (row.next()) {
                for (var one = row.getLong(1); one <= row.getLong(2); one++) {
                    var before = placed.put(
                            one,
                            (row.getLong(3) + one - row.getLong(1)) + " "
                                    + (row.getInt(4) == verdict(Verdict.CONFLICT)));
                    assertEquals(null, before, "one run each");
                }
            }
        }
        return placed;
    }

    private static int verdict(Verdict verdict) {
        return EntryCodec.number(verdict);
    }

    @Test
    void runsThatContinueEachOtherAreOneRow() {
        inDatabase((database, connection) -> {
            var runs = new PlacedRuns(connection, new Counters(Checkpoint.none(START)));
            runs.add(new Entry.Returned(10, Verdict.APPLIED, 1, 3));
            runs.add(new Entry.Returned(13, Verdict.APPLIED, 4, 5));
            assertEquals(1, count(connection, "place"));
            runs.add(new Entry.Returned(16, Verdict.APPLIED, 6, 6));
            assertEquals(2, count(connection, "place"), "a gap in the positions");
            runs.add(new Entry.Returned(17, Verdict.MERGED, 7, 7));
            assertEquals(3, count(connection, "place"), "another verdict");
            runs.add(new Entry.Returned(19, Verdict.MERGED, 9, 9));
            assertEquals(4, count(connection, "place"), "a gap in the numbers");
            assertFalse(runs.isNext(9, 9));
            assertTrue(runs.isNext(8, 8));
        });
    }

    /** The oracle takes whole saves while they fit, and a part of the first one only if it alone does not fit. */
    @Test
    void aBatchEndsWithASaveUnlessTheFirstSaveIsTooLarge() {
        inDatabase((database, connection) -> {
            var random = new Random(23);
            for (var round = 0; round < 30; round++) {
                execute(connection, "delete from entry");
                var saves = new ArrayList<Long>();
                for (long save = 1; saves.size() < 25; save++) {
                    for (var changes = random.nextInt(7); changes >= 0; changes--) {
                        saves.add(save);
                        execute(
                                connection,
                                "insert into entry (no, save, kind, body, device, sequence) values (" + saves.size()
                                        + ", " + save + ", 1, x'00', 0, " + saves.size() + ")");
                    }
                }
                try (var table = new Saves(connection)) {
                    for (var first = 1; first <= saves.size(); first++) {
                        for (var limit : List.of(1, 2, 5, 10, 40)) {
                            assertEquals(
                                    end(saves, first, limit),
                                    table.end(first, limit),
                                    first + " " + limit + " " + saves);
                        }
                    }
                }
            }
        });
    }

    private static OptionalLong end(List<Long> saves, int first, int limit) {
        if (saves.size() - first + 1 <= limit) {
            return OptionalLong.empty();
        }
        var end = first + limit - 1;
        while (end >= first && saves.get(end - 1).equals(saves.get(end))) {
            end--;
        }
        return OptionalLong.of(end < first ? first + limit - 1 : end);
    }

    @Test
    void theCountsFollowTheMoves() {
        inDatabase((database, connection) -> {
            var random = new Random(29);
            var expected = new TreeMap<String, Integer>();
            for (var round = 0; round < 20; round++) {
                var tally = new Tally();
                for (var move = 0; move < 10; move++) {
                    var from = random.nextInt(3) == 0 ? null : cell(random);
                    var to = random.nextInt(3) == 0 ? null : cell(random);
                    tally.move(from, to);
                    if (from != null) {
                        expected.merge(from.toString(), -1, Integer::sum);
                    }
                    if (to != null) {
                        expected.merge(to.toString(), 1, Integer::sum);
                    }
                }
                tally.write(connection);
                tally.write(connection);
                var counted = new TreeMap<String, Integer>();
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select kind, region, grade, status, records from tally")) {
                    while (row.next()) {
                        counted.put(
                                new Cell(row.getInt(1), row.getLong(2), row.getString(3), row.getInt(4)).toString(),
                                row.getInt(5));
                    }
                }
                expected.values().removeIf(count -> count == 0);
                counted.values().removeIf(count -> count == 0);
                assertEquals(expected, counted);
            }
        });
    }

    private static Cell cell(Random random) {
        var grade = List.of(Optional.of("AA"), Optional.of(""), Optional.<String>empty())
                .get(random.nextInt(3));
        return Cell.of(random.nextInt(2), 230184101205L, grade, 0).with(random.nextInt(2));
    }

    @Test
    void aRatingWithoutAGradeIsCountedApartFromNoRating() {
        for (var grade : List.of(Optional.of("AA"), Optional.of(""), Optional.<String>empty())) {
            assertEquals(grade, Cell.grade(Cell.of(1, 2, grade, 3).grade()));
        }
    }

    @Test
    void theSureTimeIsKeptAndAFarClockDoesNotMoveIt() {
        inDatabase((database, connection) -> {
            var none = new SureTime(connection);
            none.saved(SURE);
            assertEquals(Optional.empty(), none.now(), "an old archive waits for a signed time");
            none.write();
            assertEquals(Optional.empty(), SureTime.read(connection));
            assertEquals(Duration.ZERO, SureTime.late(connection));
            assertTrue(none.mayBe(SURE.plus(Duration.ofDays(400))));

            var sure = new SureTime(connection);
            sure.founded(SURE);
            sure.saved(SURE.plus(Duration.ofDays(32)));
            assertEquals(Optional.of(SURE), sure.now());
            sure.saved(SURE.plusSeconds(60));
            assertEquals(Optional.of(SURE.plusSeconds(60)), sure.now());
            sure.noted(new Entry.Noted(SureDay.SIGNED, SURE.minusSeconds(9) + " " + SURE.minusSeconds(20)));
            sure.noted(new Entry.Noted(SureDay.CONFIRMED, "noon"));
            sure.noted(new Entry.Noted("other", SURE.plusSeconds(5).toString()));
            assertEquals(Optional.of(SURE.minusSeconds(9)), sure.now());
            assertEquals(Optional.empty(), SureTime.read(connection), "not yet written");
            sure.write();
            assertEquals(Optional.of(SURE.minusSeconds(9)), SureTime.read(connection));
            assertEquals(Duration.ofSeconds(11), SureTime.late(connection));
            assertEquals(Optional.of(SURE.minusSeconds(9)), new SureTime(connection).now());
            assertEquals(SURE, sure.ordered(SURE));
            assertTrue(sure.mayBe(SURE));
            assertFalse(sure.mayBe(SURE.plus(Duration.ofDays(32))));

            sure.noted(new Entry.Noted(SureDay.CONFIRMED, SURE.toString()));
            sure.write();
            assertEquals(Duration.ZERO, SureTime.late(connection), "a person confirmed the clock");
            sure.saved(SURE.plusSeconds(1));
            sure.write();
            assertEquals(Optional.of(SURE.plusSeconds(1)), SureTime.read(connection));
        });
    }

    @Test
    void eachLossIsNamedForEver() {
        inDatabase((database, connection) -> {
            Settings.write(connection, Settings.CURSOR, "far");
            Losses.write(connection, new Entry.Lost(SURE, 10, 20, 3, 1, "ledger.xdl.aside"));
            Losses.write(connection, new Entry.Lost(SURE, 30, 30, 0, 2, ""));
            connection.commit();
            assertEquals(Optional.of(""), Settings.read(connection, Settings.CURSOR), "all is asked for again");
            var found = Losses.of(database);
            assertEquals(
                    List.of("ledger.lost [10, 20, 3, 1, ledger.xdl.aside]", "ledger.lost.rows [30, 30, 0, 2, ]"),
                    found.stream().map(loss -> loss.code() + " " + loss.args()).toList());
        });
    }

    @Test
    void theMarksAndTheBatchesAreReadAsTheyWereWritten() {
        inDatabase((database, connection) -> {
            var marks = new Checkpoint(1, 2, 3, 4, 5, "cd".repeat(32), 6, 7, 8, 9, START);
            marks.write(connection);
            assertEquals(marks, Checkpoint.read(connection));
            assertEquals(marks, new Counters(marks).marks(START));
            var end = new LedgerPosition(5, 6, 7, "ef".repeat(32));
            marks.at(end).write(connection);
            assertEquals(marks.at(end), Checkpoint.read(connection));
            assertEquals(end, Checkpoint.read(connection).ledger());
            assertEquals(1, count(connection, "mark"));
            execute(connection, "delete from mark");
            assertThrows(SQLException.class, () -> Checkpoint.read(connection));

            var batches = new Batches(connection);
            var key = new UUID(1, 1);
            assertEquals(7, batches.seal(new Entry.Batched(key, 3, 7)));
            assertEquals(7, batches.receipt(new Entry.Receipted(key, "signed")));
            assertEquals(0, batches.receipt(new Entry.Receipted(new UUID(1, 2), "signed")));
            assertEquals(1, count(connection, "batch where receipt = 'signed' and first = 3 and last = 7"));
        });
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a test does in the tables of a new archive. */
    private interface Work {
        void run(Database database, Connection connection) throws SQLException;
    }

    private void inDatabase(Work work) {
        var done = new ArrayList<Boolean>();
        Migrations.create(Disk.REAL, folder, new byte[32], database -> {
            try (var connection = database.connection()) {
                work.run(database, connection);
                done.add(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(List.of(true), done);
    }
}

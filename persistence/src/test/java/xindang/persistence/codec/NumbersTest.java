package xindang.persistence.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.RecordSummary.Status;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.codec.RegionNumbers.Range;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Disk;

/** Small numbers and packed bytes in place of texts, times, states and places. */
class NumbersTest {
    @TempDir
    Path folder;

    /** The oracle compares codes as texts: a code is in a unit if it begins with the digits of the unit. */
    @Test
    void theRangeOfAUnitHasTheCodesThatBeginWithItsDigits() {
        var random = new Random(3);
        for (var unit : List.of(
                "23",
                "2301",
                "230184",
                "230184101",
                "230184101205",
                "230184101000",
                "230184000000",
                "230100000000",
                "230000000000",
                "230100101000",
                "100000000000")) {
            var digits = unit.length() < 12 ? unit : unit.replaceFirst("(000)?(000)?(00)?(00)?$", "");
            digits = unit.equals("230100101000") ? "230100101" : digits;
            digits = unit.equals("230100000000") ? "2301" : digits;
            var range = RegionNumbers.within(unit);
            var padded = digits + "0".repeat(12 - digits.length());
            assertEquals(Long.parseLong(padded), range.first(), unit);
            assertEquals(Long.parseLong(digits + "9".repeat(12 - digits.length())), range.last(), unit);
            for (var i = 0; i < 200; i++) {
                var code = RegionNumbers.code(range.first() - 500 + random.nextInt(1000));
                var number = RegionNumbers.number(code);
                assertEquals(code.startsWith(digits), number >= range.first() && number <= range.last(), code);
            }
        }
    }

    @Test
    void rangesMeet() {
        assertEquals(Range.ALL, RegionNumbers.within(""));
        assertTrue(RegionNumbers.within("").all());
        var town = RegionNumbers.within("230184101");
        var village = RegionNumbers.within("230184101205");
        assertFalse(town.all());
        assertFalse(town.one());
        assertTrue(village.one());
        assertEquals(village, town.and(village));
        assertEquals(village, village.and(town));
        assertEquals(new Range(5, 7), new Range(1, 7).and(new Range(5, 9)));
        assertEquals(230_184_101_000L, RegionNumbers.number("230184101"));
        assertEquals("010000000000", RegionNumbers.code(RegionNumbers.number("01")));
    }

    @Test
    void aTimeIsKeptToTheNanosecondAndAFarOneBecomesTheLimit() {
        for (var text : List.of(
                "2026-11-30T08:00:00.123456789Z",
                "1969-12-31T23:59:59.999999999Z",
                "1970-01-01T00:00:00Z",
                "1701-01-01T00:00:00.5Z")) {
            var at = Instant.parse(text);
            assertEquals(at, Times.instant(Times.number(at)));
        }
        assertEquals(1_000_000_001L, Times.number(Instant.ofEpochSecond(1, 1)));
        assertEquals(-999_999_999L, Times.number(Instant.ofEpochSecond(-1, 1)));
        var limit = Long.MAX_VALUE / 1_000_000_000L - 1;
        assertEquals(Instant.ofEpochSecond(limit, 7), Times.instant(Times.number(Instant.ofEpochSecond(limit, 7))));
        assertEquals(limit * 1_000_000_000L, Times.number(Instant.parse("9999-01-01T00:00:00Z")));
        assertEquals(-limit * 1_000_000_000L, Times.number(Instant.parse("0001-01-01T00:00:00Z")));
    }

    @Test
    void aStatusKeepsItsNumber() {
        for (var number = 0; number < 5; number++) {
            assertEquals(number, Statuses.number(Statuses.status(number)));
        }
        assertEquals(
                List.of(Status.DRAFT, Status.SAVED, Status.BACKED_UP, Status.SETTLED, Status.CONFLICT),
                List.of(0, 1, 2, 3, 4).stream().map(Statuses::status).toList());
    }

    @Test
    void aTextOfAnyLengthIsUnpackedAsItWas() {
        var packing = new Packing();
        var random = new Random(9);
        for (var length : List.of(1, 255, 256, 257, 65_535, 65_536, 65_537, 300_000)) {
            var text = new StringBuilder();
            while (text.length() < length) {
                text.append((char) ('!' + random.nextInt(90)));
            }
            assertEquals(text.toString(), Packing.unpack(packing.pack(text.toString())));
            assertEquals("村".repeat(length), Packing.unpack(packing.pack("村".repeat(length))));
        }
        packing.end();
        assertThrows(NullPointerException.class, () -> packing.pack("after the end"));
    }

    @Test
    void aPackedTextThatIsCutIsDamageAndAFlippedBitNeverGivesAnotherText() {
        var packing = new Packing();
        var text = "那守田，拉林满族镇";
        var bytes = packing.pack(text);
        packing.end();
        for (var length = 0; length < bytes.length; length++) {
            damaged(Arrays.copyOf(bytes, length));
        }
        for (var bit = 0; bit < 8 * bytes.length; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertEquals(text, Packing.unpack(changed), "an unused bit");
            } catch (AppException e) {
                assertEquals(ErrorCode.FILE_DAMAGED, e.code());
            }
        }
    }

    @Test
    void aTextBeyondTheLimitIsNotUnpacked() {
        var packing = new Packing();
        var limit = packing.pack(new byte[64 * 1024 * 1024]);
        var above = packing.pack(new byte[64 * 1024 * 1024 + 1]);
        packing.end();
        assertEquals(64 * 1024 * 1024, Packing.unpack(limit).length());
        damaged(above);
    }

    private static void damaged(byte[] packed) {
        var damage = assertThrows(AppException.class, () -> Packing.unpack(packed));
        assertEquals(ErrorCode.FILE_DAMAGED, damage.code());
    }

    @Test
    void anIdGetsTheNextNumberOnceAndKeepsItAfterLoading() {
        inDatabase(connection -> {
            var codes = new Codes("device");
            codes.load(connection);
            assertEquals(Optional.empty(), codes.find("LL-01"));
            assertEquals(0, codes.number(connection, "LL-01"));
            assertEquals(1, codes.number(connection, "LL-02"));
            assertEquals(0, codes.number(connection, "LL-01"));
            assertEquals(Optional.of(1), codes.find("LL-02"));
            assertEquals("LL-02", codes.id(1));
            assertThrows(IllegalStateException.class, () -> codes.id(2));
            var again = new Codes("device");
            again.load(connection);
            assertEquals("LL-01", again.id(0));
            assertEquals(2, again.number(connection, "LL-03"));
            codes.load(connection);
            assertEquals(Optional.of(2), codes.find("LL-03"));
        });
    }

    @Test
    void aWordIsAddedOnceWithinItsLimits() {
        inDatabase(connection -> {
            var words = new Vocabulary();
            assertEquals(OptionalInt.of(0), words.next("head.name"));
            words.add(connection, 0, "head.name");
            words.add(connection, 2, "head.birth");
            assertEquals(OptionalInt.of(3), words.next("x".repeat(100)));
            assertEquals(OptionalInt.empty(), words.next("x".repeat(101)));
            assertEquals(OptionalInt.of(2), words.find("head.birth"));
            assertEquals(OptionalInt.empty(), words.find("head.age"));
            assertEquals(
                    List.of(true, false, true, false), List.of(words.has(0), words.has(1), words.has(2), words.has(3)));
            assertEquals("head.birth", words.text(2));
            for (var number : List.of(-1, 1, 3)) {
                assertEquals(
                        ErrorCode.FILE_DAMAGED,
                        assertThrows(AppException.class, () -> words.text(number))
                                .code());
            }
            for (var number : List.of(-1, 20_000)) {
                var damage = assertThrows(AppException.class, () -> words.add(connection, number, "x"));
                assertEquals(ErrorCode.FILE_DAMAGED, damage.code());
            }
            assertEquals(List.of("head.name", "", "head.birth"), words.from(words.repeated()));
            words.repeated(connection, 1);
            assertEquals(List.of("", "head.birth"), words.from(words.repeated()));
            words.repeated(connection, 0);
            assertEquals(1, words.repeated(), "the number never falls");
            words.repeated(connection, 9);
            assertEquals(List.of(), words.from(words.repeated()));

            var loaded = new Vocabulary();
            loaded.load(connection);
            assertEquals(9, loaded.repeated());
            assertEquals("head.birth", loaded.text(2));
            assertEquals(OptionalInt.of(0), loaded.find("head.name"));
            assertFalse(loaded.has(1));
            words.add(connection, 19_999, "last");
            assertEquals(OptionalInt.empty(), words.next("one more"));
        });
    }

    /** What a test does in the tables of a new archive. */
    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    private void inDatabase(Work work) {
        var done = new ArrayList<Boolean>();
        Migrations.create(Disk.REAL, folder, new byte[32], database -> {
            try (var connection = database.connection()) {
                work.run(connection);
                done.add(true);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertEquals(List.of(true), done);
    }
}

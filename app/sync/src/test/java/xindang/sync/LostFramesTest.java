package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Erasing;

/** An archive loses a part of its ledger and its database: what the platform has comes back with the next exchange. */
class LostFramesTest extends OfficesOnDisk {
    private static final String PHONE = "head.phone";

    LostFramesTest() {
        super(71);
    }

    @Test
    void whatThePlatformHasComesBack() {
        var a = office("A");
        var b = office("B");
        var records = new ArrayList<UUID>();
        for (var i = 0; i < 24; i++) {
            records.add(village.household(a, Village.name(i)));
        }
        sync(a);
        sync(b);
        for (var i = 0; i < 24; i += 3) {
            village.edit(b, records.get(i), PHONE, "138000001" + (10 + i));
        }
        sync(b);
        sync(a);
        village.edit(a, records.get(1), PHONE, "13800000301");
        sync(a);
        var before = contents(a, records);

        for (var part = 1; part <= 3; part++) {
            lose(a, part * 0.25);
            assertTrue(isLossReported(a), "part " + part);
            a.reopen();
            assertTrue(isLossReported(a), "part " + part + ", before an exchange");
            sync(a);
            a.reopen();
            assertFalse(isLossReported(a), "part " + part + ", after an exchange");
            assertEquals(before, contents(a, records), "part " + part);
            assertEquals(List.of(), a.conflicts());
            assertEquals(0, a.exchange().counts().waiting());
            sync(a);
        }
        village.edit(a, records.get(2), PHONE, "13800000302");
        var added = village.household(a, "王德才");
        sync(a);
        sync(b);
        var c = fresh("C");
        for (var office : List.of(a, b, c)) {
            assertEquals("13800000302", office.content(records.get(2)).text(PHONE));
            assertEquals("王德才", office.content(added).text("head.name"));
            assertEquals(contents(c, records), contents(office, records));
        }
    }

    /** Some of what is lost was never sent: what is left goes out all the same. */
    @Test
    void whatIsLeftGoesOutThoughAPartThatWasNeverSentIsLost() {
        var a = office("A");
        var b = office("B");
        var records = new ArrayList<UUID>();
        sync(a);
        for (var i = 0; i < 24; i++) {
            records.add(village.household(a, Village.name(i)));
        }
        lose(a, 0.5);
        var left = records.stream().filter(id -> !a.content(id).isEmpty()).toList();
        assertTrue(left.size() > 10 && left.size() < 24, left.size() + " are left");
        sync(a);
        sync(b);
        for (var id : left) {
            assertEquals(a.content(id), b.content(id));
        }
        a.reopen();
        assertTrue(isLossReported(a), "changes that were never sent are missing");
        var added = village.household(a, "王德才");
        sync(a);
        sync(b);
        assertEquals("王德才", b.content(added).text("head.name"));
    }

    /** The platform lost the same records: an exchange with it is no proof that all came back. */
    @Test
    void theLossIsReportedUntilEachRecordOfAnotherOfficeIsBack() {
        var a = office("A");
        var b = office("B");
        sync(a);
        sync(b);
        keepPlatform();
        var records = new ArrayList<UUID>();
        for (var i = 0; i < 24; i++) {
            records.add(village.household(b, Village.name(i)));
        }
        sync(b);
        sync(a);
        for (var i = 0; i < 12; i++) {
            village.household(a, Village.name(i));
        }
        setPlatformBack();
        lose(a, 0.5);
        sync(a);
        a.reopen();
        assertTrue(records.stream().anyMatch(id -> a.content(id).isEmpty()));
        assertTrue(isLossReported(a), "some records are missing");
        sync(b);
        sync(a);
        a.reopen();
        assertEquals(contents(b, records), contents(a, records));
        assertFalse(isLossReported(a), "all records are back");
    }

    /** Changes of another office are lost, and of each record and of the own changes all is there. */
    @Test
    void theLossIsReportedUntilAllWasPulledOnceMore() {
        var a = office("A");
        var b = office("B");
        var records = new ArrayList<UUID>();
        for (var i = 0; i < 12; i++) {
            records.add(village.household(a, Village.name(i)));
        }
        sync(a);
        sync(b);
        for (var i = 0; i < 12; i++) {
            village.edit(b, records.get(i), PHONE, "138000001" + (10 + i));
        }
        sync(b);
        var from = size(a);
        sync(a);
        var middle = (from + size(a)) / 2;
        for (var i = 0; i < 12; i++) {
            village.household(a, Village.name(i));
        }
        var before = contents(a, records);
        lose(a, (double) middle / size(a));
        assertNotEquals(before, contents(a, records));
        assertTrue(isLossReported(a));
        a.reopen();
        assertTrue(isLossReported(a));
        sync(a);
        a.reopen();
        assertEquals(before, contents(a, records));
        assertFalse(isLossReported(a));
    }

    private static long size(ArchiveOffice office) {
        return office.folder().resolve("ledger.xdl").toFile().length();
    }

    /** A change that was lost is of a person who was erased meanwhile: its content never comes back. */
    @Test
    void whatWasErasedMeanwhileIsNotMissing() {
        var a = office("A");
        var b = office("B");
        var records = new ArrayList<UUID>();
        for (var i = 0; i < 24; i++) {
            records.add(village.household(a, Village.name(i)));
        }
        sync(a);
        sync(b);
        lose(a, 0.5);
        var lost = records.stream().filter(id -> a.content(id).isEmpty()).toList();
        assertFalse(lost.isEmpty());
        b.archives()
                .erase(new Erasing(
                        village.ids.next(), lost.get(0), Village.HOUSEHOLD, "本人要求删除", "张敏", village.clock.instant()));
        sync(b);
        sync(a);
        a.reopen();
        assertFalse(isLossReported(a));
        assertTrue(a.content(lost.get(0)).isEmpty());
    }

    private static boolean isLossReported(ArchiveOffice office) {
        return office.findings().stream().anyMatch(it -> it.contains("ledger.lost"));
    }

    private static List<String> contents(ArchiveOffice office, List<UUID> records) {
        return records.stream().map(id -> office.content(id).asMap().toString()).toList();
    }

    /** A sector of the ledger is zeros, and the database is gone. */
    private static void lose(ArchiveOffice office, double where) {
        office.whileClosed(folder -> {
            try {
                zeros(folder.resolve("ledger.xdl"), where);
                Files.delete(folder.resolve("archive.mv.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void zeros(Path file, double where) throws IOException {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek((long) (open.length() * where) / 512 * 512);
            open.write(new byte[512]);
        }
    }
}

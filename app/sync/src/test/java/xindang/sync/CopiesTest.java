package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Change;
import xindang.model.wire.ChangeJson;

/** Platforms that were set back, archives that were copied, and archives that were set back and used on. */
class CopiesTest extends OfficesOnDisk {
    private static final String PHONE = "head.phone";

    CopiesTest() {
        super(51);
    }

    @Test
    void aPlatformThatWasSetBackGetsWhatItLostInItsOrder() {
        var a = office("A");
        var b = office("B");
        var record = village.household(a, "王德才");
        sync(a);
        keepPlatform();
        village.edit(a, record, PHONE, "13800000001");
        sync(a);
        sync(b);
        village.edit(b, record, PHONE, "13800000002");
        sync(b);
        sync(a);
        setPlatformBack();

        assertTrue(sync(b).platformSetBack());
        assertFalse(sync(b).platformSetBack());
        sync(a);
        var c = office("C");
        sync(c);

        for (var each : List.of(a, b, c)) {
            assertEquals("13800000002", each.content(record).text(PHONE));
            assertEquals(List.of(), each.conflicts());
        }
    }

    @Test
    void anOfficeHandsInWhatItHasOfALostOne() {
        var a = office("A");
        var b = office("B");
        keepPlatform();
        var record = village.household(a, "王德才");
        sync(a);
        sync(b);
        setPlatformBack();
        village.edit(b, record, PHONE, "13800000002");

        var report = sync(b);
        var c = office("C");
        sync(c);

        assertTrue(report.platformSetBack());
        assertEquals(List.of(), report.waiting());
        assertEquals(0, b.exchange().counts().waiting());
        assertEquals("王德才", c.content(record).text("head.name"));
        assertEquals("13800000002", c.content(record).text(PHONE));
        assertEquals(List.of(), c.conflicts());
        // the lost laptop is found again
        sync(a);
        sync(b);
        assertEquals(c.content(record), a.content(record));
        assertEquals(c.content(record), b.content(record));
        assertEquals(0, a.exchange().counts().waiting());
    }

    @Test
    void aCopyOfAnArchiveGoesOnAsADeviceOfItsOwn() {
        var a = office("A");
        var first = village.household(a, "王德才");
        sync(a);
        var copy = copy(a, "copy");
        var original = reopen(a);
        var records = new ArrayList<UUID>(List.of(first));
        for (var round = 0; round < 3; round++) {
            records.add(village.household(original, Village.name(10 + round)));
            records.add(village.household(copy, Village.name(20 + round)));
            village.edit(original, first, PHONE, "1380000010" + round);
            village.edit(copy, first, "file.group", "第" + round + "组");
            sync(original);
            sync(copy);
            sync(original);
        }
        var c = office("C");
        sync(c);
        for (var each : List.of(original, copy, c)) {
            for (var record : records) {
                assertEquals(c.content(record), each.content(record));
                assertFalse(each.content(record).isEmpty());
            }
            assertEquals("13800000102", each.content(first).text(PHONE));
            assertEquals("第2组", each.content(first).text("file.group"));
            assertEquals(List.of(), each.conflicts());
            assertEquals(0, each.exchange().counts().waiting());
        }
    }

    @Test
    void anArchiveThatWasSetBackAndUsedOnGoesOnByItself() {
        var a = office("A");
        var b = office("B");
        var record = village.household(a, "王德才");
        sync(a);
        var old = copyFolder(a, "old");
        a = reopen(a);
        village.edit(a, record, PHONE, "13800000001");
        var later = village.household(a, "李桂芝");
        sync(a);
        a = replace(a, old);
        village.edit(a, record, "file.group", "五组");
        var typed = village.household(a, "赵国强");

        sync(a);
        sync(b);
        village.edit(a, record, PHONE, "13800000002");
        sync(a);
        sync(b);

        for (var each : List.of(a, b)) {
            assertEquals("13800000002", each.content(record).text(PHONE));
            assertEquals("五组", each.content(record).text("file.group"));
            assertEquals("李桂芝", each.content(later).text("head.name"));
            assertEquals("赵国强", each.content(typed).text("head.name"));
            assertEquals(List.of(), each.conflicts());
            assertEquals(0, each.exchange().counts().waiting());
        }
    }

    @Test
    void aChangeThatCameBackLaterHasItsNewPlaceEverywhere() {
        var a = office("A");
        var b = office("B");
        var record = village.household(a, "王德才");
        sync(a);
        sync(b);
        keepPlatform();
        village.edit(a, record, PHONE, "13800000001");
        sync(a);
        setPlatformBack();
        village.edit(b, record, PHONE, "13800000002");
        sync(b);
        sync(a);
        sync(b);
        var c = office("C");
        sync(c);

        for (var each : List.of(a, b, c)) {
            assertEquals("13800000002", each.content(record).text(PHONE), each.device());
            assertEquals(c.conflicts(), each.conflicts());
            assertEquals(1, each.conflicts().size());
            assertEquals(
                    c.history(record).stream().map(Change::id).toList(),
                    each.history(record).stream().map(Change::id).toList());
        }
    }

    @Test
    void whatTwoCopiesMadeForOnePlaceComesBackBoth() {
        var a = office("A");
        var record = village.household(a, "王德才");
        sync(a);
        keepPlatform();
        var copy = copy(a, "copy");
        var original = reopen(a);
        village.edit(original, record, PHONE, "13800000001");
        village.edit(copy, record, "file.group", "四组");
        sync(copy);
        setPlatformBack();
        sync(original);
        sync(copy);
        sync(original);
        var c = office("C");
        sync(c);

        for (var each : List.of(original, copy, c)) {
            assertEquals("13800000001", each.content(record).text(PHONE));
            assertEquals("四组", each.content(record).text("file.group"));
        }
    }

    @Test
    void anArchiveAdoptsNothingThatItsCopyMade() {
        var a = office("A");
        var record = village.household(a, "王德才");
        sync(a);
        var copy = copy(a, "copy");
        var original = reopen(a);
        village.edit(original, record, PHONE, "13800000001");
        village.edit(copy, record, "file.group", "四组");
        village.edit(copy, record, "file.note", "走访");
        sync(original);
        sync(copy);
        sync(original);

        var own = original.exchange().own(0, 10);
        assertEquals(2, own.size());
        assertEquals(ChangeJson.digest(own.get(0)), own.get(1).previous());
    }

    private ArchiveOffice copy(ArchiveOffice office, String name) {
        return opened(copyFolder(office, name));
    }

    private ArchiveOffice reopen(ArchiveOffice office) {
        return opened(office.folder());
    }

    private ArchiveOffice replace(ArchiveOffice office, Path old) {
        close(office);
        Folders.copy(old, office.folder());
        return opened(office.folder());
    }
}

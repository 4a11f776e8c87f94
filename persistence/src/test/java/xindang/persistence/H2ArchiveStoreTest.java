package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;
import xindang.model.archive.RecordFilter;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.ArchiveStoreContract;
import xindang.persistence.keys.Argon2;

class H2ArchiveStoreTest implements ArchiveStoreContract {
    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void create() {
        var setup = new Workspace.Setup("230184101000", "王海燕", "LL-03", Argon2.Cost.TRIAL);
        workspace = Workspace.create(folder, setup, "密码".toCharArray(), ShippedTemplates.load(), Clock.systemUTC())
                .workspace();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Override
    public ArchiveStore store() {
        return workspace.archives();
    }

    @Test
    void surnamesOfAPinyinAreCountedTheMostFrequentFirst() {
        var names = List.of("关庆林", "关长河", "管玉珍", "官凤祥", "上官云", "王冠", "李国强");
        var drafts = new ArrayList<Draft>();
        for (var n = 0; n < names.size(); n++) {
            drafts.add(ArchiveStoreContract.household(
                    n + 1, n == 1 ? OTHER_VILLAGE : VILLAGE, names.get(n), "23011219900101123" + n, "13945112786"));
        }
        store().save(drafts);

        var all = RecordFilter.all("household");
        var found = store().surnames(all.matching("guan"));
        assertEquals(new ArchiveStore.Surname("关", 2), found.get(0));
        assertEquals(
                Set.of(new ArchiveStore.Surname("管", 1), new ArchiveStore.Surname("官", 1)),
                Set.copyOf(found.subList(1, 3)));
        assertEquals(3, found.size());
        assertEquals(
                1,
                store().surnames(all.in(OTHER_VILLAGE).matching("guan")).get(0).records());
        assertEquals(List.of(new ArchiveStore.Surname("上官", 1)), store().surnames(all.matching("shangg")));
        assertEquals(List.of(new ArchiveStore.Surname("李", 1)), store().surnames(all.matching("lgq")));
        assertEquals(List.of(), store().surnames(all.matching("关")));
        assertEquals(List.of(), store().surnames(all.matching("1394")));
        assertEquals(List.of(), store().surnames(all));
    }

    @Test
    void aSearchThatFindsMoreThanItCountsSaysSo() {
        var drafts = new ArrayList<Draft>();
        for (var n = 0; n < 201; n++) {
            drafts.add(
                    ArchiveStoreContract.household(n + 1, VILLAGE, "王冠", "2301121990010" + (10000 + n), "13945112786"));
        }
        store().save(drafts.subList(0, 199));
        var wang = RecordFilter.all("household").matching("王");
        var all = store().list(wang, RecordFilter.Window.first(50));
        assertTrue(all.counted());
        assertEquals(199, all.total());

        store().save(drafts.subList(199, 201));
        var some = store().list(wang, RecordFilter.Window.first(50));
        assertFalse(some.counted());
        assertEquals(200, some.total());
        var unasked = store().list(RecordFilter.all("household"), RecordFilter.Window.first(50));
        assertTrue(unasked.counted());
        assertEquals(201, unasked.total());
    }
}

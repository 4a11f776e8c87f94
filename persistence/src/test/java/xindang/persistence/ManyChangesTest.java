package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.persistence.keys.Argon2;

/** The search indexes exist after saves of many changes, however these end. */
class ManyChangesTest {
    /** So many that the indexes are dropped and created again. */
    private static final int MANY = 2000;

    private static final String PASSWORD = "密码";

    private final Village village = new Village(31);

    @TempDir
    Path folder;

    @Test
    void aLongExchangeEndsWithAllIndexes() throws Exception {
        var usual = indexes("usual", workspace -> workspace.archives().save(village.households(1)));
        assertTrue(usual.size() > 10, usual.toString());

        var exchanged = indexes("exchanged", workspace -> workspace.exchange().duringMany(MANY, () -> {
            workspace.archives().save(village.households(MANY));
            workspace.archives().save(village.households(1));
        }));

        assertEquals(usual, exchanged);
    }

    @Test
    void anExchangeThatFailsEndsWithAllIndexesAndKeepsItsSaves() throws Exception {
        var usual = indexes("usual", workspace -> workspace.archives().save(village.households(1)));

        var failed = indexes("failed", workspace -> {
            assertThrows(IllegalStateException.class, () -> workspace.exchange().duringMany(MANY, () -> {
                workspace.archives().save(village.households(3));
                throw new IllegalStateException("the line is cut");
            }));
            assertEquals(3, workspace.exchange().counts().local());
        });

        assertEquals(usual, failed);
    }

    /** The import reads the archive while the indexes are dropped, as the screens do. */
    @Test
    void aVillageIsListedWhileTheIndexesAreDropped() throws Exception {
        var drafts = village.households(MANY).iterator();
        var found = new ArrayList<List<RecordSummary>>();
        indexes("listed", workspace -> {
            var archives = workspace.archives();
            archives.save(village.households(50));
            found.add(searched(archives));
            archives.save(
                    new Iterator<>() {
                        @Override
                        public boolean hasNext() {
                            return drafts.hasNext();
                        }

                        @Override
                        public Draft next() {
                            if (found.size() == 1) {
                                found.add(searched(archives));
                            }
                            return drafts.next();
                        }
                    },
                    MANY);
        });
        assertFalse(found.get(0).isEmpty());
        assertEquals(found.get(0), found.get(1));
    }

    private static List<RecordSummary> searched(ArchiveStore archives) {
        var filter = RecordFilter.all("household").in(Village.SHUANGQIAO);
        return Stream.of("", "w", "l", "z")
                .flatMap(text -> archives.list(filter.matching(text), RecordFilter.Window.first(100)).items().stream())
                .toList();
    }

    private List<String> indexes(String name, Consumer<Workspace> work) throws Exception {
        var at = folder.resolve(name);
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(at, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            work.accept(workspace);
        }
        var found = new ArrayList<String>();
        Dump.with(at, PASSWORD, statement -> {
            try (var row = statement.executeQuery("select index_name from information_schema.indexes"
                    + " where lower(table_name) = 'subject' order by index_name")) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        });
        return found;
    }
}

package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

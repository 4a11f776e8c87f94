package xindang.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.persistence.keys.Argon2;

/** Who hands over an archive with its password may have put code into the database: it does not run. */
class ForeignDatabaseTest {
    private static final String PASSWORD = "密码";
    private static final String RAN = "xindang.test.ran";
    private static final String CODE = "System.setProperty(\"" + RAN + "\", \"yes\");";

    @TempDir
    Path folder;

    private List<String> before = List.of();

    @BeforeEach
    void fill() throws IOException, SQLException {
        var setup = new Workspace.Setup(Village.CITY, "周敏", "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(
                        folder, setup, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())
                .workspace()) {
            workspace.archives().save(new Village(3).households(5));
        }
        before = Dump.of(folder, PASSWORD);
    }

    @Test
    void aTriggerDoesNotRun() throws IOException, SQLException {
        refused("create trigger more before select on subject as $$ org.h2.api.Trigger create() {" + CODE
                + " return new org.h2.tools.TriggerAdapter() { public void fire(java.sql.Connection c,"
                + " java.sql.ResultSet o, java.sql.ResultSet n) {" + CODE + "} }; } $$");
    }

    @Test
    void anAliasDoesNotRun() throws IOException, SQLException {
        refused("create alias more as $$ String more() {" + CODE + " return \"\"; } $$");
    }

    @Test
    void aGeneratedColumnDoesNotRun() throws IOException, SQLException {
        refused(
                "create alias more as $$ String more() {" + CODE + " return \"\"; } $$",
                "alter table setting add made varchar generated always as (more())");
    }

    @Test
    void aLinkedTableIsNotOpened() throws IOException, SQLException {
        refused("create linked table more('', 'jdbc:h2:mem:', 'sa', '', 'information_schema.tables')");
    }

    private void refused(String... statements) throws IOException, SQLException {
        Dump.with(folder, PASSWORD, statement -> {
            for (var each : statements) {
                statement.execute(each);
            }
        });
        System.clearProperty(RAN);
        try (var workspace = Workspace.open(folder, PASSWORD.toCharArray(), Village.templates(), Clock.systemUTC())) {
            var found = workspace.findings().get(0);
            assertEquals("database.foreign", found.code());
            assertTrue(workspace.archives().movedAside().contains(found.args().get(0)));
            assertEquals(List.of(), workspace.check());
        }
        assertNull(System.getProperty(RAN), "its code ran");
        assertEquals(before, Dump.of(folder, PASSWORD));
    }
}

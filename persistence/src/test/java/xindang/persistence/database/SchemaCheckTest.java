package xindang.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.persistence.disk.Disk;
import xindang.persistence.disk.Failures;

/** The tables that a file may have are those that the migrations make. */
class SchemaCheckTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path folder;

    @Test
    void theListOfTablesIsWhatTheMigrationsMake() throws IOException {
        var made = made("");
        assertTrue(SchemaCheck.areOurs(made));
        try (var stream = SchemaCheck.class.getResourceAsStream("/xindang/persistence/schema.txt")) {
            assertEquals(
                    String.join("\n", SchemaCheck.lines(made)) + "\n",
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8),
                    "copy these lines to schema.txt");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table more (no bigint)",
                "alter table entry add more bigint",
                "create index more on entry (save)",
                "drop index entry_sequence",
                "alter table place add constraint more unique (position)",
            })
    void whatAnotherVersionMayMakeIsNotOfThisOne(String statement) {
        var made = made(statement);
        assertFalse(SchemaCheck.areOurs(made));
        assertTrue(SchemaCheck.areHarmless(made));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table entry add more bigint as (no + 1)",
                "alter table entry add more varchar default concat('a', 'b')",
                "alter table entry add constraint more check (no > 0)",
                "create alias more as $$ String more() { return \"\"; } $$",
                "create trigger more before select on subject as $$ org.h2.api.Trigger create() { return new org.h2.tools.TriggerAdapter() {"
                        + " public void fire(java.sql.Connection c, java.sql.ResultSet o, java.sql.ResultSet n) {} }; } $$",
                "create view more as select 1",
                "create linked table more('', 'jdbc:h2:mem:', 'sa', '', 'information_schema.tables')",
                "create user more password 'more'",
                "create role more",
                "create domain more as varchar(10)",
                "create schema more",
                "create sequence more",
                "create constant more value 1",
                "create memory table more (no bigint)",
                "comment on table entry is 'more'",
            })
    void whatNoVersionMakesIsRefused(String statement) {
        assertFalse(SchemaCheck.areHarmless(made(statement)), statement);
    }

    private List<String> made(String statement) {
        Migrations.create(Disk.REAL, folder, KEY, database -> {
            try (var connection = database.connection();
                    var sql = connection.createStatement()) {
                SearchIndexes.ensure(connection);
                if (!statement.isEmpty()) {
                    sql.execute(statement);
                }
            } catch (SQLException e) {
                throw Failures.of(statement, e);
            }
        });
        return Database.statements(Disk.REAL, folder.resolve(Database.NAME), KEY);
    }
}

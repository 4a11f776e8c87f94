package xindang.persistence.fold;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static xindang.persistence.jooq.Tables.ABOUT;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.TableField;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.persistence.database.Database;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Disk;

/** How many rows are read to find the newest records about a subject. */
class AboutTableTest {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final int OTHERS = 5000;

    private String plan = "";

    @TempDir
    Path folder;

    @Test
    void readsAsManyRowsAsItGives() {
        var subject = new UUID(1, 1);
        var number = "230113196801011234";
        Migrations.create(Disk.REAL, folder, new byte[32], database -> {
            fill(database, subject, number);
            assertTrue(scanned(database, ABOUT.SUBJECT, subject) <= 30, plan);
            assertTrue(scanned(database, ABOUT.NUMBER, number) <= 30, plan);
        });
    }

    /** Many records about one subject, of two kinds, half of them by its number. */
    private static void fill(Database database, UUID subject, String number) {
        try (var connection = database.connection();
                var about = connection.prepareStatement(
                        "insert into about (no, subject, number, kind, created) values (?, ?, ?, ?, ?)");
                var record = connection.prepareStatement("insert into record (no, id, kind, version, region, revision,"
                        + " slot, secret, created, updated) values (?, ?, 1, 1, 0, 1, 0, x'00', 0, 0)")) {
            for (var i = 0; i < OTHERS; i++) {
                record.setLong(1, i);
                record.setObject(2, new UUID(2, i));
                record.addBatch();
                about.setLong(1, i);
                about.setObject(2, i % 2 == 0 ? subject : null);
                about.setString(3, i % 2 == 0 ? null : number);
                about.setInt(4, i % 4 / 2);
                about.setLong(5, i);
                about.addBatch();
            }
            record.executeBatch();
            about.executeBatch();
            connection.createStatement().execute("analyze");
            connection.commit();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows that H2 reads for the ten newest. */
    private <T> int scanned(Database database, TableField<?, T> by, T value) {
        try (var connection = database.connection()) {
            var query = AboutTable.newest(Database.sql(connection), by, value, (short) 1, 10)
                    .getSQL(ParamType.INLINED);
            try (var shown = connection.createStatement().executeQuery("explain analyze " + query)) {
                shown.next();
                var counts = SCANNED.matcher(shown.getString(1));
                var rows = 0;
                while (counts.find()) {
                    rows += Integer.parseInt(counts.group(1));
                }
                assertTrue(rows > 0, shown.getString(1));
                this.plan = shown.getString(1);
                return rows;
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

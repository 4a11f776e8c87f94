package xindang.persistence.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.conf.ParamType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.persistence.database.Database;
import xindang.persistence.database.Migrations;
import xindang.persistence.database.SearchIndexes;
import xindang.persistence.disk.Disk;

/** How many rows are read to find the subjects of many numbers. */
class NumberSearchTest {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");
    private static final int SUBJECTS = 5000;

    @TempDir
    Path folder;

    @Test
    void readsOnlyTheRowsOfTheNumbers() {
        var asked = IntStream.range(0, 250).mapToObj(i -> number(i * 7)).toArray(String[]::new);
        Migrations.create(Disk.REAL, folder, new byte[32], database -> {
            fill(database);
            try (var connection = database.connection()) {
                var query = NumberSearch.of(Database.sql(connection), (short) 1, asked);
                assertEquals(asked.length, query.fetch().size());
                try (var shown = connection
                        .createStatement()
                        .executeQuery("explain analyze " + query.getSQL(ParamType.INLINED))) {
                    shown.next();
                    var plan = shown.getString(1);
                    var rows = SCANNED.matcher(plan)
                            .results()
                            .mapToInt(found -> Integer.parseInt(found.group(1)))
                            .sum();
                    assertTrue(rows >= asked.length && rows <= 4 * asked.length, plan);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void fill(Database database) {
        try (var connection = database.connection();
                var subject =
                        connection.prepareStatement("insert into subject (no, id, kind, region, name, given, pinyin,"
                                + " initials, number, number_end, phone, phone_end, hamlet, filled, updated)"
                                + " values (?, ?, 1, 0, '', '', '', '', ?, '', '', '', '', 0, 0)")) {
            SearchIndexes.ensure(connection);
            for (var i = 0; i < SUBJECTS; i++) {
                subject.setLong(1, i);
                subject.setObject(2, new UUID(2, i));
                subject.setString(3, number(i));
                subject.addBatch();
            }
            subject.executeBatch();
            connection.createStatement().execute("analyze");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(int i) {
        return "n%05d".formatted(i);
    }
}

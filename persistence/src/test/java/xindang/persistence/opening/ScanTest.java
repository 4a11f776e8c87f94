package xindang.persistence.opening;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.persistence.database.Migrations;
import xindang.persistence.disk.Disk;

/** Rows that cannot be read cost no others. */
class ScanTest {
    private static final Set<Long> DAMAGED = Set.of(1L, 57L, 58L, 400L, 999L);

    @TempDir
    Path folder;

    @Test
    void onlyTheRowsThatCannotBeReadAreMissing() {
        var read = new ArrayList<Long>();
        Migrations.create(Disk.REAL, folder, new byte[32], database -> {
            var scan = new Scan<Long>(database, 0, 1000, (connection, after, upTo) -> rows(after, upTo));
            for (var rows = scan.next(); !rows.isEmpty(); rows = scan.next()) {
                read.addAll(rows);
            }
        });
        assertEquals(
                LongStream.rangeClosed(1, 1000)
                        .boxed()
                        .filter(row -> !DAMAGED.contains(row))
                        .toList(),
                read);
    }

    private static List<Long> rows(long after, long upTo) throws SQLException {
        var rows = LongStream.rangeClosed(after + 1, upTo).boxed().toList();
        if (rows.stream().anyMatch(DAMAGED::contains)) {
            throw new SQLException("a page is damaged");
        }
        return rows;
    }
}

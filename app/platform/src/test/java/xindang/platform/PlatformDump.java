package xindang.platform;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What lies in the database of a platform that was closed. */
final class PlatformDump {
    private PlatformDump() {}

    /** All rows, bytes in hex. */
    static List<String> of(Path data) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + data + "/platform;DATABASE_TO_LOWER=TRUE;USER=platform");
                var rows = connection.createStatement().executeQuery("script")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        assertTrue(lines.size() > 20);
        return lines;
    }

    /** Whether a text lies there, as text or as bytes. */
    static boolean holds(Path data, String text) throws SQLException {
        var hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return of(data).stream().anyMatch(line -> line.contains(text) || line.contains(hex));
    }
}

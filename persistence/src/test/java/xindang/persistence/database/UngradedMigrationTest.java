package xindang.persistence.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Four subjects of one village, one in conflict: one has a grade, two were rated without one, one was never rated. */
class UngradedMigrationTest {
    private static final String URL = "jdbc:h2:mem:ungraded";

    @Test
    void whatWasRatedWithoutAGradeIsCountedApart() throws SQLException {
        try (var connection = DriverManager.getConnection(URL)) {
            migrate("3");
            subject(connection, 1, "'AA', 5", false);
            subject(connection, 2, "null, 6", false);
            subject(connection, 3, "null, 7", true);
            subject(connection, 4, "null, null", false);
            run(connection, "insert into tally values (1, 9, 'AA', 3, 1), (1, 9, '', 3, 2), (1, 9, '', 4, 1)");

            migrate("4");

            assertEquals(
                    List.of("AA", "", "", "never"),
                    texts(connection, "select coalesce(grade, 'never') from subject order by no"));
            assertEquals(
                    List.of(" 3 1", " 4 0", "- 3 1", "- 4 1", "AA 3 1"),
                    texts(
                            connection,
                            "select grade || ' ' || status || ' ' || records from tally order by grade, status"));
        }
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(URL, "", "")
                .locations("classpath:xindang/persistence/migrations")
                .target(version)
                .load()
                .migrate();
    }

    private static void subject(Connection connection, int no, String graded, boolean conflict) throws SQLException {
        run(
                connection,
                "insert into subject (no, id, kind, region, name, given, pinyin, initials, number, number_end, phone,"
                        + " phone_end, hamlet, grade, graded, filled, conflict, pending, updated) values (" + no
                        + ", random_uuid(), 1, 9, '', '', '', '', '', '', '', '', '', " + graded + ", 0, " + conflict
                        + ", 0, 0)");
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The changes of the counts by kind, region, grade and status in a transaction. */
public final class Tally {
    private static final String UNGRADED = "-";

    private final Map<Cell, Integer> deltas = new HashMap<>();

    /** The key of one count. The grade is empty for subjects that were never rated. */
    public record Cell(int kind, long region, String grade, int status) {
        /**
         * Returns a cell.
         *
         * @param grade grade of the latest rating; an empty text if too little was known for a grade
         */
        static Cell of(int kind, long region, Optional<String> grade, int status) {
            return new Cell(
                    kind,
                    region,
                    grade.map(known -> known.isEmpty() ? UNGRADED : known).orElse(""),
                    status);
        }

        Cell with(int other) {
            return new Cell(kind, region, grade, other);
        }

        /**
         * Returns the grade of a cell: an empty text for a rating without a grade, nothing for subjects that were never
         * rated.
         */
        public static Optional<String> grade(String counted) {
            return counted.isEmpty() ? Optional.empty() : Optional.of(counted.equals(UNGRADED) ? "" : counted);
        }
    }

    void move(@Nullable Cell from, @Nullable Cell to) {
        if (from != null) {
            deltas.merge(from, -1, Integer::sum);
        }
        if (to != null) {
            deltas.merge(to, 1, Integer::sum);
        }
    }

    void write(Connection connection) throws SQLException {
        deltas.values().removeIf(delta -> delta == 0);
        if (deltas.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("update tally set records = records + ?"
                        + " where kind = ? and region = ? and grade = ? and status = ?");
                var insert = connection.prepareStatement(
                        "insert into tally (records, kind, region, grade, status) values (?, ?, ?, ?, ?)")) {
            for (var delta : deltas.entrySet()) {
                for (var statement : new java.sql.PreparedStatement[] {update, insert}) {
                    statement.setInt(1, delta.getValue());
                    statement.setInt(2, delta.getKey().kind());
                    statement.setLong(3, delta.getKey().region());
                    statement.setString(4, delta.getKey().grade());
                    statement.setInt(5, delta.getKey().status());
                    if (statement.executeUpdate() > 0) {
                        break;
                    }
                }
            }
        }
        deltas.clear();
    }
}

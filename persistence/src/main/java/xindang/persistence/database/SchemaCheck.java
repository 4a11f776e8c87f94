package xindang.persistence.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks that a database file contains only the statements of the migrations. A file from another place may contain
 * triggers, aliases, linked tables, views or generated columns that run foreign code.
 */
final class SchemaCheck {
    private static final String RESOURCE = "/xindang/persistence/schema.txt";

    private static final String NAME = "\"[A-Za-z0-9_]+\"";
    private static final String COLUMNS = "\\(" + NAME + "[A-Z ]*(, " + NAME + "[A-Z ]*)*\\)";
    private static final String COLUMN =
            NAME + " (BIGINT|INTEGER|SMALLINT|BOOLEAN|UUID|BINARY VARYING|CHARACTER VARYING\\(\\d+\\)"
                    + "|TIMESTAMP)( DEFAULT (\\d+|FALSE|TRUE|CURRENT_TIMESTAMP))?( NOT NULL)?";

    /** Statements that some version of the program made. None of them contains an expression. */
    private static final Pattern KNOWN = Pattern.compile("SET [A-Z_]+ \\d+"
            + "|CREATE USER IF NOT EXISTS \"XINDANG\" SALT HASH ADMIN"
            + "|CREATE CACHED TABLE \"public\"\\." + NAME + "\\( " + COLUMN + "(, " + COLUMN + ")* \\)"
            + "|CREATE (PRIMARY KEY|INDEX|UNIQUE NULLS DISTINCT INDEX) \"public\"\\." + NAME + " ON \"public\"\\."
            + NAME + COLUMNS
            + "|ALTER TABLE \"public\"\\." + NAME + " ADD CONSTRAINT \"public\"\\." + NAME
            + " (PRIMARY KEY|UNIQUE NULLS DISTINCT ?)" + COLUMNS + " INDEX \"public\"\\." + NAME);

    /** The indexes that a large import drops. */
    private static final Pattern OF_SEARCH =
            Pattern.compile("CREATE INDEX \"public\"\\.\"subject_[a-z_]+\" ON \"public\"\\.\"subject\"" + COLUMNS);

    private SchemaCheck() {}

    /** Returns true if the statements have the form of some version and run no code. */
    static boolean areHarmless(List<String> statements) {
        return !statements.isEmpty()
                && normal(statements).stream().allMatch(it -> KNOWN.matcher(it).matches());
    }

    /** Returns true if the statements are exactly those of this version. */
    static boolean areOurs(List<String> statements) {
        return areHarmless(statements) && lines(statements).equals(expected());
    }

    /** Returns the statements that this version does not make, for the log. */
    static List<String> strange(List<String> statements) {
        var lines = new ArrayList<>(lines(statements));
        lines.removeAll(expected());
        return lines;
    }

    /** Returns the compared statements, sorted. */
    static List<String> lines(List<String> statements) {
        return normal(statements).stream()
                .filter(statement -> !OF_SEARCH.matcher(statement).matches() && !statement.startsWith("SET "))
                .toList();
    }

    private static List<String> expected() {
        try (var stream = SchemaCheck.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("no " + RESOURCE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the parts that differ between files: generated names, value statistics and the password hash. */
    private static List<String> normal(List<String> statements) {
        var lines = new TreeSet<String>();
        for (var statement : statements) {
            lines.add(statement
                    .strip()
                    .replaceAll("\\s+", " ")
                    .replaceAll("\"(PRIMARY_KEY|CONSTRAINT|CONSTRAINT_INDEX)_[0-9A-F_]+\"", "\"$1\"")
                    // H2's value statistics
                    .replaceAll(" SELECTIVITY \\d+", "")
                    .replaceAll("SALT '[0-9a-f]*' HASH '[0-9a-f]*'", "SALT HASH"));
        }
        return List.copyOf(lines);
    }
}

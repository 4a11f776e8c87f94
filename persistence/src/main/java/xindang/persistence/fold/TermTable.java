package xindang.persistence.fold;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.Content;
import xindang.model.law.Gate;
import xindang.model.template.Template;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.database.Batch;
import xindang.persistence.database.Settings;

/**
 * The first day on which a row of a record may not be kept any more. Only records with a running term are in the table.
 */
public final class TermTable implements AutoCloseable {
    /** For a record with a row whose end only the history shows. */
    private static final long AT_ONCE = 0;

    private final Batch set;
    private final Batch clear;

    TermTable(Connection connection) {
        set = new Batch(connection, "merge into term (no, due) key (no) values (?, ?)");
        clear = new Batch(connection, "delete from term where no = ?");
    }

    void write(RecordState state, Template template) throws SQLException {
        var due = due(template, state.content);
        if (due == state.due) {
            return;
        }
        state.due = due;
        var batch = due == RecordState.NEVER ? clear : set;
        batch.row().setLong(1, state.no);
        if (due != RecordState.NEVER) {
            batch.row().setLong(2, due);
        }
        batch.add();
    }

    void send() throws SQLException {
        set.send();
        clear.send();
    }

    private static long due(Template template, Content content) {
        if (Gate.mayHaveLeftovers(template, content)) {
            return AT_ONCE;
        }
        return Gate.firstDue(template, content).map(LocalDate::toEpochDay).orElse(RecordState.NEVER);
    }

    /** Returns the records with rows that may not be kept on a day. */
    public static List<UUID> due(Connection connection, LocalDate today) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select r.id from term t join record r on r.no = t.no where t.due <= ? order by t.no")) {
            statement.setLong(1, today.toEpochDay());
            var due = new ArrayList<UUID>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(row.getObject(1, UUID.class));
                }
            }
            return due;
        }
    }

    /** Returns the number of records with a row that may not be kept on a day and could be kept on an earlier one. */
    public static long count(Connection connection, LocalDate before, LocalDate today) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from term where due > ? and due <= ?")) {
            statement.setLong(1, before.toEpochDay());
            statement.setLong(2, today.toEpochDay());
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Fills the whole table from contents, for a file without the table or with terms of other templates. */
    public static void fill(Connection connection, Knowledge templates, RecordsOfType records) throws SQLException {
        var found = new ArrayList<Term>();
        for (var type : templates.withTerms()) {
            records.each(type, record -> {
                var due = due(templates.of(record.template()), record.content());
                if (due != RecordState.NEVER) {
                    found.add(new Term(record.id(), due));
                }
            });
        }
        connection.setAutoCommit(false);
        try (var clear = connection.prepareStatement("delete from term");
                var insert = new Batch(connection, "insert into term select no, ? from record where id = ?")) {
            clear.executeUpdate();
            for (var term : found) {
                insert.row().setLong(1, term.due());
                insert.row().setObject(2, term.record());
                insert.add();
            }
            insert.send();
        }
        Settings.write(connection, Settings.TERMS, templates.terms());
        connection.commit();
    }

    /** Reads all records of a type in all regions. */
    public interface RecordsOfType {
        void each(String type, Consumer<ArchiveRecord> reader);
    }

    private record Term(UUID record, long due) {}

    @Override
    public void close() throws SQLException {
        set.close();
        clear.close();
    }
}

package xindang.persistence.opening;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import xindang.persistence.database.Settings;

/** Compares the tables of two databases row by row. */
final class TableComparison {
    /** Rows between two reports of how far the comparison is. */
    private static final int SAID = 500;

    // the next closing asks for the first, and the second is of one file alone; nothing else depends on them
    private static final String SETTINGS =
            "setting where name not in ('" + Settings.COMPACT + "', '" + Settings.FAULTS + "') order by name";

    /** All tables, each in the order in which its rows are read; where rows are left out, under which condition. */
    private static final Map<String, String> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("about", "select * from about order by no"),
            Map.entry("batch", "select * from batch order by id"),
            Map.entry("conflict", "select * from conflict order by record, id"),
            Map.entry("device", "select * from device order by no"),
            Map.entry("entry", "select * from entry order by no"),
            Map.entry("erased", "select * from erased order by id"),
            Map.entry("kind", "select * from kind order by no"),
            Map.entry("mark", "select * from mark order by one"),
            Map.entry("place", "select * from place order by first"),
            Map.entry("record", "select * from record order by no"),
            Map.entry("setting", "select * from " + SETTINGS),
            Map.entry("subject", "select * from subject order by no"),
            // a cell that is empty again is as good as none
            Map.entry("tally", "select * from tally where records <> 0 order by kind, region, grade, status"),
            Map.entry("term", "select * from term order by no"),
            Map.entry("word", "select * from word order by no")));

    /** The same, with ids in the place of the numbers of records, kinds and devices. */
    private static final Map<String, String> BY_IDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "about",
                    "select r.id, t.subject, k.id, t.created, t.number from about t join record r on r.no = t.no"
                            + " join kind k on k.no = t.kind order by r.id"),
            Map.entry("batch", "select * from batch order by id"),
            Map.entry(
                    "conflict",
                    "select r.id, t.id, t.raised, t.body from conflict t join record r on r.no = t.record"
                            + " order by r.id, t.id"),
            Map.entry(
                    "entry",
                    "select t.no, t.save, t.kind, t.body, r.id, t.before, d.id, t.sequence, t.place, t.verdict"
                            + " from entry t left join record r on r.no = t.record left join device d on d.no = t.device"
                            + " order by t.no"),
            Map.entry("erased", "select id, slot, entry from erased order by id"),
            Map.entry(
                    "mark",
                    "select entries, saves, slots, sequence, previous, sealed, receipted, settled, through,"
                            + " ledger_frames, ledger_last, ledger_end, ledger_hash from mark"),
            Map.entry("place", "select * from place order by first"),
            Map.entry(
                    "record",
                    "select t.id, k.id, t.version, t.region, t.revision, t.slot, t.secret, t.content, t.source, t.settled,"
                            + " t.created, t.updated, t.pending, t.last, t.sealed from record t join kind k on k.no = t.kind"
                            + " order by t.id"),
            Map.entry("setting", "select * from " + SETTINGS),
            Map.entry(
                    "subject",
                    "select t.id, k.id, t.region, t.name, t.given, t.pinyin, t.initials, t.number, t.number_end, t.phone,"
                            + " t.phone_end, t.hamlet, t.grade, t.score, t.graded, t.filled, t.updated, t.pending, t.conflict,"
                            + " t.basis, t.rated_on, t.warned, t.stale, t.expired, t.incomplete, t.partly_sealed"
                            + " from subject t join kind k on k.no = t.kind order by t.id"),
            Map.entry(
                    "tally",
                    "select k.id, t.region, t.grade, t.status, t.records from tally t join kind k on k.no = t.kind"
                            + " where t.records <> 0 order by k.id, t.region, t.grade, t.status"),
            Map.entry("term", "select r.id, t.due from term t join record r on r.no = t.no order by r.id"),
            Map.entry("word", "select * from word order by no")));

    private final Connection one;
    private final Connection other;
    private final LongConsumer comparing;
    private long compared;

    TableComparison(Connection one, Connection other, Watching watching) {
        this.one = one;
        this.other = other;
        comparing = watching.of(Watching.COMPARE, 0);
    }

    boolean areEqual() throws SQLException {
        return areEqual(ALL.values());
    }

    /** Whether both say the same, whatever the numbers of records, kinds and devices are. */
    boolean saySame() throws SQLException {
        return areEqual(BY_IDS.values());
    }

    private boolean areEqual(Collection<String> queries) throws SQLException {
        try {
            lazy(1);
            for (var sql : queries) {
                if (!areEqual(sql)) {
                    return false;
                }
            }
            return true;
        } finally {
            lazy(0);
        }
    }

    private boolean areEqual(String sql) throws SQLException {
        try (var first = one.prepareStatement(sql);
                var second = other.prepareStatement(sql);
                var rows = first.executeQuery();
                var others = second.executeQuery()) {
            while (rows.next()) {
                if (!others.next() || !isSame(rows, others)) {
                    return false;
                }
                if (++compared % SAID == 0) {
                    comparing.accept(compared);
                }
            }
            return !others.next();
        }
    }

    /** Rows are read as they are asked for, and not held in memory. */
    private void lazy(int on) throws SQLException {
        for (var connection : new Connection[] {one, other}) {
            try (var statement = connection.createStatement()) {
                statement.execute("set lazy_query_execution " + on);
            }
        }
    }

    private static boolean isSame(ResultSet row, ResultSet other) throws SQLException {
        var columns = row.getMetaData().getColumnCount();
        if (columns != other.getMetaData().getColumnCount()) {
            return false;
        }
        for (var i = 1; i <= columns; i++) {
            var value = row.getObject(i);
            var same = value instanceof byte[] bytes
                    ? other.getObject(i) instanceof byte[] others && Arrays.equals(bytes, others)
                    : Objects.equals(value, other.getObject(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}

package xindang.persistence.store;

import static xindang.persistence.jooq.Tables.SUBJECT;
import static xindang.persistence.jooq.Tables.TALLY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Page;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.RecordSummary.Status;
import xindang.model.archive.Standing;
import xindang.persistence.codec.Codes;
import xindang.persistence.codec.RegionNumbers;
import xindang.persistence.codec.Statuses;
import xindang.persistence.codec.Times;
import xindang.persistence.search.NameParts;

/**
 * Reads pages of lists. Without a search text, rows are ordered by village, then by arrival. With a text, they are
 * ordered by the matching column, one column after another (first names, then given names). Each column is read along
 * its index. Therefore a page costs the same at the beginning and the end of a long list.
 */
final class Listing {
    /** Matches are counted up to this number. A longer list is never read to its end. */
    static final int COUNTED = 200;

    /** Number of pinyin matches that are read to find their surnames. */
    private static final int SURNAMES = 500;

    private static final short ANY = 0;
    private static final short NONE = -1;

    private static final List<SelectField<?>> COLUMNS = List.of(
            SUBJECT.ID,
            SUBJECT.NAME,
            SUBJECT.NUMBER,
            SUBJECT.PHONE,
            SUBJECT.REGION,
            SUBJECT.HAMLET,
            SUBJECT.GRADE,
            SUBJECT.SCORE,
            SUBJECT.FILLED,
            SUBJECT.UPDATED,
            SUBJECT.STALE,
            SUBJECT.EXPIRED,
            SUBJECT.INCOMPLETE,
            SUBJECT.PARTLY_SEALED);

    private final Codes kinds;
    private final RegionNumbers.Range home;
    private final LongSupplier through;
    private final LongSupplier today;

    private static Field<Short> status(Status status) {
        return DSL.inline((short) Statuses.number(status));
    }

    /**
     * Creates a listing.
     *
     * @param home region of the archive; records outside it are listed only on request
     * @param through all own changes up to this sequence number came back
     * @param today in days since 1970
     */
    Listing(Codes kinds, RegionNumbers.Range home, LongSupplier through, LongSupplier today) {
        this.kinds = kinds;
        this.home = home;
        this.today = today;
        this.through = through;
    }

    /**
     * Returns the status of a row. The row alone does not contain it: {@code mark} records which own changes came back.
     */
    private static Field<Short> status(long through) {
        return DSL.when(SUBJECT.CONFLICT.isTrue(), status(Status.CONFLICT))
                .when(SUBJECT.PENDING.gt(DSL.inline(through)), status(Status.SAVED))
                .otherwise(status(Status.SETTLED));
    }

    Page<RecordSummary> list(DSLContext sql, RecordFilter filter, RecordFilter.Window window) {
        var kind = kinds.find(filter.type());
        if (kind.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        var scope = scope(sql, kind.get(), filter);
        var text = filter.text().strip();
        var anchor = window.after().flatMap(id -> anchor(sql, id));
        if (window.after().isPresent() && anchor.isEmpty()) {
            return new Page<>(List.of(), 0);
        }
        return text.isEmpty()
                ? plain(scope, anchor, window.limit())
                : found(scope, TextSearch.of(text, scope.villages()), anchor, window.limit());
    }

    /** See {@link ArchiveStore#surnames}. */
    List<ArchiveStore.Surname> surnames(DSLContext sql, RecordFilter filter) {
        var kind = kinds.find(filter.type());
        var ways = TextSearch.of(filter.text().strip(), RegionNumbers.within(filter.region()));
        if (kind.isEmpty() || ways.stream().noneMatch(way -> way.field().equals(SUBJECT.PINYIN))) {
            return List.of();
        }
        var scope = scope(sql, kind.get(), filter);
        var counts = new TreeMap<String, Long>();
        var before = DSL.noCondition();
        var left = SURNAMES;
        for (var way : ways) {
            var names = sql.select(SUBJECT.NAME)
                    .from(scope.table(way))
                    .where(scope.conditionAlong(way).and(way.matches()).and(before))
                    .limit(left)
                    .fetch(SUBJECT.NAME);
            names.forEach(name -> counts.merge(NameParts.surnameOf(name), 1L, Long::sum));
            left -= names.size();
            before = before.and(DSL.not(way.matches()));
        }
        counts.remove("");
        return counts.entrySet().stream()
                .map(count -> new ArchiveStore.Surname(count.getKey(), count.getValue()))
                .sorted(Comparator.comparing(ArchiveStore.Surname::records).reversed())
                .toList();
    }

    private Scope scope(DSLContext sql, int kind, RecordFilter filter) {
        var moved = filter.statuses().equals(Set.of(Status.MOVED));
        var range = moved ? home : RegionNumbers.within(filter.region()).and(home);
        return new Scope(sql, (short) kind, filter, range, moved, status(through.getAsLong()), today.getAsLong());
    }

    /**
     * The common parts of all queries of a list.
     *
     * @param moved whether records outside the range are wanted instead of those inside
     * @param today in days since 1970
     */
    private record Scope(
            DSLContext sql,
            short kind,
            RecordFilter filter,
            RegionNumbers.Range range,
            boolean moved,
            Field<Short> status,
            long today) {
        /** Returns the range in which a typed village name is searched. */
        RegionNumbers.Range villages() {
            return moved ? RegionNumbers.Range.ALL : range;
        }

        Condition within(Field<Long> region) {
            return moved ? region.notBetween(range.first(), range.last()) : region.between(range.first(), range.last());
        }

        List<SelectField<?>> columns() {
            var columns = new ArrayList<>(COLUMNS);
            columns.add(status);
            return columns;
        }

        Condition condition() {
            var condition = SUBJECT.KIND.eq(kind);
            if (moved) {
                return condition.and(within(SUBJECT.REGION));
            }
            if (!range.all()) {
                condition = condition.and(
                        range.one()
                                ? SUBJECT.REGION.eq(range.first())
                                : SUBJECT.REGION.between(range.first(), range.last()));
            }
            if (!filter.statuses().isEmpty()) {
                condition = condition.and(status.in(statuses()));
            }
            return filter.incomplete() ? condition.and(SUBJECT.INCOMPLETE.isTrue()) : condition;
        }

        /**
         * Returns the condition for a search along the index of a text. The index contains the region but not the
         * status, and H2 would read the row of each match to check the status first. So the status is checked only
         * within the region. This form also prevents H2 from using the index of the regions and reading a whole town.
         */
        Condition conditionAlong(TextSearch.Way way) {
            if (moved || range.all() || inVillage(way)) {
                return condition();
            }
            var within = within(SUBJECT.REGION);
            var state = filter.statuses().isEmpty() ? DSL.inline(ANY) : status;
            var wanted = filter.incomplete()
                    ? DSL.when(SUBJECT.INCOMPLETE.isTrue(), state).otherwise(DSL.inline(NONE))
                    : state;
            var known = filter.statuses().isEmpty() ? List.of(ANY) : statuses();
            return SUBJECT.KIND
                    .eq(kind)
                    .and(DSL.when(within, wanted).otherwise(DSL.inline(NONE)).in(known));
        }

        /**
         * Returns the table with an index hint. One village has fewer rows than all names with one initial letter, but
         * H2 does not know that.
         */
        org.jooq.Table<?> table(TextSearch.Way way) {
            return inVillage(way) ? DSL.table("subject use index (subject_region)") : SUBJECT;
        }

        boolean inVillage(TextSearch.Way way) {
            return !moved && (range.one() || way.isVillage());
        }

        List<Short> statuses() {
            return filter.statuses().stream()
                    .map(status -> (short) Statuses.number(status))
                    .toList();
        }
    }

    private Page<RecordSummary> plain(Scope scope, Optional<Record> anchor, int limit) {
        var after = anchor.map(row -> after(SUBJECT.REGION, row)).orElse(DSL.noCondition());
        var items = scope.sql()
                .select(scope.columns())
                .from(SUBJECT)
                .where(scope.condition().and(after))
                .orderBy(SUBJECT.KIND, SUBJECT.REGION, SUBJECT.NO)
                .limit(limit)
                .fetch(row -> summary(row, scope));
        if (scope.filter().incomplete() && !scope.moved()) {
            return new Page<>(items, scope.sql().fetchCount(SUBJECT, scope.condition()));
        }
        var counted = TALLY.KIND.eq(scope.kind()).and(scope.within(TALLY.REGION));
        if (!scope.moved() && !scope.filter().statuses().isEmpty()) {
            counted = counted.and(TALLY.STATUS.in(scope.statuses()));
        }
        var total = scope.sql()
                .select(DSL.sum(TALLY.RECORDS))
                .from(TALLY)
                .where(counted)
                .fetchOne(0, Long.class);
        return new Page<>(items, total == null ? 0 : total);
    }

    private Page<RecordSummary> found(Scope scope, List<TextSearch.Way> columns, Optional<Record> anchor, int limit) {
        var items = new ArrayList<RecordSummary>();
        var total = 0L;
        var before = DSL.noCondition();
        var from = anchor.map(row -> columns.indexOf(TextSearch.first(columns, row)))
                .orElse(0);
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var condition = scope.conditionAlong(column).and(column.matches()).and(before);
            var whole = false;
            if (i >= from && items.size() < limit) {
                var continued = i == from && anchor.isPresent();
                var after = continued ? after(column.field(), anchor.get()) : DSL.noCondition();
                var wanted = limit - items.size();
                var found = scope.sql()
                        .select(scope.columns())
                        .from(scope.table(column))
                        .where(condition.and(after))
                        .orderBy(SUBJECT.KIND, column.field(), SUBJECT.NO)
                        .limit(wanted)
                        .fetch(row -> summary(row, scope));
                items.addAll(found);
                whole = !continued && found.size() < wanted;
                total += whole ? found.size() : 0;
            }
            if (!whole && total < COUNTED) {
                total += scope.sql()
                        .fetchCount(DSL.selectOne()
                                .from(scope.table(column))
                                .where(condition)
                                .limit(COUNTED - (int) total));
            }
            before = before.and(DSL.not(column.matches()));
        }
        return new Page<>(items, total, total < COUNTED);
    }

    /**
     * Returns the condition for rows after the anchor in the order of a column. H2 seeks only by the first condition,
     * hence this form.
     */
    private static <T> Condition after(Field<T> column, Record anchor) {
        var value = anchor.get(column);
        return column.ge(value).and(column.gt(value).or(SUBJECT.NO.gt(anchor.get(SUBJECT.NO))));
    }

    private static Optional<Record> anchor(DSLContext sql, UUID id) {
        @Nullable
        Record row = sql.select(SUBJECT.fields())
                .from(SUBJECT)
                .join(xindang.persistence.jooq.Tables.RECORD)
                .on(xindang.persistence.jooq.Tables.RECORD.NO.eq(SUBJECT.NO))
                .where(xindang.persistence.jooq.Tables.RECORD.ID.eq(id))
                .fetchOne();
        return Optional.ofNullable(row);
    }

    private static RecordSummary summary(Record row, Scope scope) {
        return new RecordSummary(
                row.get(SUBJECT.ID),
                scope.filter().type(),
                row.get(SUBJECT.NAME),
                row.get(SUBJECT.NUMBER),
                row.get(SUBJECT.PHONE),
                RegionNumbers.code(row.get(SUBJECT.REGION)),
                row.get(SUBJECT.HAMLET),
                Optional.ofNullable(row.get(SUBJECT.GRADE)),
                Optional.ofNullable(row.get(SUBJECT.SCORE)).map(BigDecimal::new),
                row.get(SUBJECT.FILLED),
                scope.moved() ? Status.MOVED : Statuses.status(row.get(scope.status())),
                Times.instant(row.get(SUBJECT.UPDATED)),
                standing(row, scope.today()),
                row.get(SUBJECT.INCOMPLETE),
                row.get(SUBJECT.PARTLY_SEALED));
    }

    private static Optional<Standing> standing(Record row, long today) {
        return Optional.ofNullable(row.get(SUBJECT.EXPIRED)).map(expired -> {
            var stale = Optional.ofNullable(row.get(SUBJECT.STALE)).filter(from -> from <= today);
            return stale.isPresent() ? Standing.STALE : expired <= today ? Standing.EXPIRED : Standing.CURRENT;
        });
    }

    /**
     * Counts the open tasks; see {@link ArchiveStore#attention}. Each count uses an index that contains all needed
     * columns.
     */
    ArchiveStore.Attention attention(DSLContext sql, String type, String region) {
        var kind = kinds.find(type);
        if (kind.isEmpty()) {
            return ArchiveStore.Attention.NONE;
        }
        var range = RegionNumbers.within(region).and(home);
        var day = today.getAsLong();
        var within = SUBJECT.KIND.eq(kind.get().shortValue()).and(SUBJECT.REGION.between(range.first(), range.last()));
        return new ArchiveStore.Attention(
                sql.fetchCount(SUBJECT, within.and(SUBJECT.STALE.le(day))),
                sql.fetchCount(
                        SUBJECT,
                        within.and(SUBJECT.EXPIRED.le(day))
                                .and(SUBJECT.STALE.isNull().or(SUBJECT.STALE.gt(day)))),
                sql.fetchCount(SUBJECT, within.and(SUBJECT.INCOMPLETE.isTrue())));
    }
}

package xindang.persistence.fold;

import static xindang.persistence.jooq.Tables.ABOUT;
import static xindang.persistence.jooq.Tables.RECORD;
import static xindang.persistence.jooq.Tables.SUBJECT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.ResultQuery;
import org.jooq.TableField;
import xindang.model.archive.ArchiveRecord;
import xindang.model.template.About;
import xindang.persistence.codec.Codes;
import xindang.persistence.codec.Knowledge;
import xindang.persistence.codec.RegionNumbers;

/**
 * Finds the records about a subject. A record that names a number in place of an id is about the subject that has this
 * number now. The subject is looked up at each reading, so a corrected number takes effect at once.
 */
public final class AboutTable {
    private final Knowledge templates;
    private final Codes kinds;

    public AboutTable(Knowledge templates, Codes kinds) {
        this.templates = templates;
        this.kinds = kinds;
    }

    /** Returns the ids of the records of a type about a subject, the newest first. */
    public List<UUID> newest(DSLContext sql, UUID subject, String type, short kind, int limit) {
        var named = newest(sql, ABOUT.SUBJECT, subject, kind, limit).fetch();
        var number = numbered(type)
                .flatMap(by -> kinds.find(by.type()))
                .flatMap(of -> sql.select(SUBJECT.NUMBER)
                        .from(SUBJECT)
                        .where(SUBJECT.ID.eq(subject))
                        .and(SUBJECT.KIND.eq(of.shortValue()))
                        .fetchOptional(SUBJECT.NUMBER))
                .filter(text -> !text.isEmpty());
        var numbered = number.<List<Record2<Long, Long>>>map(
                        text -> newest(sql, ABOUT.NUMBER, text, kind, limit).fetch())
                .orElse(List.of());
        var numbers = Stream.concat(named.stream(), numbered.stream())
                .sorted(Comparator.<Record2<Long, Long>>comparingLong(Record2::value1)
                        .thenComparingLong(Record2::value2)
                        .reversed())
                .limit(limit)
                .map(Record2::value2)
                .toList();
        var ids = sql.select(RECORD.NO, RECORD.ID)
                .from(RECORD)
                .where(RECORD.NO.in(numbers))
                .fetchMap(RECORD.NO, RECORD.ID);
        return numbers.stream().map(ids::get).toList();
    }

    /**
     * Selects the creation times and numbers of the newest records. The order names the whole index, including the
     * columns that are equal in all rows. Only then does H2 read along the index, and reads no more rows than it
     * returns.
     */
    public static <T> ResultQuery<Record2<Long, Long>> newest(
            DSLContext sql, TableField<?, T> by, T value, short kind, int limit) {
        return sql.select(ABOUT.CREATED, ABOUT.NO)
                .from(ABOUT)
                .where(by.eq(value))
                .and(ABOUT.KIND.eq(kind))
                .orderBy(by.asc(), ABOUT.KIND.asc(), ABOUT.CREATED.desc(), ABOUT.NO.desc())
                .limit(limit);
    }

    /** Returns the ids of the records of a type about the subjects of a region. */
    public List<UUID> within(DSLContext sql, String type, short kind, RegionNumbers.Range range) {
        var in = SUBJECT.REGION.between(range.first(), range.last());
        var found = new ArrayList<>(sql.select(RECORD.ID)
                .from(SUBJECT)
                .join(ABOUT)
                .on(ABOUT.SUBJECT.eq(SUBJECT.ID))
                .join(RECORD)
                .on(RECORD.NO.eq(ABOUT.NO))
                .where(ABOUT.KIND.eq(kind))
                .and(in)
                .fetch(RECORD.ID));
        numbered(type)
                .flatMap(by -> kinds.find(by.type()))
                .ifPresent(of -> found.addAll(sql.select(RECORD.ID)
                        .from(ABOUT)
                        .join(SUBJECT)
                        .on(SUBJECT.NUMBER.eq(ABOUT.NUMBER))
                        .and(SUBJECT.KIND.eq(of.shortValue()))
                        .join(RECORD)
                        .on(RECORD.NO.eq(ABOUT.NO))
                        .where(ABOUT.KIND.eq(kind))
                        .and(in)
                        .fetch(RECORD.ID)));
        return found;
    }

    /** Returns the region of the subject of a record; empty while the subject is not stored here. */
    public Optional<Long> region(DSLContext sql, ArchiveRecord record) {
        var template = templates.of(record.template());
        var subject = template.subjectOf(record.content());
        if (subject.isPresent()) {
            return sql.select(RECORD.REGION)
                    .from(RECORD)
                    .where(RECORD.ID.eq(subject.get()))
                    .fetchOptional(RECORD.REGION);
        }
        return template.about().flatMap(about -> region(sql, about, record));
    }

    private Optional<Long> region(DSLContext sql, About about, ArchiveRecord record) {
        var kind = about.number().flatMap(by -> kinds.find(by.type()));
        var number = about.number(record.content());
        if (kind.isEmpty() || number.isEmpty()) {
            return Optional.empty();
        }
        return sql.select(SUBJECT.REGION)
                .from(SUBJECT)
                .where(SUBJECT.KIND.eq(kind.get().shortValue()))
                .and(SUBJECT.NUMBER.eq(number.get()))
                .orderBy(SUBJECT.NO)
                .limit(1)
                .fetchOptional(SUBJECT.REGION);
    }

    private Optional<About.ByNumber> numbered(String type) {
        return templates.newest(type).flatMap(template -> template.about().flatMap(About::number));
    }
}

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
 * Which records are about which subject. One that names a number in the place of an id is about the subject that has this
 * number now: it is looked up whenever it is read, so it waits for nothing and follows a corrected number.
 */
public final class AboutTable {
    private final Knowledge templates;
    private final Codes kinds;

    public AboutTable(Knowledge templates, Codes kinds) {
        this.templates = templates;
        this.kinds = kinds;
    }

    /** The ids of the records of a type about a subject, the newest first. */
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
     * When the newest records were made, and their numbers. H2 reads along the index only when the whole index, with the
     * columns that are the same in all rows, is named as the order: then it reads as many rows as it gives.
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

    /** The ids of the records of a type about the subjects of a region. */
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

    /** The region of the subject that a record is about; empty while the subject is not here. */
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

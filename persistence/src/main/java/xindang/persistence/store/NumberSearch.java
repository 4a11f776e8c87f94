package xindang.persistence.store;

import static xindang.persistence.jooq.Tables.SUBJECT;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;

/** Finds the subjects of many numbers at once. */
final class NumberSearch {
    private NumberSearch() {}

    /**
     * Returns the query for the subjects with these numbers, the newest first. It searches the index once for each number. With
     * a list of numbers in the condition, H2 would read all subjects of the kind.
     */
    static ResultQuery<Record4<String, UUID, String, Long>> of(DSLContext sql, short kind, String... numbers) {
        var asked = DSL.unnest(numbers).as("asked", "number");
        return sql.select(SUBJECT.NUMBER, SUBJECT.ID, SUBJECT.NAME, SUBJECT.REGION)
                .from(asked)
                .join(SUBJECT)
                .on(SUBJECT.KIND.eq(kind).and(SUBJECT.NUMBER.eq(asked.field("number", String.class))))
                .orderBy(SUBJECT.NO.desc());
    }
}

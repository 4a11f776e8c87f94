package xindang.model.archive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of a list of archives.
 *
 * @param number identity number or credit code, unmasked; screens and prints mask it
 * @param group 屯 or 组, empty when unknown
 * @param filled filled share of the template's required and counted items, 0 to 100
 * @param grade grade of the latest rating; empty when too little was known for one; absent when never rated
 * @param standing whether that rating is valid today; absent when never rated
 * @param incomplete whether a row of bad information lacks a required item (不良记录待补全)
 * @param partlySealed whether a later version of the program wrote parts of the record, which this version cannot show
 */
public record RecordSummary(
        UUID id,
        String type,
        String name,
        String number,
        String phone,
        String region,
        String group,
        Optional<String> grade,
        Optional<BigDecimal> score,
        int filled,
        Status status,
        Instant updatedAt,
        Optional<Standing> standing,
        boolean incomplete,
        boolean partlySealed) {
    /** Returns whether the subject must be rated again because the inputs of its rating have changed. */
    public boolean isStale() {
        return standing.filter(now -> now == Standing.STALE).isPresent();
    }

    /** Returns whether the last day of the rating has passed. */
    public boolean isExpired() {
        return standing.filter(now -> now == Standing.EXPIRED).isPresent();
    }

    /** The state of the newest change of a record. An open conflict takes precedence over every other state. */
    public enum Status {
        DRAFT,
        SAVED,
        BACKED_UP,
        SETTLED,
        CONFLICT,
        /** The subject moved out. The record is read only, and is in no list or count except that of this state. */
        MOVED
    }
}

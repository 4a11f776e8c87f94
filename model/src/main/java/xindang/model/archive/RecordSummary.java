package xindang.model.archive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of a list of archives.
 *
 * @param number identity number or credit code, unmasked: screens and prints mask it
 * @param group 屯 or 组, empty when unknown
 * @param filled share of the template's required and counted items that are filled, 0 to 100
 * @param grade grade of the latest rating, empty when too little was known for one; absent when never rated
 * @param standing whether that rating still holds today; absent when never rated
 * @param incomplete whether a row of bad information lacks a required item: 不良记录待补全
 * @param partlySealed whether parts of it were written by a later version of the program, and are shown nowhere
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
    /** Whether the subject must be rated again, since what its rating rests on has changed. */
    public boolean isStale() {
        return standing.filter(now -> now == Standing.STALE).isPresent();
    }

    /** Whether the last day of the rating has passed. */
    public boolean isExpired() {
        return standing.filter(now -> now == Standing.EXPIRED).isPresent();
    }

    /** Where the newest change of the record stands; a conflict outranks all. */
    public enum Status {
        DRAFT,
        SAVED,
        BACKED_UP,
        SETTLED,
        CONFLICT,
        /** Moved out: read only, and in no list or count but that of this state alone. */
        MOVED
    }
}

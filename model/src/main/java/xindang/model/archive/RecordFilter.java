package xindang.model.archive;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A filter for records.
 *
 * @param type template id, such as {@code household}
 * @param region prefix of the division code; empty for all
 * @param text typed search text: part of a name, pinyin, initials, first or last digits of a number or phone, or the
 *     name of a village; empty for all
 * @param statuses empty for all
 * @param incomplete true to find only records with a row of bad information that lacks a required item
 */
public record RecordFilter(
        String type, String region, String text, Set<RecordSummary.Status> statuses, boolean incomplete) {
    public RecordFilter {
        statuses = Set.copyOf(statuses);
    }

    public RecordFilter(String type, String region, String text, Set<RecordSummary.Status> statuses) {
        this(type, region, text, statuses, false);
    }

    public static RecordFilter all(String type) {
        return new RecordFilter(type, "", "", Set.of());
    }

    public RecordFilter in(String code) {
        return new RecordFilter(type, code, text, statuses, incomplete);
    }

    public RecordFilter matching(String typed) {
        return new RecordFilter(type, region, typed, statuses, incomplete);
    }

    /** One page of a list: the last id of the page before it, and the number of lines, 1 to 1000. */
    public record Window(Optional<UUID> after, int limit) {
        public static Window first(int limit) {
            return new Window(Optional.empty(), limit);
        }
    }
}

package xindang.model.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The archive on disk. One writer at a time; readers see whole saves only. */
public interface ArchiveStore {
    /** Id of this device, such as {@code LL-03-9f2c}: it names the changes made here. */
    String device();

    /** The division of the archive, 12 digits; empty when it keeps all places. */
    String region();

    Optional<ArchiveRecord> find(UUID id);

    /**
     * Saves all drafts or none, in one transaction and one synced append to the ledger. When it returns, every change is
     * on the disk.
     *
     * @throws xindang.model.common.AppException STALE when a value before is not what the record says now, DISK_FULL,
     *     FILE_DAMAGED
     */
    SaveReceipt save(List<Draft> drafts);

    /**
     * The same for drafts that are made while they are saved, so that not all of them need be held at once. What is thrown
     * while they are made ends the save with nothing written.
     *
     * @param drafts may read this store, which shows nothing of this save until it is done
     * @param atMost how many there may be
     */
    void save(Iterator<Draft> drafts, int atMost);

    /**
     * Destroys a record, all records about it and their keys; when it returns, nothing here can read them any more. What is
     * still said of them is kept (个人信息保护法 article 47).
     *
     * @throws xindang.model.common.AppException NOT_FOUND when there is no such record, DISK_FULL, FILE_DAMAGED
     */
    Erased erase(Erasing erasing);

    /** The erasure of a record; absent when it was not erased. */
    default Optional<Erased> erased(UUID record) {
        return erasures().stream()
                .filter(erased -> erased.record().equals(record))
                .findFirst();
    }

    /** All erasures, oldest first. */
    List<Erased> erasures();

    /**
     * Subjects of the archive's own division; those that left it where the filter asks for {@link RecordSummary.Status#MOVED} and
     * nothing else.
     */
    Page<RecordSummary> list(RecordFilter filter, RecordFilter.Window window);

    /**
     * The surnames among what a typed pinyin finds, the most frequent first, so that a person can tell 关 from 管; none for
     * any other text. A long list is counted as far as {@link #list} counts it.
     */
    List<Surname> surnames(RecordFilter filter);

    /** How many records a surname has. */
    record Surname(String surname, long records) {}

    /**
     * Every record of a type within a region (prefix of the code) of the archive, in the order of ids; streams, holds no list. None
     * whose subject left the archive.
     */
    void each(String type, String region, Consumer<ArchiveRecord> consumer);

    /** The number of records of a type by 12-digit region of the archive, with the count of each grade and state. */
    List<RegionCount> counts(String type, String region);

    /** How many records of a type within a region wait for somebody, today. */
    Attention attention(String type, String region);

    /**
     * What waits for somebody.
     *
     * @param stale records whose rating no longer holds, since what it rests on has changed
     * @param expired records whose rating is past its last day, and not stale
     * @param incomplete records with a row of bad information that lacks a required item
     */
    record Attention(long stale, long expired, long incomplete) {
        public static final Attention NONE = new Attention(0, 0, 0);
    }

    /** Records of the type whose identity number or credit code is one of these, by that number. */
    Map<String, Known> byNumbers(String type, Collection<String> numbers);

    /**
     * The subjects of a type, by number, that have a number which another one of the type has too, those that moved out among
     * them.
     *
     * @param number the only one that is asked about; absent for all
     */
    Map<String, List<Known>> sharing(String type, Optional<String> number);

    /** The changes of a record, oldest first, without those that the platform set aside: they say nothing of it. */
    List<Change> history(UUID record);

    /** System records (ratings, reports, queries) about a subject, newest first. */
    List<ArchiveRecord> about(UUID subject, String type, int limit);

    /** Conflicts that wait for a decision, oldest first; none of a record that left the archive. */
    List<Conflict> conflicts();

    /**
     * The last time that is sure to have been, whatever the clock says: what the platform signed or a person confirmed, and
     * the saves after it that are not far ahead. Absent when nothing is known.
     */
    default Optional<Instant> sureTime() {
        return Optional.empty();
    }

    /**
     * How much later the true time was than what the clock of the machine said, at the last exchange; zero when nothing is known
     * or a person confirmed the clock since.
     */
    default Duration clockLate() {
        return Duration.ZERO;
    }

    /** A record that already holds a number. */
    record Known(UUID id, String name, String region) {}

    /**
     * How many records a region has.
     *
     * @param grades of the latest ratings; the empty one of those rated without a grade, of whom too little was known
     * @param statuses of all its records
     */
    record RegionCount(
            String region, long records, Map<String, Long> grades, Map<RecordSummary.Status, Long> statuses) {
        public RegionCount {
            grades = Map.copyOf(grades);
            statuses = Map.copyOf(statuses);
        }

        /** Records that have a rating, with a grade or without. */
        public long rated() {
            return grades.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Records that were rated without a grade. */
        public long ungraded() {
            return grades.getOrDefault("", 0L);
        }
    }
}

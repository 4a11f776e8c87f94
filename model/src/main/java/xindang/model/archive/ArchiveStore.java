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

/** The archive on disk. It has one writer at a time. Readers see whole saves only. */
public interface ArchiveStore {
    /** Returns the id of this device, such as {@code LL-03-9f2c}. Changes made here carry this id. */
    String device();

    /** Returns the 12-digit division of the archive; empty when the archive accepts subjects of all places. */
    String region();

    Optional<ArchiveRecord> find(UUID id);

    /**
     * Saves all drafts or none, in one transaction and one synced append to the ledger. When this method returns, every
     * change is on the disk.
     *
     * @throws xindang.model.common.AppException STALE when a draft's value before differs from the record's present
     *     value, DISK_FULL, FILE_DAMAGED
     */
    SaveReceipt save(List<Draft> drafts);

    /** A saved change, and the content of its record after it. */
    record Saved(SaveReceipt receipt, Content content) {}

    /**
     * Saves one draft as {@link #save(List)} does. Returns the new content of the record without reading it again.
     *
     * @throws xindang.model.common.AppException as {@link #save(List)}
     */
    Saved saveOne(Draft draft);

    /**
     * Saves drafts as {@link #save(List)} does, but takes them one by one, because a large import would not fit in
     * memory. If the iterator throws, nothing is written.
     *
     * @param drafts may read this store; the store shows nothing of this save before the save ends
     * @param atMost upper limit of the number of drafts
     */
    void save(Iterator<Draft> drafts, int atMost);

    /**
     * Runs several saves that together change many subjects, so that the store can prepare for them. Each save is durable when it
     * returns, as always. Searches may be slow meanwhile.
     *
     * @param subjects upper limit of the number of changed subjects
     */
    default void duringMany(long subjects, Runnable saves) {
        saves.run();
    }

    /**
     * Erases a record, all records about it and their keys. When this method returns, no program can read them in this
     * archive. Only a {@link Remnant} of each record about it is kept (个人信息保护法 article 47).
     *
     * @throws xindang.model.common.AppException NOT_FOUND when there is no such record, DISK_FULL, FILE_DAMAGED
     */
    Erased erase(Erasing erasing);

    /**
     * Returns the names of the files that repairs moved aside and that may contain data of erased people. An erasure
     * deletes them if the archive is undamaged.
     */
    default List<String> movedAside() {
        return List.of();
    }

    /** Returns the erasure of a record; absent when the record was not erased. */
    default Optional<Erased> erased(UUID record) {
        return erasures().stream()
                .filter(erased -> erased.record().equals(record))
                .findFirst();
    }

    /** Returns all erasures, oldest first. */
    List<Erased> erasures();

    /**
     * Lists subjects in the archive's own division. Subjects that moved out are listed only if the filter asks for
     * {@link RecordSummary.Status#MOVED} alone.
     */
    Page<RecordSummary> list(RecordFilter filter, RecordFilter.Window window);

    /**
     * Returns the surnames that match a typed pinyin, the most frequent first, so that a person can choose between 关
     * and 管. Returns none for any other text. Counts a long list up to the same limit as {@link #list}.
     */
    List<Surname> surnames(RecordFilter filter);

    /** The number of records with one surname. */
    record Surname(String surname, long records) {}

    /**
     * Passes every record of a type to the consumer, in the order of ids, one at a time. Leaves out subjects that moved
     * out.
     *
     * @param region prefix of the division code
     */
    void each(String type, String region, Consumer<ArchiveRecord> consumer);

    /** Returns the number of records of a type for each 12-digit region, with the count of each grade and state. */
    List<RegionCount> counts(String type, String region);

    /** Returns how many records of a type within a region need work by a person today. */
    Attention attention(String type, String region);

    /**
     * Numbers of records that need work by a person.
     *
     * @param stale records whose rating is no longer valid because its inputs have changed
     * @param expired records whose rating is past its last day, and not stale
     * @param incomplete records with a row of bad information that lacks a required item
     */
    record Attention(long stale, long expired, long incomplete) {
        public static final Attention NONE = new Attention(0, 0, 0);
    }

    /** Finds records of a type by identity number or credit code. Returns them by that number. */
    Map<String, Known> byNumbers(String type, Collection<String> numbers);

    /**
     * Finds records of a type whose import was undone, by identity number or credit code. No other query of subjects
     * finds them, except {@link #find}.
     */
    Map<String, Known> undone(String type, Collection<String> numbers);

    /** Returns whether the archive has a record of a type whose import was undone. */
    boolean hasUndone(String type);

    /**
     * Returns changes that this device saved, the last one first. Leaves out those of erased records.
     *
     * @param before only changes with a smaller sequence number
     */
    List<Change> own(long before, int limit);

    /**
     * Returns, by number, the subjects of a type that share their number with another subject of the type. Includes
     * subjects that moved out.
     *
     * @param number the only number to look for; absent for all numbers
     */
    Map<String, List<Known>> sharing(String type, Optional<String> number);

    /**
     * Returns the changes of a record, oldest first, without those that the platform rejected, because they do not
     * affect the record.
     */
    List<Change> history(UUID record);

    /** Returns system records (ratings, reports, queries) about a subject, newest first. */
    List<ArchiveRecord> about(UUID subject, String type, int limit);

    /** Returns the conflicts that wait for a decision, oldest first. Leaves out records that moved out. */
    List<Conflict> conflicts();

    /**
     * Returns the latest time that has passed for certain, independent of the clock. Its sources are times signed by
     * the platform, times confirmed by a person, and later saves that are not far ahead of them. Absent when there is
     * no such time.
     */
    default Optional<Instant> sureTime() {
        return Optional.empty();
    }

    /**
     * Returns how far the clock of the machine was behind the true time at the last exchange. Zero when that is unknown
     * or a person confirmed the clock later.
     */
    default Duration clockLate() {
        return Duration.ZERO;
    }

    /** A record that already has a number. */
    record Known(UUID id, String name, String region) {}

    /**
     * The numbers of records in a region.
     *
     * @param grades number of records by latest grade; the empty grade counts records that were rated without a grade
     *     because too little was known
     * @param statuses number of records by status, over all records
     */
    record RegionCount(
            String region, long records, Map<String, Long> grades, Map<RecordSummary.Status, Long> statuses) {
        public RegionCount {
            grades = Map.copyOf(grades);
            statuses = Map.copyOf(statuses);
        }

        /** Returns the number of records that have a rating, with or without a grade. */
        public long rated() {
            return grades.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Returns the number of records that were rated without a grade. */
        public long ungraded() {
            return grades.getOrDefault("", 0L);
        }
    }
}

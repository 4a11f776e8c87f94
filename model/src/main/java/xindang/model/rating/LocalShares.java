package xindang.model.rating;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;

/**
 * The average share of points in each block of a form in a village, over the latest rating of every graded subject. It
 * is the second line of a radar. Results are cached by averages, so the reports of a village compute them once.
 */
final class LocalShares {
    private final ArchiveStore store;
    private final Ratings ratings;
    private final Map<String, LocalAverages> known = new ConcurrentHashMap<>();

    LocalShares(ArchiveStore store, Ratings ratings) {
        this.store = store;
        this.ratings = ratings;
    }

    LocalAverages of(String region, Rating rating) {
        var key = region + rating.formDigest() + rating.averages().at();
        return known.computeIfAbsent(key, unused -> compute(region, rating.formDigest()));
    }

    private LocalAverages compute(String region, String formDigest) {
        var latest = new HashMap<String, ArchiveRecord>();
        store.each(
                Ratings.TYPE,
                region,
                record -> latest.merge(record.content().text("rating.subject"), record, LocalShares::newer));
        var rated = latest.values().stream()
                .filter(record -> record.content().text("rating.formDigest").equals(formDigest))
                .filter(record -> record.content().get("rating.grade").isPresent())
                .flatMap(record -> ratings.stored(record).stream())
                .toList();
        var means = new HashMap<String, Mean>();
        rated.stream()
                .flatMap(stored -> stored.rating().blocks().stream())
                .filter(block -> block.assessed().signum() > 0)
                .forEach(block ->
                        means.computeIfAbsent(block.id(), id -> new Mean()).add(block.share()));
        var shares = means.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
        return new LocalAverages(shares, rated.size());
    }

    /** Ids increase with time, so the later of two ratings of one moment is used. */
    private static ArchiveRecord newer(ArchiveRecord one, ArchiveRecord other) {
        var order = one.createdAt().compareTo(other.createdAt());
        return (order == 0 ? one.id().compareTo(other.id()) : order) > 0 ? one : other;
    }

    private static final class Mean {
        private double sum;
        private int count;

        void add(double share) {
            sum += share;
            count++;
        }

        double value() {
            return sum / count;
        }
    }
}

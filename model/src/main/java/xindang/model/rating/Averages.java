package xindang.model.rating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import xindang.model.archive.ArchiveRecord;
import xindang.model.archive.ArchiveStore;
import xindang.model.template.Condition;

/**
 * Means of a form's inputs in the village and the town of a subject at a moment. Each rating stores the means that it
 * was made with.
 *
 * @param at time of the computation
 */
public record Averages(Instant at, Map<String, Mean> village, Map<String, Mean> town) {
    /** Length of a township code. */
    static final int TOWN = 9;

    public Averages {
        village = Map.copyOf(village);
        town = Map.copyOf(town);
    }

    /** Returns no averages; every ratio to an average is then missing. */
    public static Averages none(Instant at) {
        return new Averages(at, Map.of(), Map.of());
    }

    /** The mean of an input and its number of subjects. */
    public record Mean(BigDecimal value, long over) {}

    /**
     * Returns the mean of the village or of the town, according to the scale. Falls back to the other one when there
     * are too few subjects.
     */
    Optional<Mean> of(String input, Scale scale, long atLeast) {
        var near = Optional.ofNullable(village.get(input)).filter(mean -> mean.over() >= atLeast);
        var wide = Optional.ofNullable(town.get(input)).filter(mean -> mean.over() >= atLeast);
        return scale == Scale.VILLAGE ? near.or(() -> wide) : wide.or(() -> near);
    }

    /** The division whose mean a value is compared with. */
    enum Scale {
        VILLAGE,
        TOWN
    }

    /**
     * Computes the means of every village and town within a region in one pass over the archive.
     *
     * @param region prefix of the division code
     * @param facts returns the part of a record that the form may use by law
     */
    public static Local compute(
            ArchiveStore store,
            RatingForm form,
            String region,
            java.util.function.Function<ArchiveRecord, Facts> facts,
            Instant at,
            java.time.LocalDate on) {
        var local = new Local(at);
        store.each(
                form.type(), region, record -> local.add(record.region(), form.inputs(facts.apply(record), on), form));
        return local;
    }

    /** Running sums by division. Not safe for several threads. */
    public static final class Local {
        private final Instant at;
        private final Map<String, Map<String, Sum>> sums = new TreeMap<>();
        private long subjects;

        public Local(Instant at) {
            this.at = at;
        }

        void add(String region, Map<String, String> inputs, RatingForm form) {
            subjects++;
            var village = sums.computeIfAbsent(region, code -> new TreeMap<>());
            var town = sums.computeIfAbsent(town(region), code -> new TreeMap<>());
            for (var name : form.averaged()) {
                var number = Optional.ofNullable(inputs.get(name)).flatMap(Condition::number);
                number.ifPresent(value -> {
                    village.computeIfAbsent(name, key -> new Sum()).add(value);
                    town.computeIfAbsent(name, key -> new Sum()).add(value);
                });
            }
        }

        /** Returns the number of records. */
        public long subjects() {
            return subjects;
        }

        /** Returns the averages for rating a subject of a division. */
        public Averages at(String region) {
            return new Averages(at, means(region), means(town(region)));
        }

        private Map<String, Mean> means(String code) {
            var means = new TreeMap<String, Mean>();
            BiConsumer<String, Sum> mean = (name, sum) -> means.put(name, sum.mean());
            sums.getOrDefault(code, Map.of()).forEach(mean);
            return means;
        }

        private static String town(String region) {
            return region.length() > TOWN ? region.substring(0, TOWN) + "/" : region + "/";
        }
    }

    private static final class Sum {
        private static final int SCALE = 4;

        private BigDecimal total = BigDecimal.ZERO;
        private long over;

        void add(BigDecimal value) {
            total = total.add(value);
            over++;
        }

        Mean mean() {
            return new Mean(
                    new BigDecimal(Numbers.plain(Numbers.divide(total, BigDecimal.valueOf(over), SCALE))), over);
        }
    }
}

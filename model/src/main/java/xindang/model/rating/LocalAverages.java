package xindang.model.rating;

import java.util.Map;

/**
 * The average result of the graded subjects of a place.
 *
 * @param shares average share of the points of each block, 0 to 1; without blocks for which no subject has data
 * @param over number of graded subjects; subjects without a grade do not count
 */
public record LocalAverages(Map<String, Double> shares, long over) {
    public static final LocalAverages NONE = new LocalAverages(Map.of(), 0);

    public LocalAverages {
        shares = Map.copyOf(shares);
    }
}

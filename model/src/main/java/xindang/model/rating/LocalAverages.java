package xindang.model.rating;

import java.util.Map;

/**
 * What the subjects of a place that have a grade got on average.
 *
 * @param shares average share of the points of each block, 0 to 1; a block of which nothing is known of anybody is not in it
 * @param over how many subjects have a grade there; who could not be rated is left out
 */
public record LocalAverages(Map<String, Double> shares, long over) {
    public static final LocalAverages NONE = new LocalAverages(Map.of(), 0);

    public LocalAverages {
        shares = Map.copyOf(shares);
    }
}

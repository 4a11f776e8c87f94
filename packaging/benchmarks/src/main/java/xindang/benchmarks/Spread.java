package xindang.benchmarks;

import java.util.Arrays;
import java.util.Collection;

/** The least, median and greatest of several figures. */
record Spread(double least, double median, double most) {
    static Spread of(Collection<Double> figures) {
        var sorted = sorted(figures);
        return new Spread(sorted[0], at(sorted, 0.5), sorted[sorted.length - 1]);
    }

    /** Returns the figure that this share of all figures does not exceed. The share is above 0 and at most 1. */
    static double at(Collection<Double> figures, double share) {
        return at(sorted(figures), share);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static double[] sorted(Collection<Double> figures) {
        var sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}

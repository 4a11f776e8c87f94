package xindang.model.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;

/**
 * A range (区间) of values and its points: an income from 50,000 to below 100,000 元 gives 3 points. The
 * rule kind {@code bands} in {@link Rules} scores a number by its bands.
 *
 * @param from the lowest value of the range; absent when it has no lower limit
 * @param below the upper limit, which is not in the range; absent when it has no upper limit
 * @param points the points for each value of the range
 * @param text the range in words
 */
record Band(Optional<BigDecimal> from, Optional<BigDecimal> below, BigDecimal points, String text) {
    boolean holds(BigDecimal value) {
        return from.map(low -> value.compareTo(low) >= 0).orElse(true)
                && below.map(high -> value.compareTo(high) < 0).orElse(true);
    }

    static List<Band> list(JsonValue json) {
        var bands = json.list("bands").stream().map(Band::read).toList();
        if (bands.isEmpty()) {
            throw new AppException(ErrorCode.UNREADABLE, "a rule without bands");
        }
        return bands;
    }

    private static Band read(JsonValue json) {
        return new Band(
                json.find("from").map(value -> new BigDecimal(value.text())),
                json.find("below").map(value -> new BigDecimal(value.text())),
                new BigDecimal(json.text("points")),
                json.text("text"));
    }

    static List<PointStep> steps(List<Band> bands) {
        return bands.stream()
                .map(band -> new PointStep(band.points(), band.text()))
                .toList();
    }

    static BigDecimal highest(List<Band> bands) {
        return bands.stream().map(Band::points).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** Returns the first band that contains the value. */
    static Optional<Band> of(List<Band> bands, BigDecimal value) {
        return bands.stream().filter(band -> band.holds(value)).findFirst();
    }

    /** Returns the step to the next band: of all bands with more than these points, the one with the fewest. */
    static Optional<Rule.Better> better(List<Band> bands, BigDecimal points) {
        return bands.stream()
                .filter(band -> band.points().compareTo(points) > 0)
                .min((a, b) -> a.points().compareTo(b.points()))
                .map(band -> new Rule.Better(band.points().subtract(points), band.text()));
    }
}

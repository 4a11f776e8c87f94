package xindang.model.rating;

import java.util.Map;
import java.util.stream.Collectors;
import xindang.model.value.Estimate;

/** Writes the approximate inputs of a rating and the numbers used for them. */
final class EstimateWords {
    private EstimateWords() {}

    /** Returns the approximate numbers and the numbers used for them: 五六万按 50000. */
    static String of(Facts facts) {
        return facts.estimates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        words(each.getValue()) + "按 " + facts.get(each.getKey()).orElse(""))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static String words(Estimate estimate) {
        if (!estimate.words().isEmpty()) {
            return estimate.words();
        }
        var low = Numbers.plain(estimate.low());
        return estimate.isRange() ? low + " 至 " + Numbers.plain(estimate.high()) : "约 " + low;
    }
}

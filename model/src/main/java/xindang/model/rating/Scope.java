package xindang.model.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.model.template.Condition;

/**
 * The data for a rule: inputs, averages and names of codes.
 *
 * @param labels by input, then code
 */
record Scope(Map<String, String> inputs, Averages averages, Map<String, Map<String, String>> labels) {
    Optional<String> text(String name) {
        return Optional.ofNullable(inputs.get(name));
    }

    Optional<BigDecimal> number(String name) {
        return text(name).flatMap(Condition::number);
    }

    /** Returns the name of a code of an input; the code itself when it has no name. */
    String label(String name, String code) {
        return labels.getOrDefault(name, Map.of()).getOrDefault(code, code);
    }

    /**
     * Fills inputs into a text: {@code {name}} or {@code {name:wan}} (万元), {@code percent}, {@code one} (one decimal),
     * {@code whole}, {@code label}. Empty when one of them is missing.
     */
    Optional<String> fill(String pattern) {
        var text = new StringBuilder();
        var from = 0;
        for (var open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            var close = pattern.indexOf('}', open);
            var value = value(pattern.substring(open + 1, close));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(pattern, from, open).append(value.get());
            from = close + 1;
        }
        return Optional.of(text.append(pattern.substring(from)).toString());
    }

    private Optional<String> value(String key) {
        var colon = key.indexOf(':');
        var name = colon < 0 ? key : key.substring(0, colon);
        return switch (colon < 0 ? "" : key.substring(colon + 1)) {
            case "wan" -> number(name).map(Numbers::wan).map(Numbers::plain);
            case "percent" ->
                number(name)
                        .map(Numbers.HUNDRED::multiply)
                        .map(share -> share.setScale(1, RoundingMode.HALF_UP).toPlainString() + "%");
            case "one" ->
                number(name)
                        .map(value -> value.setScale(1, RoundingMode.HALF_UP).toPlainString());
            case "whole" ->
                number(name)
                        .map(value -> value.setScale(0, RoundingMode.HALF_UP).toPlainString());
            default ->
                text(name).map(codes -> Stream.of(codes.split(","))
                        .map(code -> label(name, code))
                        .collect(Collectors.joining("、")));
        };
    }
}

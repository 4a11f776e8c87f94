package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/**
 * The possible values of an input of a form, if the form shows them.
 *
 * @param texts all possible values, if they are few; empty when any value is possible
 * @param lowest lowest number
 * @param always whether it is never missing
 */
record Domain(Set<String> texts, Optional<BigDecimal> lowest, boolean always) {
    static final Domain ANY = new Domain(Set.of(), Optional.empty(), false);

    private static final String OTHER = "\u0000";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final List<String> DATES = List.of("1900-01-01", DAY.toString(), "2100-01-01");
    private static final BigDecimal LITTLE = new BigDecimal("0.0001");

    Domain {
        texts = Set.copyOf(texts);
    }

    static Domain points() {
        return new Domain(Set.of(), Optional.of(BigDecimal.ZERO), false);
    }

    static Domain of(JsonValue input) {
        if (input.has("choose")) {
            var cases = input.list("choose");
            return new Domain(
                    Set.copyOf(cases.stream().map(one -> one.text("value")).toList()),
                    Optional.empty(),
                    cases.stream().anyMatch(one -> one.list("when").isEmpty()));
        }
        if (input.has("present")) {
            return new Domain(Set.of("true"), Optional.empty(), false);
        }
        if (input.has("count")) {
            var always = !input.has("known") && !input.is("unknownWhenNone") && !input.has("where");
            return new Domain(Set.of(), Optional.of(BigDecimal.ZERO), always);
        }
        if (input.has("filled")) {
            return new Domain(Set.of(), Optional.of(BigDecimal.ONE), false);
        }
        return input.has("age") || input.has("since") || input.has("drafts") || input.has("consented") ? points() : ANY;
    }

    /** Returns whether a value of the domain, or a possible absence, meets all conditions. */
    boolean allows(List<Condition> conditions) {
        var candidates = new ArrayList<Optional<String>>();
        if (!always) {
            candidates.add(Optional.empty());
        }
        candidates(conditions).forEach(value -> candidates.add(Optional.of(value)));
        return candidates.stream()
                .anyMatch(value -> Condition.all(conditions, name -> value, DAY) == Condition.Answer.YES);
    }

    /** Returns one value of every kind that the conditions distinguish. */
    private Set<String> candidates(List<Condition> conditions) {
        if (!texts.isEmpty()) {
            return texts;
        }
        var values = new TreeSet<String>();
        var bounds = new TreeSet<BigDecimal>();
        lowest.ifPresent(bounds::add);
        for (var condition : conditions) {
            if (condition instanceof Condition.In in) {
                values.addAll(in.values());
            } else if (condition instanceof Condition.NotIn not) {
                values.addAll(not.values());
            } else if (condition instanceof Condition.Range range) {
                range.atLeast().ifPresent(bounds::add);
                range.below().ifPresent(bounds::add);
            }
        }
        for (var bound : bounds) {
            List.of(bound.subtract(LITTLE), bound, bound.add(LITTLE))
                    .forEach(number -> values.add(number.toPlainString()));
        }
        values.add(OTHER);
        values.addAll(DATES);
        values.removeIf(value -> value.isEmpty() || tooLow(value));
        return values;
    }

    private boolean tooLow(String value) {
        return lowest.map(low -> Condition.number(value)
                        .map(number -> number.compareTo(low) < 0)
                        .orElse(true))
                .orElse(false);
    }
}

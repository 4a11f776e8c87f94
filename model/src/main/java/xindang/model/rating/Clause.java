package xindang.model.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.rating.formula.Formula;

/** A condition of a veto, a cap or a choice: over one input, the points of one line, or a formula. */
interface Clause {
    Answer holds(Map<String, String> inputs, Map<String, BigDecimal> points);

    /** Yes, no, or not known because the value is missing. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    static List<Clause> list(JsonValue json, String member) {
        return json.list(member).stream().map(Clause::read).toList();
    }

    static Answer all(List<Clause> tests, Map<String, String> inputs, Map<String, BigDecimal> points) {
        var answer = Answer.YES;
        for (var test : tests) {
            var one = test.holds(inputs, points);
            if (one == Answer.NO) {
                return Answer.NO;
            }
            if (one == Answer.UNKNOWN) {
                answer = Answer.UNKNOWN;
            }
        }
        return answer;
    }

    private static Clause read(JsonValue json) {
        if (json.has("formula")) {
            var formula = new Formula(json.text("formula"), json.texts("of"));
            return (inputs, points) -> answer(formula.value(inputs).map("true"::equals));
        }
        if (json.has("line")) {
            var line = json.text("line");
            var below = new BigDecimal(json.text("below"));
            return (inputs, points) ->
                    answer(Optional.ofNullable(points.get(line)).map(value -> value.compareTo(below) < 0));
        }
        var input = json.text("input");
        if (json.has("in")) {
            var values = Set.copyOf(json.texts("in"));
            return (inputs, points) ->
                    answer(Optional.ofNullable(inputs.get(input)).map(values::contains));
        }
        if (json.has("atLeast")) {
            var least = new BigDecimal(json.text("atLeast"));
            return (inputs, points) -> number(inputs, input, value -> value.compareTo(least) >= 0);
        }
        if (json.has("below")) {
            var below = new BigDecimal(json.text("below"));
            return (inputs, points) -> number(inputs, input, value -> value.compareTo(below) < 0);
        }
        if (json.is("missing")) {
            return (inputs, points) -> inputs.containsKey(input) ? Answer.NO : Answer.YES;
        }
        if (json.is("known")) {
            return (inputs, points) -> inputs.containsKey(input) ? Answer.YES : Answer.NO;
        }
        throw new AppException(ErrorCode.UNREADABLE, "a condition on " + input + " says nothing");
    }

    private static Answer number(
            Map<String, String> inputs, String name, java.util.function.Predicate<BigDecimal> predicate) {
        return answer(
                Optional.ofNullable(inputs.get(name)).flatMap(Numbers::read).map(predicate::test));
    }

    private static Answer answer(Optional<Boolean> value) {
        return value.map(yes -> yes ? Answer.YES : Answer.NO).orElse(Answer.UNKNOWN);
    }
}

package xindang.model.template;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xindang.model.common.AppException;
import xindang.model.json.JsonValue;

/**
 * One test of one named value. Templates, rating forms and report descriptions use no other conditions. In JSON,
 * {@code field} names the value (a field, a column of a row, an input), and the other members are the test.
 */
public sealed interface Condition {
    /** Returns the name of the value. */
    String field();

    /** @param value the known value; empty when unknown */
    Answer answer(Optional<String> value, LocalDate on);

    /** Yes, no, or unknown because the value is missing. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** One of these texts. An empty text in the list matches a missing value. */
    record In(String field, Set<String> values) implements Condition {
        public In {
            values = Set.copyOf(values);
        }

        public boolean holds(Optional<String> value) {
            return values.contains(value.orElse(""));
        }

        @Override
        public Answer answer(Optional<String> value, LocalDate on) {
            return holds(value) ? Answer.YES : value.isPresent() ? Answer.NO : Answer.UNKNOWN;
        }
    }

    /** None of these texts. A missing value is none of them. */
    record NotIn(String field, Set<String> values) implements Condition {
        public NotIn {
            values = Set.copyOf(values);
        }

        @Override
        public Answer answer(Optional<String> value, LocalDate on) {
            return yes(!value.map(values::contains).orElse(false));
        }
    }

    /** A number from {@code atLeast}, and below {@code below}. */
    record Range(String field, Optional<BigDecimal> atLeast, Optional<BigDecimal> below) implements Condition {
        public boolean holds(BigDecimal number) {
            return atLeast.map(low -> number.compareTo(low) >= 0).orElse(true)
                    && below.map(high -> number.compareTo(high) < 0).orElse(true);
        }

        @Override
        public Answer answer(Optional<String> value, LocalDate on) {
            return value.flatMap(Condition::number)
                    .map(number -> yes(holds(number)))
                    .orElse(Answer.UNKNOWN);
        }
    }

    /** Filled, or not filled. */
    record Known(String field, boolean known) implements Condition {
        @Override
        public Answer answer(Optional<String> value, LocalDate on) {
            return yes(value.isPresent() == known);
        }
    }

    /** A date less than this number of months ago. A missing date counts as such a date. */
    record WithinMonths(String field, long months) implements Condition {
        @Override
        public Answer answer(Optional<String> value, LocalDate on) {
            return yes(value.flatMap(Condition::date)
                    .map(date -> date.plusMonths(months).isAfter(on))
                    .orElse(true));
        }
    }

    /** A date not more than this number of years ago. A missing date counts as such a date. */
    record OpenFor(String field, long years) implements Condition {
        @Override
        public Answer answer(Optional<String> value, LocalDate on) {
            return yes(value.flatMap(Condition::date)
                    .map(date -> !date.plusYears(years).isBefore(on))
                    .orElse(true));
        }
    }

    /** A date before the day. A missing date has not passed. */
    record Passed(String field) implements Condition {
        @Override
        public Answer answer(Optional<String> value, LocalDate on) {
            return yes(value.flatMap(Condition::date)
                    .map(date -> date.isBefore(on))
                    .orElse(false));
        }
    }

    /** Returns whether all conditions are met: no if one is not met, otherwise unknown if one is unknown. */
    static Answer all(List<Condition> conditions, Function<String, Optional<String>> values, LocalDate on) {
        var answer = Answer.YES;
        for (var condition : conditions) {
            var one = condition.answer(values.apply(condition.field()), on);
            if (one == Answer.NO) {
                return Answer.NO;
            }
            if (one == Answer.UNKNOWN) {
                answer = Answer.UNKNOWN;
            }
        }
        return answer;
    }

    /** Returns the conditions of a member; none when it is missing. */
    static List<Condition> list(JsonValue json, String member) {
        return json.list(member).stream().map(Condition::read).toList();
    }

    /** @throws AppException UNREADABLE when it is not exactly one known test; the message contains its position */
    static Condition read(JsonValue json) {
        var field = json.text("field");
        var tests = json.members().keySet();
        if (tests.contains("atLeast") || tests.contains("below")) {
            only(json, Set.of("field", "atLeast", "below"));
            return new Range(field, decimal(json, "atLeast"), decimal(json, "below"));
        }
        if (tests.size() != 2) {
            throw json.unreadable("a condition needs one test of \"" + field + "\"");
        }
        if (json.has("in")) {
            return new In(field, Set.copyOf(json.texts("in")));
        }
        if (json.has("notIn")) {
            return new NotIn(field, Set.copyOf(json.texts("notIn")));
        }
        if (json.is("known")) {
            return new Known(field, true);
        }
        if (json.is("missing")) {
            return new Known(field, false);
        }
        if (json.has("withinMonths")) {
            return new WithinMonths(field, json.number("withinMonths"));
        }
        if (json.has("openFor")) {
            return new OpenFor(field, json.number("openFor"));
        }
        if (json.is("passed")) {
            return new Passed(field);
        }
        throw json.unreadable("no such test of \"" + field + "\"");
    }

    /** Refuses unknown members, because a typing error must be reported. */
    static void only(JsonValue json, Set<String> members) {
        json.members().forEach((name, value) -> {
            if (!members.contains(name)) {
                throw value.unreadable("unknown member");
            }
        });
    }

    private static Optional<BigDecimal> decimal(JsonValue json, String name) {
        return json.find(name).map(value -> number(value.text()).orElseThrow(() -> value.unreadable("no number")));
    }

    /** Returns a decimal number; empty when the text is none. */
    static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns the first day of a date, month or year; empty when the text is no date. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(
                    switch (text.length()) {
                        case 4 -> text + "-01-01";
                        case 7 -> text + "-01";
                        default -> text;
                    }));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Answer yes(boolean yes) {
        return yes ? Answer.YES : Answer.NO;
    }
}

package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import xindang.model.json.JsonValue;

/**
 * The rows of a group that count: all, or those that pass every test of the form.
 *
 * @param group path of the group
 */
public record Rows(String group, List<RowTest> tests) {
    public Rows {
        tests = List.copyOf(tests);
    }

    /** Keys of the rows that count, in their order. */
    public List<String> of(Facts facts, LocalDate on) {
        return facts.rows(group).stream()
                .filter(row -> tests.stream().allMatch(test -> test.passes(facts, group, row, on)))
                .toList();
    }

    /** Reads the tests of the member {@code where}; none counts every row. */
    public static Rows read(String group, JsonValue json) {
        return new Rows(group, json.list("where").stream().map(Rows::test).toList());
    }

    private static RowTest test(JsonValue json) {
        var field = json.text("field");
        if (json.has("in")) {
            var values = Set.copyOf(json.texts("in"));
            return (facts, group, row, on) ->
                    facts.cell(group, row, field).map(values::contains).orElse(false);
        }
        if (json.has("notIn")) {
            var values = Set.copyOf(json.texts("notIn"));
            return (facts, group, row, on) ->
                    !facts.cell(group, row, field).map(values::contains).orElse(false);
        }
        if (json.has("withinMonths")) {
            var months = json.number("withinMonths");
            return (facts, group, row, on) -> facts.cell(group, row, field)
                    .flatMap(Facts::date)
                    .map(date -> date.plusMonths(months).isAfter(on))
                    .orElse(true);
        }
        if (json.has("openFor")) {
            var years = json.number("openFor");
            return (facts, group, row, on) -> facts.cell(group, row, field)
                    .flatMap(Facts::date)
                    .map(date -> !date.plusYears(years).isBefore(on))
                    .orElse(true);
        }
        if (json.has("above")) {
            var above = new BigDecimal(json.text("above"));
            return (facts, group, row, on) -> facts.cell(group, row, field)
                    .flatMap(Numbers::read)
                    .map(value -> value.compareTo(above) > 0)
                    .orElse(false);
        }
        if (json.is("absent")) {
            return (facts, group, row, on) -> facts.cell(group, row, field).isEmpty();
        }
        return (facts, group, row, on) -> facts.cell(group, row, field).isPresent();
    }

    /** One test of a row. Where the form asks for a date within a time, a row without the date counts. */
    public interface RowTest {
        boolean passes(Facts facts, String group, String row, LocalDate on);
    }
}

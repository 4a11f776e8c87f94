package xindang.model.rating;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/** Reads the inputs of a form. One member of each input names the source of its value. */
final class InputReader {
    private static final int PRECISION = 4;

    private InputReader() {}

    static List<Input> read(JsonValue inputs) {
        var list = new ArrayList<Input>();
        inputs.members()
                .forEach((name, json) -> list.add(new Input(name, json.is("average"), labels(json), reader(json))));
        return list;
    }

    private static Map<String, String> labels(JsonValue json) {
        var labels = new LinkedHashMap<String, String>();
        json.find("labels").ifPresent(map -> map.members().forEach((code, label) -> labels.put(code, label.text())));
        return labels;
    }

    private static Input.Reader reader(JsonValue json) {
        if (json.has("path")) {
            return path(json.text("path"));
        }
        if (json.has("first")) {
            return first(json.texts("first"));
        }
        if (json.has("filled")) {
            return filled(json.texts("filled"));
        }
        if (json.has("present")) {
            return present(json.text("present"), json);
        }
        if (json.has("age")) {
            return years(json.text("age"));
        }
        if (json.has("since")) {
            return since(json.text("since"));
        }
        if (json.has("count")) {
            return count(json.text("count"), json);
        }
        if (json.has("sum")) {
            return fold(json.text("sum"), json, BigDecimal::add);
        }
        if (json.has("max")) {
            return fold(json.text("max"), json, BigDecimal::max);
        }
        if (json.has("min")) {
            return fold(json.text("min"), json, BigDecimal::min);
        }
        if (json.has("period")) {
            return period(json.text("period"), json);
        }
        if (json.has("cell")) {
            return cell(json.text("cell"), json);
        }
        if (json.has("newest")) {
            return newest(json.text("newest"), json);
        }
        if (json.has("list")) {
            return list(json.text("list"), json);
        }
        if (json.has("totals")) {
            return totals(json.text("totals"), json.texts("fields"));
        }
        if (json.has("plus")) {
            return plus(json);
        }
        if (json.has("ratio")) {
            return ratio(json.texts("ratio"));
        }
        if (json.has("choose")) {
            return choose(json.list("choose"));
        }
        if (json.has("change")) {
            return change(json.texts("change"));
        }
        if (json.has("drafts")) {
            return drafts(json.text("drafts"));
        }
        if (json.is("consented")) {
            return (facts, before, on) -> Optional.of(facts.consented() ? "1" : "0");
        }
        throw new AppException(ErrorCode.UNREADABLE, "an input says nothing of where it comes from");
    }

    private static Input.Reader path(String path) {
        return (facts, before, on) -> facts.get(path);
    }

    /** Returns the first known value of several paths or earlier inputs. */
    private static Input.Reader first(List<String> names) {
        return (facts, before, on) -> names.stream()
                .flatMap(name ->
                        (name.indexOf('.') < 0 ? Optional.ofNullable(before.get(name)) : facts.get(name)).stream())
                .findFirst();
    }

    /** Returns how many of these paths have a value; unknown, not 0, when none has. */
    private static Input.Reader filled(List<String> paths) {
        return (facts, before, on) -> Optional.of(paths.stream()
                        .filter(path -> facts.get(path).isPresent())
                        .count())
                .filter(count -> count > 0)
                .map(count -> Long.toString(count));
    }

    /** Returns true when a row of a group counts; unknown, not false, when none does. */
    private static Input.Reader present(String group, JsonValue json) {
        var rows = CountedRows.read(group, json);
        return (facts, before, on) -> rows.of(facts, on).isEmpty() ? Optional.empty() : Optional.of("true");
    }

    /** Returns the whole years from a date to the day. */
    private static Input.Reader years(String path) {
        return (facts, before, on) -> facts.get(path)
                .flatMap(Condition::date)
                .filter(date -> !date.isAfter(on))
                .map(date -> Long.toString(ChronoUnit.YEARS.between(date, on)));
    }

    /** Returns the calendar years from a year to the day, including both: begun in 2016, eleven in 2026. */
    private static Input.Reader since(String path) {
        return (facts, before, on) -> facts.get(path)
                .flatMap(Condition::date)
                .filter(date -> !date.isAfter(on))
                .map(date -> Integer.toString(on.getYear() - date.getYear() + 1));
    }

    /**
     * Returns the number of rows. No rows means 0, or unknown in three cases: a row may or may not count, the form says
     * so, or none of the {@code known} paths and earlier inputs shows that the question was asked.
     */
    private static Input.Reader count(String group, JsonValue json) {
        var rows = CountedRows.read(group, json);
        var known = json.texts("known");
        var unknownWhenNone = json.is("unknownWhenNone");
        return (facts, before, on) -> {
            var found = rows.of(facts, on).size();
            return found > 0 || (!unknownWhenNone && !rows.undecided(facts, on) && asked(facts, before, known))
                    ? Optional.of(Integer.toString(found))
                    : Optional.empty();
        };
    }

    private static Input.Reader fold(String pattern, JsonValue json, BinaryOperator<BigDecimal> fold) {
        var cell = Cell.of(pattern);
        var rows = CountedRows.read(cell.group, json);
        var known = json.texts("known");
        return (facts, before, on) -> {
            var found = rows.of(facts, on).stream()
                    .flatMap(row -> facts.cell(cell.group, row, cell.field).stream())
                    .flatMap(text -> Condition.number(text).stream())
                    .reduce(fold);
            return found.map(Numbers::plain)
                    .or(() -> !known.isEmpty() && asked(facts, before, known) ? Optional.of("0") : Optional.empty());
        };
    }

    /**
     * Returns the latest period, such as a year, that has all fields of one of the {@code need} lists and whose
     * preceding period has {@code needBefore}. All values of one indicator come from this period. A period with two
     * rows does not count, because it is unknown which row is correct.
     */
    private static Input.Reader period(String group, JsonValue json) {
        var by = json.text("by");
        var needs = json.list("need").stream()
                .map(need -> need.list().stream().map(JsonValue::text).toList())
                .toList();
        var needsBefore = json.texts("needBefore");
        return (facts, before, on) -> facts.rows(group).stream()
                .flatMap(row -> facts.cell(group, row, by).stream())
                .filter(period -> needs.stream().anyMatch(need -> whole(facts, group, by, period, need)))
                .filter(period -> needsBefore.isEmpty()
                        || earlier(period)
                                .filter(year -> whole(facts, group, by, year, needsBefore))
                                .isPresent())
                .max(Comparator.naturalOrder());
    }

    private static boolean whole(Facts facts, String group, String by, String period, List<String> fields) {
        return row(facts, group, by, period)
                .filter(row -> fields.stream()
                        .allMatch(field -> facts.cell(group, row, field).isPresent()))
                .isPresent();
    }

    /** Returns the only row of a period. */
    private static Optional<String> row(Facts facts, String group, String by, String period) {
        var rows = facts.rows(group).stream()
                .filter(row -> facts.cell(group, row, by).equals(Optional.of(period)))
                .toList();
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }

    private static Optional<String> earlier(String year) {
        return Condition.number(year)
                .map(number -> number.subtract(BigDecimal.ONE).toPlainString());
    }

    /**
     * Returns the value of a column in the period named by the input {@code at}, or with {@code before} in the
     * preceding period.
     */
    private static Input.Reader cell(String pattern, JsonValue json) {
        var cell = Cell.of(pattern);
        var by = json.text("by");
        var at = json.text("at");
        var back = json.is("before");
        return (facts, before, on) -> Optional.ofNullable(before.get(at))
                .flatMap(period -> back ? earlier(period) : Optional.of(period))
                .flatMap(period -> row(facts, cell.group, by, period))
                .flatMap(row -> facts.cell(cell.group, row, cell.field));
    }

    /** Returns the greatest text of a column of dates. */
    private static Input.Reader newest(String pattern, JsonValue json) {
        var cell = Cell.of(pattern);
        var rows = CountedRows.read(cell.group, json);
        return (facts, before, on) -> rows.of(facts, on).stream()
                .flatMap(row -> facts.cell(cell.group, row, cell.field).stream())
                .max(Comparator.naturalOrder());
    }

    /** Returns the values of a column, sorted and separated by commas; absent when there are none. */
    private static Input.Reader list(String pattern, JsonValue json) {
        var cell = Cell.of(pattern);
        var rows = CountedRows.read(cell.group, json);
        var otherwise = json.text("otherwise", "");
        return (facts, before, on) -> {
            var values = rows.of(facts, on).stream()
                    .map(row -> facts.cell(cell.group, row, cell.field).orElse(otherwise))
                    .filter(value -> !value.isEmpty())
                    .sorted()
                    .collect(Collectors.joining(","));
            return values.isEmpty() ? Optional.empty() : Optional.of(values);
        };
    }

    /**
     * Returns the sum of the fields for each row, such as each member of a committee. Rows with a missing field do not
     * count.
     */
    private static Input.Reader totals(String group, List<String> fields) {
        return (facts, before, on) -> {
            var totals = facts.rows(group).stream()
                    .flatMap(row -> total(facts, group, row, fields).stream())
                    .sorted()
                    .map(Numbers::plain)
                    .collect(Collectors.joining(","));
            return totals.isEmpty() ? Optional.empty() : Optional.of(totals);
        };
    }

    private static Optional<BigDecimal> total(Facts facts, String group, String row, List<String> fields) {
        var sum = BigDecimal.ZERO;
        for (var field : fields) {
            var number = facts.cell(group, row, field).flatMap(Condition::number);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(number.get());
        }
        return Optional.of(sum);
    }

    /**
     * Returns the sum of inputs minus others; unknown when one of {@code require} or all of {@code plus} are unknown.
     */
    private static Input.Reader plus(JsonValue json) {
        var plus = json.texts("plus");
        var minus = json.texts("minus");
        var require = json.texts("require");
        return (facts, before, on) -> {
            if (!before.keySet().containsAll(require) || plus.stream().noneMatch(before::containsKey)) {
                return Optional.empty();
            }
            var sum = sum(plus, before).subtract(sum(minus, before));
            return Optional.of(Numbers.plain(sum));
        };
    }

    private static BigDecimal sum(List<String> names, Map<String, String> before) {
        return names.stream().flatMap(name -> number(before, name).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Input.Reader ratio(List<String> names) {
        return (facts, before, on) -> {
            var dividend = number(before, names.get(0));
            var divisor = number(before, names.get(1)).filter(value -> value.signum() > 0);
            return dividend.isPresent() && divisor.isPresent()
                    ? Optional.of(Numbers.plain(Numbers.divide(dividend.get(), divisor.get(), PRECISION)))
                    : Optional.empty();
        };
    }

    /** Returns the relative increase from the second number to the first; unknown when the second is not above zero. */
    private static Input.Reader change(List<String> names) {
        return (facts, before, on) -> {
            var now = number(before, names.get(0));
            var then = number(before, names.get(1)).filter(value -> value.signum() > 0);
            return now.isPresent() && then.isPresent()
                    ? Optional.of(Numbers.plain(Numbers.divide(now.get().subtract(then.get()), then.get(), PRECISION)))
                    : Optional.empty();
        };
    }

    /** Returns how many rows of a group are drafts; unknown when none is. */
    private static Input.Reader drafts(String group) {
        return (facts, before, on) ->
                Optional.ofNullable(facts.drafts().get(group)).map(count -> Integer.toString(count));
    }

    /**
     * Returns the {@code value} of the first case whose {@code when} is true. A case without {@code when} is always
     * true.
     */
    private static Input.Reader choose(List<JsonValue> cases) {
        var values = cases.stream().map(json -> json.text("value")).toList();
        var tests = cases.stream().map(json -> Condition.list(json, "when")).toList();
        return (facts, before, on) -> {
            for (var i = 0; i < values.size(); i++) {
                if (Condition.all(tests.get(i), name -> Optional.ofNullable(before.get(name)), on)
                        == Condition.Answer.YES) {
                    return Optional.of(values.get(i));
                }
            }
            return Optional.empty();
        };
    }

    private static boolean asked(Facts facts, Map<String, String> before, List<String> known) {
        return known.isEmpty()
                || known.stream()
                        .anyMatch(name ->
                                before.containsKey(name) || facts.get(name).isPresent());
    }

    private static Optional<BigDecimal> number(Map<String, String> inputs, String name) {
        return Optional.ofNullable(inputs.get(name)).flatMap(Condition::number);
    }

    /** A field of every row of a group, written {@code block.group.*.field}. */
    private record Cell(String group, String field) {
        static Cell of(String pattern) {
            var star = pattern.indexOf(".*.");
            if (star < 0) {
                throw new AppException(ErrorCode.UNREADABLE, "not a column: " + pattern);
            }
            return new Cell(pattern.substring(0, star), pattern.substring(star + 3));
        }
    }
}

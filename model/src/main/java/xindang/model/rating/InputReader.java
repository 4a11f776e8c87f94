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
import xindang.model.rating.formula.Formula;

/** Reads the inputs of a form pack. Each says in one member where its value comes from. */
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
        if (json.has("latest")) {
            return latest(json.text("latest"), json);
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
        if (json.has("formula")) {
            var formula = new Formula(json.text("formula"), json.texts("of"));
            return (facts, before, on) -> formula.value(before);
        }
        throw new AppException(ErrorCode.UNREADABLE, "an input says nothing of where it comes from");
    }

    private static Input.Reader path(String path) {
        return (facts, before, on) -> facts.get(path);
    }

    /** The first of several that is known: paths, or inputs before it. */
    private static Input.Reader first(List<String> names) {
        return (facts, before, on) -> names.stream()
                .flatMap(name ->
                        (name.indexOf('.') < 0 ? Optional.ofNullable(before.get(name)) : facts.get(name)).stream())
                .findFirst();
    }

    /** How many of these paths have a value. */
    private static Input.Reader filled(List<String> paths) {
        return (facts, before, on) -> Optional.of(Long.toString(
                paths.stream().filter(path -> facts.get(path).isPresent()).count()));
    }

    /** Yes when a group has a row that counts; unknown, not no, when it has none. */
    private static Input.Reader present(String group, JsonValue json) {
        var rows = Rows.read(group, json);
        return (facts, before, on) -> rows.of(facts, on).isEmpty() ? Optional.empty() : Optional.of("true");
    }

    /** Whole years from a date to the day. */
    private static Input.Reader years(String path) {
        return (facts, before, on) -> facts.get(path)
                .flatMap(Facts::date)
                .filter(date -> !date.isAfter(on))
                .map(date -> Long.toString(ChronoUnit.YEARS.between(date, on)));
    }

    /** Calendar years from a year to the day, counting the first: begun in 2016, eleven in 2026. */
    private static Input.Reader since(String path) {
        return (facts, before, on) -> facts.get(path)
                .flatMap(Facts::date)
                .filter(date -> !date.isAfter(on))
                .map(date -> Integer.toString(on.getYear() - date.getYear() + 1));
    }

    /**
     * Number of rows. None is 0, but unknown when the form says so, or when none of the {@code known} paths and blocks
     * shows that the matter was asked.
     */
    private static Input.Reader count(String group, JsonValue json) {
        var rows = Rows.read(group, json);
        var known = json.texts("known");
        var unknownWhenNone = json.is("unknownWhenNone");
        return (facts, before, on) -> {
            var found = rows.of(facts, on).size();
            return found > 0 || (!unknownWhenNone && asked(facts, before, known))
                    ? Optional.of(Integer.toString(found))
                    : Optional.empty();
        };
    }

    private static Input.Reader fold(String pattern, JsonValue json, BinaryOperator<BigDecimal> fold) {
        var cell = Cell.of(pattern);
        var rows = Rows.read(cell.group, json);
        var known = json.texts("known");
        return (facts, before, on) -> {
            var found = rows.of(facts, on).stream()
                    .flatMap(row -> facts.cell(cell.group, row, cell.field).stream())
                    .flatMap(text -> Numbers.read(text).stream())
                    .reduce(fold);
            return found.map(Numbers::plain)
                    .or(() -> !known.isEmpty() && asked(facts, before, known) ? Optional.of("0") : Optional.empty());
        };
    }

    /** A cell of the row with the greatest {@code by}, such as the latest year, or {@code back} rows before it. */
    private static Input.Reader latest(String pattern, JsonValue json) {
        var cell = Cell.of(pattern);
        var by = json.text("by");
        var back = json.findNumber("back").orElse(0);
        var rows = Rows.read(cell.group, json);
        return (facts, before, on) -> rows.of(facts, on).stream()
                .filter(row -> facts.cell(cell.group, row, cell.field).isPresent())
                .sorted(Comparator.comparing(
                                (String row) -> facts.cell(cell.group, row, by).orElse(""))
                        .reversed())
                .skip(back)
                .findFirst()
                .flatMap(row -> facts.cell(cell.group, row, cell.field));
    }

    /** The greatest text of a column of dates. */
    private static Input.Reader newest(String pattern, JsonValue json) {
        var cell = Cell.of(pattern);
        var rows = Rows.read(cell.group, json);
        return (facts, before, on) -> rows.of(facts, on).stream()
                .flatMap(row -> facts.cell(cell.group, row, cell.field).stream())
                .max(Comparator.naturalOrder());
    }

    /** The values of a column, sorted, with commas; {@code -} when there are none and that is known. */
    private static Input.Reader list(String pattern, JsonValue json) {
        var cell = Cell.of(pattern);
        var rows = Rows.read(cell.group, json);
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

    /** For each row the sum of its fields, as of the members of a committee; rows with a gap do not count. */
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
            var number = facts.cell(group, row, field).flatMap(Numbers::read);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(number.get());
        }
        return Optional.of(sum);
    }

    /** Sum of inputs less others; unknown when one of {@code require} is, or none of {@code plus} is known. */
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

    /** The {@code value} of the first case whose {@code when} holds; a case without one always holds. */
    private static Input.Reader choose(List<JsonValue> cases) {
        var values = cases.stream().map(json -> json.text("value")).toList();
        var tests = cases.stream().map(json -> Clause.list(json, "when")).toList();
        return (facts, before, on) -> {
            for (var i = 0; i < values.size(); i++) {
                if (tests.get(i).stream().allMatch(test -> test.holds(before, Map.of()) == Clause.Answer.YES)) {
                    return Optional.of(values.get(i));
                }
            }
            return Optional.empty();
        };
    }

    private static boolean asked(Facts facts, Map<String, String> before, List<String> known) {
        return known.isEmpty() || known.stream().anyMatch(name -> before.containsKey(name) || facts.has(name));
    }

    private static Optional<BigDecimal> number(Map<String, String> inputs, String name) {
        return Optional.ofNullable(inputs.get(name)).flatMap(Numbers::read);
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

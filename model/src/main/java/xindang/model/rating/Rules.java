package xindang.model.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/** The kinds of rules of a form, read from its data. */
final class Rules {
    private Rules() {}

    static Rule read(JsonValue json) {
        return switch (json.text("kind")) {
            case "bands" -> new Bands(json.text("input"), Band.list(json));
            case "ratio" -> Ratio.read(json);
            case "codes" -> new Codes(json.text("input"), Option.read(json.at("codes")));
            case "yesNo" -> new Codes(json.text("input"), Option.yesNo(json));
            case "committee" -> Committee.read(json);
            case "steps" -> Steps.read(json);
            case "parts" ->
                new Parts(json.list("parts").stream()
                        .map(part -> new Part(part.text("label"), read(part.at("rule"))))
                        .toList());
            case "either" ->
                new Either(json.list("rules").stream().map(Rules::read).toList());
            case "each" -> new Each(json.text("input"), Option.read(json.at("codes")), number(json, "maximum"));
            default -> throw json.at("kind").unreadable("no such kind of rule");
        };
    }

    private static BigDecimal number(JsonValue json, String name) {
        return Condition.number(json.text(name)).orElseThrow(() -> json.at(name).unreadable("is no number"));
    }

    private static Optional<String> whyMissing(List<Rule> rules, Scope scope) {
        return rules.stream().flatMap(rule -> rule.whyMissing(scope).stream()).findFirst();
    }

    private static List<PointStep> all(List<Rule> rules) {
        return rules.stream().flatMap(rule -> rule.steps().stream()).toList();
    }

    /** A number in ranges. */
    private record Bands(String input, List<Band> bands) implements Rule {
        @Override
        public Optional<Fired> fire(Scope scope) {
            return scope.number(input).flatMap(value -> Band.of(bands, value)
                    .map(band -> new Fired(band.points(), maximum(), Numbers.plain(value), band.text())));
        }

        @Override
        public Optional<Better> better(Scope scope) {
            return fire(scope).flatMap(fired -> Band.better(bands, fired.points()));
        }

        @Override
        public BigDecimal maximum() {
            return Band.highest(bands);
        }

        @Override
        public List<PointStep> steps() {
            return Band.steps(bands);
        }
    }

    /** A code; {@code *} matches every code that is not listed. */
    private record Codes(String input, Map<String, Option> options) implements Rule {
        @Override
        public Optional<Fired> fire(Scope scope) {
            return scope.text(input).flatMap(code -> option(code)
                    .map(option -> new Fired(option.points(), maximum(), value(scope, code, option), option.text())));
        }

        private String value(Scope scope, String code, Option option) {
            return Optional.of(option.value())
                    .filter(pattern -> !pattern.isEmpty())
                    .flatMap(scope::fill)
                    .orElseGet(() -> scope.label(input, code));
        }

        /** Returns the reason for a code without points. It differs from a missing value. */
        @Override
        public Optional<String> whyMissing(Scope scope) {
            return scope.text(input)
                    .filter(code -> option(code).isEmpty())
                    .map(code -> scope.label(input, code) + "：评分表没有这一项的分，不计分");
        }

        private Optional<Option> option(String code) {
            return Optional.ofNullable(options.getOrDefault(code, options.get("*")));
        }

        @Override
        public Optional<Better> better(Scope scope) {
            return fire(scope).flatMap(fired -> options.values().stream()
                    .filter(option -> option.points().compareTo(fired.points()) > 0)
                    .min((a, b) -> a.points().compareTo(b.points()))
                    .map(option -> new Better(option.points().subtract(fired.points()), option.text())));
        }

        @Override
        public BigDecimal maximum() {
            return options.values().stream().map(Option::points).reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        @Override
        public List<PointStep> steps() {
            return Option.steps(options);
        }
    }

    /** The mean of the members' totals. With enough members, the highest and the lowest total are dropped. */
    private record Committee(String input, BigDecimal maximum, int members, String text) implements Rule {
        private static final int ENOUGH_TO_DROP = 3;

        static Committee read(JsonValue json) {
            return new Committee(
                    json.text("input"),
                    number(json, "maximum"),
                    Math.toIntExact(json.number("members")),
                    json.text("text"));
        }

        @Override
        public Optional<Fired> fire(Scope scope) {
            var totals = scope.text(input).stream()
                    .flatMap(list -> Stream.of(list.split(",")))
                    .flatMap(total -> Condition.number(total).stream())
                    .sorted()
                    .toList();
            if (totals.size() < members) {
                return Optional.empty();
            }
            var kept = totals.size() >= ENOUGH_TO_DROP ? totals.subList(1, totals.size() - 1) : totals;
            var sum = kept.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            var mean = Numbers.clip(Numbers.divide(sum, BigDecimal.valueOf(kept.size()), 1), BigDecimal.ZERO, maximum);
            return Optional.of(new Fired(
                    mean.stripTrailingZeros(), maximum, totals.size() + " 人，均 " + mean.toPlainString() + " 分", text));
        }

        @Override
        public Optional<Better> better(Scope scope) {
            return Optional.empty();
        }

        @Override
        public List<PointStep> steps() {
            return List.of(new PointStep(maximum, text));
        }
    }

    /** Full points up to a base, then a deduction for each started step above it. */
    private record Steps(
            String input, BigDecimal base, BigDecimal step, BigDecimal deduct, BigDecimal maximum, String text)
            implements Rule {
        static Steps read(JsonValue json) {
            return new Steps(
                    json.text("input"),
                    number(json, "base"),
                    number(json, "step"),
                    number(json, "deduct"),
                    number(json, "maximum"),
                    json.text("text"));
        }

        @Override
        public Optional<Fired> fire(Scope scope) {
            return scope.number(input).map(value -> new Fired(points(value), maximum, Numbers.plain(value), text));
        }

        private BigDecimal points(BigDecimal value) {
            var over = value.subtract(base);
            if (over.signum() <= 0) {
                return maximum;
            }
            var steps = over.divide(step, 0, RoundingMode.CEILING);
            return maximum.subtract(steps.multiply(deduct)).max(BigDecimal.ZERO);
        }

        @Override
        public Optional<Better> better(Scope scope) {
            return fire(scope)
                    .map(fired -> maximum.subtract(fired.points()).min(deduct))
                    .filter(gain -> gain.signum() > 0)
                    .map(gain -> new Better(gain, text));
        }

        @Override
        public List<PointStep> steps() {
            return List.of(new PointStep(maximum, text));
        }
    }

    /**
     * A rule inside another.
     *
     * @param label its name, for the text when its data is missing
     */
    private record Part(String label, Rule rule) {
        /** Returns its result in words with its points: {@code 参加医保 1 分}; or the reason why it has none. */
        String explanation(Scope scope) {
            return rule.fire(scope)
                    .map(fired -> fired.text() + " " + Numbers.plain(fired.points()) + " 分")
                    .orElseGet(() -> rule.whyMissing(scope).orElse(label + "没有资料"));
        }
    }

    /** Several rules whose points are added. A part without data is not assessed; the text names it. */
    private record Parts(List<Part> parts) implements Rule {
        @Override
        public Optional<Fired> fire(Scope scope) {
            var fired =
                    rules().stream().flatMap(rule -> rule.fire(scope).stream()).toList();
            if (fired.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Fired(
                    sum(fired.stream().map(Fired::points)),
                    sum(fired.stream().map(Fired::assessed)),
                    joined("，", fired.stream().map(Fired::value)),
                    joined("，", parts.stream().map(part -> part.explanation(scope))),
                    joined("；", fired.stream().map(Fired::note))));
        }

        private static String joined(String between, Stream<String> words) {
            return words.filter(word -> !word.isEmpty()).collect(Collectors.joining(between));
        }

        private List<Rule> rules() {
            return parts.stream().map(Part::rule).toList();
        }

        @Override
        public Optional<Better> better(Scope scope) {
            return rules().stream().flatMap(rule -> rule.better(scope).stream()).max((a, b) -> a.gain()
                    .compareTo(b.gain()));
        }

        @Override
        public BigDecimal maximum() {
            return sum(rules().stream().map(Rule::maximum));
        }

        private static BigDecimal sum(Stream<BigDecimal> numbers) {
            return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        @Override
        public Optional<String> whyMissing(Scope scope) {
            return Rules.whyMissing(rules(), scope);
        }

        @Override
        public List<PointStep> steps() {
            return all(rules());
        }
    }

    /** The first of several rules with known data: the exact measure first, then coarser ones. */
    private record Either(List<Rule> rules) implements Rule {
        @Override
        public Optional<Fired> fire(Scope scope) {
            return rules.stream()
                    .flatMap(rule -> rule.fire(scope).stream())
                    .findFirst()
                    .map(fired -> new Fired(fired.points(), maximum(), fired.value(), fired.text(), fired.note()));
        }

        @Override
        public Optional<Better> better(Scope scope) {
            return rules.stream()
                    .filter(rule -> rule.fire(scope).isPresent())
                    .findFirst()
                    .flatMap(rule -> rule.better(scope));
        }

        @Override
        public BigDecimal maximum() {
            return rules.stream().map(Rule::maximum).reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        @Override
        public Optional<String> whyMissing(Scope scope) {
            return Rules.whyMissing(rules, scope);
        }

        @Override
        public List<PointStep> steps() {
            return all(rules);
        }
    }

    /** Points for each of a list of codes, up to a maximum: honours, penalties. */
    private record Each(String input, Map<String, Option> options, BigDecimal maximum) implements Rule {
        @Override
        public Optional<Fired> fire(Scope scope) {
            var counts = new TreeMap<String, Integer>();
            scope.text(input).stream()
                    .flatMap(list -> Stream.of(list.split(",")))
                    .filter(code -> options.containsKey(code) || options.containsKey("*"))
                    .forEach(code -> counts.merge(options.containsKey(code) ? code : "*", 1, Integer::sum));
            if (counts.isEmpty()) {
                return Optional.empty();
            }
            var points = BigDecimal.ZERO;
            var words = new ArrayList<String>();
            for (var entry : counts.entrySet()) {
                var option = java.util.Objects.requireNonNull(options.get(entry.getKey()));
                points = points.add(option.points().multiply(BigDecimal.valueOf(entry.getValue())));
                words.add(option.text() + " " + entry.getValue() + " 项");
            }
            return Optional.of(new Fired(points.min(maximum), maximum, String.join("、", words), each(counts)));
        }

        private String each(Map<String, Integer> counts) {
            return counts.keySet().stream()
                    .map(code -> java.util.Objects.requireNonNull(options.get(code)))
                    .map(option -> option.text() + "每项 " + Numbers.plain(option.points()) + " 分")
                    .reduce((a, b) -> a + "，" + b)
                    .orElse("");
        }

        @Override
        public Optional<Better> better(Scope scope) {
            return Optional.empty();
        }

        @Override
        public List<PointStep> steps() {
            return Option.steps(options);
        }
    }
}

package xindang.model.rating;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/**
 * Finds the mistakes of a rating form, each with its position in the JSON: names of unknown inputs, bands with gaps or
 * overlaps, vetoes that cannot fire, duplicate ids, points above their maximum.
 */
final class FormCheck {
    private static final Set<String> SCALES = Set.of("village", "town");
    private static final Set<String> FORMATS = Set.of("wan", "percent", "one", "whole", "label");
    private static final Map<String, Set<String>> RULES = Map.of(
            "bands", Set.of("input", "bands"),
            "ratio", Set.of("input", "average", "atLeast", "unit", "unitText", "period", "bands"),
            "codes", Set.of("input", "codes"),
            "yesNo", Set.of("input", "yes", "no", "yesText", "noText"),
            "committee", Set.of("input", "maximum", "members", "text"),
            "steps", Set.of("input", "base", "step", "deduct", "maximum", "text"),
            "parts", Set.of("parts"),
            "either", Set.of("rules"),
            "each", Set.of("input", "codes", "maximum"));

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, JsonValue> inputs;
    private final Map<String, BigDecimal> lines = new HashMap<>();
    private final List<String> grades;

    private FormCheck(JsonValue form) {
        inputs = form.at("inputs").members();
        grades = form.list("grades").stream().map(grade -> grade.text("code")).toList();
    }

    /** Returns the mistakes of a readable form, in the order of the form. */
    static List<String> of(JsonValue form, RatingForm read) {
        var check = new FormCheck(form);
        check.head(form, read);
        check.mistakes.addAll(InputCheck.of(check.inputs));
        for (var i = 0; i < read.blocks().size(); i++) {
            check.block(form.list("blocks").get(i), read.blocks().get(i));
        }
        for (var i = 0; i < read.adjustments().size(); i++) {
            check.adjustment(form.list("adjustments").get(i), read.adjustments().get(i));
        }
        check.missing(form.at("missing"), read);
        check.ids(form.list("blocks"), "id");
        check.ids(form.list("adjustments"), "id");
        check.ids(form.list("vetoes"), "id");
        check.ids(form.list("caps"), "id");
        check.ids(form.list("grades"), "code");
        form.list("vetoes").forEach(veto -> check.verdict(veto, Set.of("id", "label", "grade", "when")));
        form.list("caps").forEach(cap -> check.verdict(cap, Set.of("id", "label", "grade", "when", "until")));
        check.grades(form.list("grades"));
        return check.mistakes;
    }

    private void head(JsonValue form, RatingForm read) {
        members(
                form,
                Set.of(
                        "id",
                        "version",
                        "title",
                        "type",
                        "maximum",
                        "validMonths",
                        "basis",
                        "missing",
                        "inputs",
                        "blocks",
                        "adjustments",
                        "vetoes",
                        "caps",
                        "grades"));
        mistake(read.version() < 1, form.at("version"), "versions begin with 1");
        mistake(read.validMonths() < 1, form.at("validMonths"), "a rating holds for a month at least");
        var sum = read.blocks().stream().map(RatingForm.Block::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
        mistake(sum.compareTo(read.maximum()) != 0, form.at("maximum"), "the blocks add up to " + sum);
    }

    private void missing(JsonValue json, RatingForm form) {
        members(json, Set.of("minimum", "required", "grade", "drafts", "draftGrade"));
        var missing = form.missing();
        mistake(missing.minimum().compareTo(form.maximum()) > 0, json.at("minimum"), "is above the maximum");
        json.list("required")
                .forEach(line -> mistake(!lines.containsKey(line.text()), line, "no indicator " + line.text()));
        json.find("drafts").ifPresent(this::input);
    }

    private void block(JsonValue json, RatingForm.Block block) {
        members(json, Set.of("id", "label", "short", "maximum", "indicators"));
        indicators(json.list("indicators"), block.indicators());
        var sum =
                block.indicators().stream().map(RatingForm.Indicator::maximum).reduce(BigDecimal.ZERO, BigDecimal::add);
        mistake(sum.compareTo(block.maximum()) != 0, json.at("maximum"), "the indicators add up to " + sum);
    }

    private void adjustment(JsonValue json, RatingForm.Adjustment adjustment) {
        members(json, Set.of("id", "label", "sign", "limit", "items"));
        indicators(json.list("items"), adjustment.items());
        mistake(adjustment.limit().signum() <= 0, json.at("limit"), "a limit is above 0");
        for (var i = 0; i < adjustment.items().size(); i++) {
            var item = adjustment.items().get(i);
            mistake(
                    item.maximum().compareTo(adjustment.limit()) > 0,
                    json.list("items").get(i),
                    item.maximum() + " points are above the limit");
        }
    }

    private void indicators(List<JsonValue> json, List<RatingForm.Indicator> read) {
        for (var i = 0; i < read.size(); i++) {
            var indicator = json.get(i);
            members(indicator, Set.of("id", "label", "value", "rule", "hint", "note"));
            mistake(
                    lines.put(read.get(i).id(), read.get(i).maximum()) != null,
                    indicator.at("id"),
                    "two indicators " + read.get(i).id());
            mistake(read.get(i).maximum().signum() <= 0, indicator.at("rule"), "gives no points");
            indicator.list("value").forEach(this::pattern);
            rule(indicator.at("rule"));
        }
    }

    private void rule(JsonValue json) {
        var kind = json.text("kind");
        var members = new HashSet<>(RULES.getOrDefault(kind, Set.of()));
        members.add("kind");
        members(json, members);
        json.find("input").ifPresent(this::input);
        json.find("period").ifPresent(this::input);
        json.list("parts").forEach(part -> {
            members(part, Set.of("label", "rule"));
            rule(part.at("rule"));
        });
        json.list("rules").forEach(this::rule);
        switch (kind) {
            case "bands" -> bands(json, domain(json));
            case "ratio" -> {
                bands(json, Domain.ANY);
                mistake(!SCALES.contains(json.text("average")), json.at("average"), "is neither village nor town");
                mistake(
                        inputs.containsKey(json.text("input"))
                                && !inputs.get(json.text("input")).is("average"),
                        json.at("input"),
                        "no average of " + json.text("input"));
            }
            case "codes" -> codes(json, domain(json));
            case "each" -> each(json);
            case "steps" -> steps(json);
            case "committee" ->
                mistake(json.number("members") < 1, json.at("members"), "a committee has a member at least");
            default -> {
                // no further check
            }
        }
    }

    private Domain domain(JsonValue rule) {
        var input = inputs.get(rule.text("input"));
        return input == null ? Domain.ANY : Domain.of(input);
    }

    /** Checks that every value is in exactly one band. */
    private void bands(JsonValue json, Domain domain) {
        var places = json.list("bands");
        var read = Band.list(json);
        var order = new ArrayList<Integer>();
        for (var i = 0; i < read.size(); i++) {
            order.add(i);
            mistake(read.get(i).points().signum() < 0, places.get(i), "points below 0");
        }
        order.sort(Comparator.comparing(
                i -> read.get(i).from(),
                Comparator.comparing(from -> from.orElse(BigDecimal.valueOf(Long.MIN_VALUE)))));
        var first = read.get(order.get(0)).from();
        var open = first.isEmpty()
                || domain.lowest().map(low -> low.compareTo(first.get()) >= 0).orElse(false);
        mistake(
                !open,
                places.get(order.get(0)),
                "gap below " + first.map(Numbers::plain).orElse(""));
        for (var i = 1; i < order.size(); i++) {
            var lower = read.get(order.get(i - 1));
            var upper = read.get(order.get(i));
            var place = places.get(order.get(i));
            if (lower.below().isEmpty()
                    || upper.from().isEmpty()
                    || lower.below().get().compareTo(upper.from().get()) > 0) {
                mistake(true, place, "overlaps the band " + lower.text());
            } else if (lower.below().get().compareTo(upper.from().get()) < 0) {
                mistake(
                        true,
                        place,
                        "gap from " + Numbers.plain(lower.below().get()) + " to "
                                + Numbers.plain(upper.from().get()));
            }
        }
        var last = order.get(order.size() - 1);
        read.get(last).below().ifPresent(end -> mistake(true, places.get(last), "gap from " + Numbers.plain(end)));
        for (var i = 0; i < read.size(); i++) {
            var band = read.get(i);
            var none = band.from().isPresent()
                    && band.below().isPresent()
                    && band.from().get().compareTo(band.below().get()) >= 0;
            mistake(none, places.get(i), "holds no value");
        }
    }

    private void codes(JsonValue json, Domain domain) {
        var codes = json.at("codes").members();
        codes.forEach((code, option) -> {
            option(option);
            mistake(
                    !domain.texts().isEmpty()
                            && !code.equals("*")
                            && !domain.texts().contains(code),
                    option,
                    "the input is never " + code);
        });
        if (!codes.containsKey("*")) {
            domain.texts().stream()
                    .filter(text -> !codes.containsKey(text))
                    .sorted()
                    .forEach(text -> mistake(true, json.at("codes"), "gap: nothing for " + text));
        }
    }

    private void each(JsonValue json) {
        var maximum = new BigDecimal(json.text("maximum"));
        json.at("codes").members().forEach((code, option) -> {
            option(option);
            mistake(new BigDecimal(option.text("points")).compareTo(maximum) > 0, option, "points above the maximum");
        });
    }

    private void option(JsonValue option) {
        members(option, Set.of("points", "text", "value"));
        mistake(new BigDecimal(option.text("points")).signum() < 0, option, "points below 0");
        option.find("value").ifPresent(this::pattern);
    }

    private void steps(JsonValue json) {
        mistake(new BigDecimal(json.text("step")).signum() <= 0, json.at("step"), "a step is above 0");
        var deduct = new BigDecimal(json.text("deduct"));
        mistake(deduct.signum() <= 0, json.at("deduct"), "a deduction is above 0");
        mistake(
                deduct.compareTo(new BigDecimal(json.text("maximum"))) > 0,
                json.at("deduct"),
                "a deduction above the maximum");
    }

    /** Checks a veto or cap: its grade, its conditions, and whether they can be true. */
    private void verdict(JsonValue json, Set<String> members) {
        members(json, members);
        var rank = grades.indexOf(json.text("grade"));
        mistake(rank < 0, json.at("grade"), "no grade " + json.text("grade"));
        mistake(rank == 0, json.at("grade"), "the best grade holds nobody down");
        json.find("until").ifPresent(until -> input(until.at("input")));
        var conditions = Condition.list(json, "when");
        mistake(conditions.isEmpty(), json, "has no condition");
        for (var i = 0; i < conditions.size(); i++) {
            var name = conditions.get(i).field();
            var known = name.startsWith(RatingForm.POINTS)
                    ? lines.containsKey(name.substring(RatingForm.POINTS.length()))
                    : inputs.containsKey(name);
            mistake(!known, json.list("when").get(i), "no input " + name);
        }
        conditions.stream()
                .collect(Collectors.groupingBy(Condition::field))
                .forEach((name, tests) -> mistake(!domain(name).allows(tests), json, "cannot fire: " + name));
    }

    private Domain domain(String name) {
        if (name.startsWith(RatingForm.POINTS)) {
            return Domain.points();
        }
        var input = inputs.get(name);
        return input == null ? Domain.ANY : Domain.of(input);
    }

    private void grades(List<JsonValue> json) {
        mistake(json.isEmpty(), "$.grades", "no grades");
        for (var i = 0; i < json.size(); i++) {
            members(json.get(i), Set.of("code", "from", "meaning"));
            var from = new BigDecimal(json.get(i).text("from"));
            var above = i == 0
                    ? Numbers.HUNDRED.add(BigDecimal.ONE)
                    : new BigDecimal(json.get(i - 1).text("from"));
            mistake(from.compareTo(above) >= 0, json.get(i), "grades go from the best to the worst");
            mistake(i == json.size() - 1 && from.signum() != 0, json.get(i), "gap from 0 to " + Numbers.plain(from));
        }
    }

    private void pattern(JsonValue json) {
        var text = json.text();
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            var close = text.indexOf('}', open);
            if (close < 0) {
                mistake(true, json, "a bracket does not close");
                return;
            }
            var key = text.substring(open + 1, close).split(":", 2);
            mistake(!inputs.containsKey(key[0]), json, "no input " + key[0]);
            mistake(key.length == 2 && !FORMATS.contains(key[1]), json, "no format " + key[key.length - 1]);
        }
    }

    private void input(JsonValue name) {
        mistake(!inputs.containsKey(name.text()), name, "no input " + name.text());
    }

    private void ids(List<JsonValue> list, String member) {
        var seen = new HashSet<String>();
        list.forEach(json -> mistake(!seen.add(json.text(member)), json.at(member), "twice " + json.text(member)));
    }

    private void members(JsonValue json, Set<String> known) {
        json.members().forEach((name, value) -> mistake(!known.contains(name), value, "unknown member"));
    }

    private void mistake(boolean wrong, JsonValue place, String what) {
        mistake(wrong, place.where(), what);
    }

    private void mistake(boolean wrong, String place, String what) {
        if (wrong) {
            mistakes.add(place + ": " + what);
        }
    }
}

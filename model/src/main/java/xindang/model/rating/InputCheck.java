package xindang.model.rating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import xindang.model.json.JsonValue;
import xindang.model.template.Condition;

/**
 * Finds the mistakes of the inputs of a form. Each input must name exactly one source and may use only inputs before
 * it.
 */
final class InputCheck {
    private static final Map<String, Set<String>> KINDS = Map.ofEntries(
            Map.entry("path", Set.of()),
            Map.entry("first", Set.of()),
            Map.entry("filled", Set.of()),
            Map.entry("present", Set.of("where")),
            Map.entry("age", Set.of()),
            Map.entry("since", Set.of()),
            Map.entry("count", Set.of("where", "known", "unknownWhenNone")),
            Map.entry("sum", Set.of("where", "known")),
            Map.entry("max", Set.of("where", "known")),
            Map.entry("min", Set.of("where", "known")),
            Map.entry("period", Set.of("by", "need", "needBefore")),
            Map.entry("cell", Set.of("by", "at", "before")),
            Map.entry("newest", Set.of("where")),
            Map.entry("list", Set.of("where", "otherwise")),
            Map.entry("totals", Set.of("fields")),
            Map.entry("plus", Set.of("minus", "require")),
            Map.entry("ratio", Set.of()),
            Map.entry("change", Set.of()),
            Map.entry("drafts", Set.of()),
            Map.entry("consented", Set.of()),
            Map.entry("choose", Set.of()));
    private static final Set<String> ALWAYS = Set.of("average", "labels");

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, JsonValue> inputs;
    private final Set<String> before = new HashSet<>();

    private InputCheck(Map<String, JsonValue> inputs) {
        this.inputs = inputs;
    }

    static List<String> of(Map<String, JsonValue> inputs) {
        var check = new InputCheck(inputs);
        inputs.forEach((name, json) -> {
            check.input(json);
            check.before.add(name);
        });
        return check.mistakes;
    }

    private void input(JsonValue json) {
        var members = json.members();
        var kinds = members.keySet().stream().filter(KINDS::containsKey).toList();
        var kind = kinds.stream().filter(one -> fits(one, members.keySet())).findFirst();
        if (kind.isEmpty()) {
            mistake(
                    json,
                    kinds.isEmpty() ? "says nothing of where it comes from" : "unknown member beside " + kinds.get(0));
            return;
        }
        switch (kind.get()) {
            case "first", "count", "sum", "max", "min" ->
                names(Stream.of("first", "known")
                        .flatMap(member -> json.list(member).stream())
                        .filter(name -> !name.text().contains(".")));
            case "plus", "ratio", "change" ->
                names(Stream.of("plus", "minus", "require", "ratio", "change")
                        .flatMap(member -> json.list(member).stream()));
            case "cell" -> cell(json);
            case "choose" -> json.list("choose").forEach(this::choice);
            default -> {
                // reads from the archive only
            }
        }
        if (Set.of("ratio", "change").contains(kind.get())
                && json.list(kind.get()).size() != 2) {
            mistake(json, "needs two inputs");
        }
    }

    private static boolean fits(String kind, Set<String> members) {
        return members.stream()
                .allMatch(member -> member.equals(kind)
                        || ALWAYS.contains(member)
                        || KINDS.getOrDefault(kind, Set.of()).contains(member));
    }

    private void cell(JsonValue json) {
        names(Stream.of(json.at("at")));
        var period = inputs.get(json.text("at"));
        if (period != null
                && !(period.has("period")
                        && json.text("cell").startsWith(period.text("period") + ".*.")
                        && json.text("by").equals(period.text("by")))) {
            mistake(json.at("at"), "is no period of this group");
        }
    }

    private void choice(JsonValue json) {
        json.members().forEach((name, value) -> {
            if (!Set.of("when", "value").contains(name)) {
                mistake(value, "unknown member");
            }
        });
        for (var when : json.list("when")) {
            var name = Condition.read(when).field();
            if (!before.contains(name)) {
                mistake(when, "no input " + name + " before");
            }
        }
    }

    private void names(Stream<JsonValue> names) {
        names.filter(name -> !before.contains(name.text()))
                .forEach(name -> mistake(name, "no input " + name.text() + " before"));
    }

    private void mistake(JsonValue place, String what) {
        mistakes.add(place.where() + ": " + what);
    }
}

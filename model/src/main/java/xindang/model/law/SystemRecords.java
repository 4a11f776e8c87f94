package xindang.model.law;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import xindang.model.archive.Change;
import xindang.model.archive.Content;
import xindang.model.common.AppException;
import xindang.model.json.JsonValue;
import xindang.model.template.Template;

/**
 * Checks the values of ratings, queries and reports. Only the program writes them, so a value of another form came from
 * another program.
 */
final class SystemRecords {
    private static final String INPUTS = "rating.inputs";
    private static final int LONGEST_TEXT = 500;
    private static final int DEEPEST = 8;

    private static final Map<String, Predicate<String>> SHAPES = Map.ofEntries(
            Map.entry("rating.formDigest", is("[0-9a-f]{64}")),
            Map.entry("rating.digest", is("[0-9a-f]{64}")),
            Map.entry("report.digest", is("[0-9a-f]{64}")),
            Map.entry("rating.grade", is("[A-Z]{1,4}[+-]?|\\p{IsHan}{1,6}")),
            Map.entry("report.number", is("[A-Za-z0-9-]{6,100}")),
            Map.entry("query.report", is("[A-Za-z0-9-]{6,100}")),
            Map.entry("report.kind", is("[a-z][a-z0-9-]{0,39}")),
            Map.entry("rating.at", SystemRecords::isTime),
            Map.entry("query.at", SystemRecords::isTime),
            Map.entry("report.at", SystemRecords::isTime),
            Map.entry(INPUTS, SystemRecords::isBasis));

    private static final Set<String> MEMBERS = Set.of("form", "on", "inputs", "averages", "score", "grade");

    private SystemRecords() {}

    static List<Objection> objections(Template template, Change change, Content after) {
        if (template.subject().isPresent()) {
            return List.of();
        }
        var found = new ArrayList<Objection>();
        for (var field : change.fields()) {
            var shape = SHAPES.get(field.path());
            if (shape != null && field.after().filter(shape.negate()).isPresent()) {
                found.add(new Objection("value.type", field.path()));
            }
        }
        if (template.field(INPUTS).isPresent() && found.isEmpty() && !isOf(after.text(INPUTS), after)) {
            found.add(new Objection("value.type", INPUTS));
        }
        return found;
    }

    /** Returns whether a rating agrees with its inputs. A rating without inputs is refused. */
    private static boolean isOf(String inputs, Content rating) {
        try {
            var json = JsonValue.parse(inputs);
            return !rating.text("rating.digest").isEmpty()
                    && json.at("form").text("digest").equals(rating.text("rating.formDigest"))
                    && json.text("score").equals(rating.text("rating.score"))
                    && (rating.get("rating.grade").isEmpty()
                            || json.text("grade").equals(rating.text("rating.grade")));
        } catch (AppException e) {
            return false;
        }
    }

    /** Returns whether a text is canonical JSON with few levels and short texts without forbidden words. */
    static boolean isJson(String text) {
        try {
            var json = JsonValue.parse(text);
            return isLawful(json, DEEPEST) && json.canonical().equals(text);
        } catch (AppException e) {
            return false;
        }
    }

    private static boolean isLawful(JsonValue json, int depth) {
        if (depth == 0) {
            return false;
        }
        if (json.isText()) {
            return isLawful(json.text());
        }
        if (json.isObject()) {
            return json.members().entrySet().stream()
                    .allMatch(member -> isLawful(member.getKey()) && isLawful(member.getValue(), depth - 1));
        }
        return !json.isArray() || json.list().stream().allMatch(element -> isLawful(element, depth - 1));
    }

    private static boolean isLawful(String text) {
        return text.length() <= LONGEST_TEXT
                && Wording.words(TextDoor.TEXT, text).isEmpty();
    }

    private static boolean isBasis(String text) {
        try {
            var json = JsonValue.parse(text);
            return json.members().keySet().equals(MEMBERS)
                    && json.at("form").members().keySet().equals(Set.of("id", "title", "digest"))
                    && json.at("averages").members().keySet().equals(Set.of("at", "village", "town"))
                    && json.at("inputs").members().values().stream().allMatch(JsonValue::isText);
        } catch (AppException e) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text).toString().equals(text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Predicate<String> is(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}

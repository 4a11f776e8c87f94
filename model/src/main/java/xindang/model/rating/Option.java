package xindang.model.rating;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xindang.model.json.JsonValue;

/**
 * The points of a code.
 *
 * @param text the rule in words
 * @param value name of the value when it differs from the label, otherwise empty
 */
record Option(BigDecimal points, String text, String value) {
    /** Reads the options by code, in the order of the form. */
    static Map<String, Option> read(JsonValue json) {
        var options = new LinkedHashMap<String, Option>();
        json.members()
                .forEach((code, value) -> options.put(
                        code,
                        new Option(new BigDecimal(value.text("points")), value.text("text"), value.text("value", ""))));
        return options;
    }

    static Map<String, Option> yesNo(JsonValue json) {
        var options = new LinkedHashMap<String, Option>();
        options.put("true", answer(json, "yes", "是"));
        options.put("false", answer(json, "no", "否"));
        return options;
    }

    private static Option answer(JsonValue json, String member, String usual) {
        var text = json.text(member + "Text", usual);
        return new Option(new BigDecimal(json.text(member)), text, text);
    }

    static List<PointStep> steps(Map<String, Option> options) {
        return options.values().stream()
                .map(option -> new PointStep(option.points(), option.text()))
                .distinct()
                .toList();
    }
}

package xindang.model.report;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import xindang.model.json.JsonValue;

/** The template paths that a report description names. */
final class DescriptionFields {
    private static final Pattern BRACES = Pattern.compile("\\{([^@}][^}:]*)(:bare)?}");

    private DescriptionFields() {}

    static java.util.Set<String> of(String kind) {
        var json = JsonValue.resource(ReportDescription.class, kind + ".json");
        var paths = new TreeSet<String>();
        var matcher = BRACES.matcher(json.canonical());
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        for (var section : json.list("sections")) {
            section.find("known").map(JsonValue::text).ifPresent(paths::add);
            section.find("group").map(JsonValue::text).ifPresent(group -> section.list("columns")
                    .forEach(column -> {
                        column.texts("fields").forEach(field -> paths.add(group + ".*." + field));
                    }));
            for (var figure : section.list("figures")) {
                for (var way : figure.list("of")) {
                    paths.addAll(way.texts("also"));
                    List.of("count", "path", "present", "amount")
                            .forEach(member ->
                                    way.find(member).map(JsonValue::text).ifPresent(paths::add));
                }
            }
        }
        return paths;
    }
}

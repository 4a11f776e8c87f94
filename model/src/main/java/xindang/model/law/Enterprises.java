package xindang.model.law;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xindang.model.template.Field;
import xindang.model.template.Template;

/**
 * The fields about an enterprise, listed in {@code enterprises.tsv}. Article 14(1) protects persons only: a firm that
 * tests genes may have this word in its name.
 */
final class Enterprises {
    private static final Map<String, List<String>> PATHS = WordFile.rows("enterprises.tsv", 2).stream()
            .collect(Collectors.groupingBy(row -> row[0], Collectors.mapping(row -> row[1], Collectors.toList())));

    private Enterprises() {}

    static boolean isAboutOne(Template template, Field field) {
        return PATHS.getOrDefault(template.id(), List.of()).stream()
                .anyMatch(path -> template.field(path).filter(field::equals).isPresent());
    }
}

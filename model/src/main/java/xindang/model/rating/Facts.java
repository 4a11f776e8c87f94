package xindang.model.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.template.Consents;
import xindang.model.template.LegalClass;
import xindang.model.template.Retention;
import xindang.model.template.Template;

/**
 * What a form may see of a subject on a day.
 *
 * @param region 12-digit division code
 * @param readable whether the law lets a path be used: what a household has not consented to is as if never asked
 */
public record Facts(Content content, String region, Predicate<String> readable) {
    /** Everything in the content may be used. */
    public static Facts open(Content content, String region) {
        return new Facts(content, region, path -> true);
    }

    /**
     * What the law leaves of a record on a day: no adverse item whose term is over, and of the items that need consent
     * only those with one.
     */
    public static Facts lawful(Template template, Content content, String region, LocalDate on) {
        var consents = Consents.open(template, content, on);
        return new Facts(
                Retention.shown(template, content, on),
                region,
                path -> template.legal(path) == LegalClass.OPEN || consents.covers(path));
    }

    Optional<String> get(String path) {
        return readable.test(path) ? content.get(path) : Optional.empty();
    }

    boolean has(String pathOrBlock) {
        return pathOrBlock.indexOf('.') < 0
                ? content.hasBlock(pathOrBlock)
                : get(pathOrBlock).isPresent();
    }

    /** Keys of the rows of a group that may be used; none when the group may not. */
    List<String> rows(String group) {
        return readable.test(group) ? content.rows(group) : List.of();
    }

    Optional<String> cell(String group, String row, String field) {
        return get(Paths.of(group, row, field));
    }

    /** A date, month or year as the first day of it; empty for what is no date. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(
                    switch (text.length()) {
                        case 4 -> text + "-01-01";
                        case 7 -> text + "-01";
                        default -> text;
                    }));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}

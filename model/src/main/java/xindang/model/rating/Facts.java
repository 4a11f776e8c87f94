package xindang.model.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.law.Lawful;
import xindang.model.template.IncompleteRows;
import xindang.model.template.Template;

/**
 * What a form may see of a subject on a day.
 *
 * @param content only what the law lets be used: what a household has not consented to is as if never asked
 * @param region 12-digit division code
 */
public record Facts(Content content, String region) {
    /** Everything in the content may be used. */
    public static Facts open(Content content, String region) {
        return new Facts(content, region);
    }

    /** What the law leaves of a record on a day, without rows of bad information that are drafts. */
    public static Facts lawful(Template template, Content content, String region, LocalDate on) {
        return new Facts(
                IncompleteRows.without(
                        template, Lawful.of(template, content, on).content()),
                region);
    }

    Optional<String> get(String path) {
        return content.get(path);
    }

    boolean has(String pathOrBlock) {
        return pathOrBlock.indexOf('.') < 0
                ? content.hasBlock(pathOrBlock)
                : get(pathOrBlock).isPresent();
    }

    /** Keys of the rows of a group. */
    List<String> rows(String group) {
        return content.rows(group);
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

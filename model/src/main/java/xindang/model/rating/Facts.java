package xindang.model.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * @param drafts how many rows of bad information lack a required item, by group; they are not in the content
 */
public record Facts(Content content, String region, Map<String, Integer> drafts) {
    public Facts {
        drafts = Map.copyOf(drafts);
    }

    /** Everything in the content may be used. */
    public static Facts open(Content content, String region) {
        return new Facts(content, region, Map.of());
    }

    /** What the law leaves of a record on a day, without rows of bad information that are drafts. */
    public static Facts lawful(Template template, Content content, String region, LocalDate on) {
        return complete(template, Lawful.of(template, content, on).content(), region);
    }

    /** All of a content but the rows of bad information that are drafts. */
    static Facts complete(Template template, Content content, String region) {
        var drafts = new TreeMap<String, Integer>();
        IncompleteRows.of(template, content).forEach(row -> drafts.merge(row.group(), 1, Integer::sum));
        return new Facts(IncompleteRows.without(template, content), region, drafts);
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
}

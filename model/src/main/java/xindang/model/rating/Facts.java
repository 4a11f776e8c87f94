package xindang.model.rating;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.law.Gate;
import xindang.model.template.IncompleteRows;
import xindang.model.template.Template;
import xindang.model.value.Estimate;

/**
 * What a form may see of a subject on a day.
 *
 * @param content only what the law lets be used: what a household has not consented to is as if never asked
 * @param region 12-digit division code
 * @param drafts how many rows of bad information lack a required item, by group; they are not in the content
 * @param estimates what is only about right or a range, by path; the content holds the middle of it, which is reckoned with
 * @param consented whether the person's consent to something is valid on the day; a row that was withdrawn, has ended or lacks its
 *     dates is none
 */
public record Facts(
        Content content,
        String region,
        Map<String, Integer> drafts,
        Map<String, Estimate> estimates,
        boolean consented) {
    public Facts {
        drafts = Map.copyOf(drafts);
        estimates = Map.copyOf(estimates);
    }

    /** Everything in the content may be used. */
    public static Facts open(Content content, String region) {
        return of(
                content,
                region,
                Map.of(),
                Gate.consentActs(content).stream().anyMatch(row -> row.isGiven() && !row.isPassOn()));
    }

    private static Facts of(Content content, String region, Map<String, Integer> drafts, boolean consented) {
        var estimates = new TreeMap<String, Estimate>();
        content.forEach((path, value) -> {
            if (value.startsWith("~") || value.contains("..")) {
                Estimate.of(value).ifPresent(estimate -> estimates.put(path, estimate));
            }
        });
        if (estimates.isEmpty()) {
            return new Facts(content, region, drafts, estimates, consented);
        }
        var middles = new TreeMap<String, String>();
        estimates.forEach((path, estimate) -> middles.put(path, Numbers.plain(estimate.middle())));
        return new Facts(content.with(middles), region, drafts, estimates, consented);
    }

    /** What the law leaves of a record on a day, without rows of bad information that are drafts. */
    public static Facts lawful(Template template, Content content, String region, LocalDate on) {
        return complete(template, Gate.lawful(template, content, on).content(), region, on);
    }

    /** All of a content but the rows of bad information that are drafts. */
    static Facts complete(Template template, Content content, String region, LocalDate on) {
        var known = content.known();
        return of(
                IncompleteRows.without(template, known),
                region,
                IncompleteRows.counts(template, known),
                !Gate.consents(template, known, on).items().isEmpty());
    }

    Optional<String> get(String path) {
        return content.get(path);
    }

    /** Keys of the rows of a group. */
    List<String> rows(String group) {
        return content.rows(group);
    }

    Optional<String> cell(String group, String row, String field) {
        return get(Paths.of(group, row, field));
    }
}

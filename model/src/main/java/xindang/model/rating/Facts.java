package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import xindang.model.archive.Content;
import xindang.model.archive.Paths;
import xindang.model.law.Gate;
import xindang.model.template.Field;
import xindang.model.template.IncompleteRows;
import xindang.model.template.Template;
import xindang.model.value.Estimate;

/**
 * The data of a subject that a form may use on a day.
 *
 * @param content the lawful content; items without consent are absent, as if they were never collected
 * @param region 12-digit division code
 * @param drafts number of rows of bad information that lack a required item, by group; the content does not contain
 *     them
 * @param estimates approximate numbers and ranges by path; the content contains one number for each, for calculations
 * @param consented whether any consent of the person is valid on the day; a withdrawn, expired or undated one is not
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

    /** Makes facts from a content of which everything may be used. */
    public static Facts open(Content content, String region) {
        return of(
                content,
                region,
                Map.of(),
                Gate.consentActs(content).stream().anyMatch(row -> row.isGiven() && !row.isPassOn()),
                (path, estimate) -> estimate.middle());
    }

    /** Returns the number that a rating uses for an approximate number or a range. */
    private interface End extends BiFunction<String, Estimate, BigDecimal> {}

    /**
     * Returns the cautious end of an estimate, as the template says: the low one of income and assets, the high one of debts.
     * An approximate number has one end.
     */
    private static BigDecimal cautious(Template template, String path, Estimate estimate) {
        var end = template.field(Paths.pattern(path)).map(Field::cautious).orElse(Field.Cautious.LOW);
        return end == Field.Cautious.HIGH ? estimate.high() : estimate.low();
    }

    private static Facts of(Content content, String region, Map<String, Integer> drafts, boolean consented, End end) {
        var estimates = new TreeMap<String, Estimate>();
        content.forEach((path, value) -> {
            if (value.startsWith("~") || value.contains("..")) {
                Estimate.of(value).ifPresent(estimate -> estimates.put(path, estimate));
            }
        });
        if (estimates.isEmpty()) {
            return new Facts(content, region, drafts, estimates, consented);
        }
        var numbers = new TreeMap<String, String>();
        estimates.forEach((path, estimate) -> numbers.put(path, Numbers.plain(end.apply(path, estimate))));
        return new Facts(content.with(numbers), region, drafts, estimates, consented);
    }

    /** Makes facts from the lawful part of a record on a day, without drafts of rows of bad information. */
    public static Facts lawful(Template template, Content content, String region, LocalDate on) {
        return complete(template, Gate.lawful(template, content, on).content(), region, on);
    }

    /** Makes facts from a whole content, without drafts of rows of bad information. */
    static Facts complete(Template template, Content content, String region, LocalDate on) {
        var known = content.known();
        return of(
                IncompleteRows.without(template, known),
                region,
                IncompleteRows.counts(template, known),
                !Gate.consents(template, known, on).items().isEmpty(),
                (path, estimate) -> cautious(template, path, estimate));
    }

    Optional<String> get(String path) {
        return content.get(path);
    }

    /** Returns the keys of the rows of a group. */
    List<String> rows(String group) {
        return content.rows(group);
    }

    Optional<String> cell(String group, String row, String field) {
        return get(Paths.of(group, row, field));
    }
}

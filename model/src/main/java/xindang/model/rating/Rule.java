package xindang.model.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A rule by which an indicator gives points. It is data of the form and independent of the source of its inputs. */
interface Rule {
    /** Returns the result; empty when an input is missing. */
    Optional<Fired> fire(Scope scope);

    /** Returns why there is no result; empty when the only reason is a missing value. */
    default Optional<String> whyMissing(Scope scope) {
        return Optional.empty();
    }

    /** Returns the next result with more points; empty when there is none or the value is missing. */
    Optional<Better> better(Scope scope);

    /** Returns the maximum points. */
    BigDecimal maximum();

    /** Returns all possible results, in the order of the form. */
    List<PointStep> steps();

    /**
     * The result of a rule.
     *
     * @param assessed maximum points possible with the known data
     * @param value the value as text; an indicator may replace it by a better text
     * @param text the rule in words
     * @param note the number that the value was compared with, in words; may be empty
     */
    record Fired(BigDecimal points, BigDecimal assessed, String value, String text, String note) {
        Fired(BigDecimal points, BigDecimal assessed, String value, String text) {
            this(points, assessed, value, text, "");
        }
    }

    /**
     * The next result with more points.
     *
     * @param gain the additional points
     * @param text the condition for them, in words
     */
    record Better(BigDecimal gain, String text) {}
}

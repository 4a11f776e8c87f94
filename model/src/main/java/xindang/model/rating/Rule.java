package xindang.model.rating;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** How an indicator gives points. Each kind is data of the form; none knows where its inputs come from. */
interface Rule {
    /** The result, or empty when what it needs is missing. */
    Optional<Fired> fire(Scope scope);

    /** Why there is no result, where that is not simply a missing value; empty otherwise. */
    default Optional<String> silence(Scope scope) {
        return Optional.empty();
    }

    /** The next better result, were the value better; empty when there is none or the value is missing. */
    Optional<Better> better(Scope scope);

    /** The most points it gives. */
    BigDecimal maximum();

    /** All that it may give, as it stands in the form: for what, how many points. */
    List<PointStep> steps();

    /**
     * What fired.
     *
     * @param assessed the most points that could be given with what is known
     * @param value the value as text; an indicator may say it better
     * @param text the rule in words
     * @param note what the value was compared with, may be empty
     */
    record Fired(BigDecimal points, BigDecimal assessed, String value, String text, String note) {
        Fired(BigDecimal points, BigDecimal assessed, String value, String text) {
            this(points, assessed, value, text, "");
        }
    }

    /** The next step up: how many points more, and the words of the rule that gives them. */
    record Better(BigDecimal gain, String text) {}
}

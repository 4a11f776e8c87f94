package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ways to a better grade: the next grade, the missing points, and the next step of each indicator, most points first.
 *
 * @param grade the next better grade; empty when the grade is the best, or there is none
 * @param missing missing points; zero when only a cap or veto prevents the grade
 * @param cappedUntil last day of a cap that prevents it, if known
 */
public record Ways(
        Optional<String> grade, BigDecimal missing, boolean capped, Optional<LocalDate> cappedUntil, List<Way> ways) {
    public Ways {
        ways = List.copyOf(ways);
    }

    /**
     * One way.
     *
     * @param gain additional points of the score, after scaling
     * @param text advice: 投保农业保险, or the indicator and the band to reach
     * @param note 参保后凭保单更新, or the present value
     */
    public record Way(String indicator, BigDecimal gain, String text, String note) {}

    /** Returns the ways up from a rating made with the form. */
    public static Ways of(RatingForm form, Rating rating) {
        var scope = form.scope(rating.inputs(), rating.averages());
        var ways = new ArrayList<Way>();
        for (var block : form.blocks()) {
            for (var indicator : block.indicators()) {
                indicator.judge().rule().better(scope).ifPresent(better -> ways.add(way(indicator, better, rating)));
            }
        }
        ways.sort(Comparator.comparing(Way::gain).reversed());
        var rank = rating.rated() ? form.rank(rating.grade()) : 0;
        var next = rank > 0 ? Optional.of(form.grades().get(rank - 1)) : Optional.<RatingForm.Grade>empty();
        var lacking = next.map(grade -> grade.from().subtract(rating.score().orElse(BigDecimal.ZERO)))
                .orElse(BigDecimal.ZERO)
                .max(BigDecimal.ZERO);
        var holding = rating.firedCaps().stream()
                .filter(cap -> rank > 0 && form.rank(cap.grade()) > rank - 1)
                .toList();
        var until = holding.stream().flatMap(cap -> cap.until().stream()).max(Comparator.naturalOrder());
        return new Ways(next.map(RatingForm.Grade::code), lacking, !holding.isEmpty(), until, ways);
    }

    private static Way way(RatingForm.Indicator indicator, Rule.Better better, Rating rating) {
        var gain = rating.assessed().signum() == 0
                ? better.gain()
                : Numbers.divide(better.gain().multiply(Numbers.HUNDRED), rating.assessed(), 1);
        var now = rating.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .filter(line -> line.id().equals(indicator.id()))
                .map(Rating.Line::value)
                .findFirst()
                .orElse("");
        return new Way(
                indicator.id(),
                new BigDecimal(Numbers.plain(gain)),
                indicator.hint().isEmpty() ? indicator.label() + "到 " + better.text() : indicator.hint(),
                indicator.note().isEmpty() ? "现为 " + now : indicator.note());
    }
}

package xindang.model.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import xindang.model.template.Condition;

/**
 * The rating engine. It computes a rating from form and facts, without side effects: the same arguments always give the
 * same rating and digest.
 */
public final class Scoring {
    private Scoring() {}

    /** Rates the known facts of a subject on a day. */
    public static Rating rate(RatingForm form, Facts facts, Averages averages, LocalDate on) {
        return rate(form, form.inputs(facts, on), averages, on);
    }

    /** Rates given inputs. A recomputation uses this. */
    static Rating rate(RatingForm form, SortedMap<String, String> inputs, Averages averages, LocalDate on) {
        var scope = form.scope(inputs, averages);
        var points = new HashMap<String, BigDecimal>();
        var blocks =
                form.blocks().stream().map(block -> block(block, scope, points)).toList();
        var adjustments =
                form.adjustments().stream().map(item -> adjustment(item, scope)).toList();
        var vetoes = form.vetoes().stream()
                .map(veto -> new Rating.Veto(veto.id(), veto.label(), state(veto.holds(inputs, on))))
                .toList();
        var caps = form.caps().stream().map(cap -> cap(cap, inputs, points, on)).toList();
        var assessed = sum(blocks.stream().map(Rating.Block::assessed).toList());
        var drafts = inputs.containsKey(form.missing().drafts());
        var score = drafts ? Optional.<BigDecimal>empty() : score(form, blocks, adjustments, assessed, points);
        var none = drafts ? form.missing().draftGrade() : form.missing().grade();
        var verdict = verdict(form, score, none, vetoes, caps);
        var rating = new Rating(
                form.id(),
                form.version(),
                form.title(),
                form.digest(),
                on,
                Standings.lastDay(form, on),
                inputs,
                averages,
                blocks,
                adjustments,
                vetoes,
                caps,
                assessed,
                form.maximum(),
                score,
                score.map(value -> form.grade(value).code()).orElse(""),
                verdict.grade(),
                verdict.meaning(),
                "",
                "");
        return RatingJson.sealed(rating);
    }

    private static Rating.Block block(RatingForm.Block block, Scope scope, Map<String, BigDecimal> points) {
        var lines = block.indicators().stream()
                .map(indicator -> line(indicator, scope))
                .toList();
        lines.stream()
                .filter(line -> line.status() != Rating.Status.MISSING)
                .forEach(line -> points.put(line.id(), line.points()));
        return new Rating.Block(
                block.id(),
                block.label(),
                block.shortLabel(),
                sum(lines.stream().map(Rating.Line::points).toList()),
                sum(lines.stream().map(Rating.Line::assessed).toList()),
                block.maximum(),
                lines);
    }

    private static Rating.Line line(RatingForm.Indicator indicator, Scope scope) {
        var maximum = indicator.maximum();
        return indicator
                .judge()
                .fire(scope)
                .map(fired -> new Rating.Line(
                        indicator.id(),
                        indicator.label(),
                        fired.value(),
                        fired.text(),
                        fired.points(),
                        fired.assessed(),
                        maximum,
                        fired.points().compareTo(maximum) == 0 ? Rating.Status.FULL : Rating.Status.PARTIAL,
                        fired.note()))
                .orElseGet(() -> new Rating.Line(
                        indicator.id(),
                        indicator.label(),
                        "",
                        "",
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        maximum,
                        Rating.Status.MISSING,
                        indicator.judge().whyMissing(scope)));
    }

    private static Rating.Adjustment adjustment(RatingForm.Adjustment adjustment, Scope scope) {
        var lines = adjustment.items().stream().map(item -> line(item, scope)).toList();
        var points = sum(lines.stream().map(Rating.Line::points).toList()).min(adjustment.limit());
        return new Rating.Adjustment(
                adjustment.id(), adjustment.label(), adjustment.sign(), points, adjustment.limit(), lines);
    }

    private static Rating.Cap cap(
            RatingForm.Cap cap, Map<String, String> inputs, Map<String, BigDecimal> points, LocalDate on) {
        var until = cap.until(inputs);
        var over = until.map(end -> end.isBefore(on)).orElse(false);
        return new Rating.Cap(
                cap.id(),
                cap.label(),
                cap.grade(),
                over ? Rating.State.CLEAR : state(cap.holds(inputs, points, on)),
                over ? Optional.empty() : until);
    }

    private static Rating.State state(Condition.Answer answer) {
        return switch (answer) {
            case YES -> Rating.State.FIRED;
            case NO -> Rating.State.CLEAR;
            case UNKNOWN -> Rating.State.UNKNOWN;
        };
    }

    private static Optional<BigDecimal> score(
            RatingForm form,
            List<Rating.Block> blocks,
            List<Rating.Adjustment> adjustments,
            BigDecimal assessed,
            Map<String, BigDecimal> points) {
        var missing = form.missing();
        if (assessed.signum() == 0
                || assessed.compareTo(missing.minimum()) < 0
                || !points.keySet().containsAll(missing.required())) {
            return Optional.empty();
        }
        var sum = sum(blocks.stream().map(Rating.Block::points).toList());
        var scaled = sum.multiply(Numbers.HUNDRED).divide(assessed, 6, RoundingMode.HALF_UP);
        for (var adjustment : adjustments) {
            scaled = adjustment.sign() == RatingForm.Sign.BONUS
                    ? scaled.add(adjustment.points())
                    : scaled.subtract(adjustment.points());
        }
        var score = Numbers.clip(scaled, BigDecimal.ZERO, Numbers.HUNDRED).setScale(1, RoundingMode.HALF_UP);
        return Optional.of(new BigDecimal(Numbers.plain(score)));
    }

    private static Verdict verdict(
            RatingForm form, Optional<BigDecimal> score, String none, List<Rating.Veto> vetoes, List<Rating.Cap> caps) {
        var vetoed = new ArrayList<RatingForm.Veto>();
        for (var i = 0; i < vetoes.size(); i++) {
            if (vetoes.get(i).state() == Rating.State.FIRED) {
                vetoed.add(form.vetoes().get(i));
            }
        }
        if (score.isEmpty()) {
            return new Verdict("", none);
        }
        var rank = form.rank(form.grade(score.get()).code());
        for (var cap : caps) {
            if (cap.state() == Rating.State.FIRED) {
                rank = Math.max(rank, form.rank(cap.grade()));
            }
        }
        for (var veto : vetoed) {
            rank = Math.max(rank, form.rank(veto.grade()));
        }
        var grade = form.grades().get(rank);
        return new Verdict(
                grade.code(),
                vetoed.isEmpty()
                        ? grade.meaning()
                        : grade.meaning() + "；否决："
                                + vetoed.stream().map(RatingForm.Veto::label).collect(Collectors.joining("、")));
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Verdict(String grade, String meaning) {}
}

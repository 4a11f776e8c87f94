package xindang.model.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.model.archive.Standing;
import xindang.model.rating.Rating;
import xindang.model.report.ReportContent.Hero;
import xindang.model.report.ReportContent.Pair;
import xindang.model.template.Unchecked;

/** The parts of a report that explain its rating. */
final class RatingParts {
    private static final double UNKNOWN = -1;
    private static final int FEWEST_AXES = 3;

    private RatingParts() {}

    /**
     * Makes the grade in large letters.
     *
     * @param note text under the score instead of the day; may be empty
     */
    static Optional<Hero> hero(Dossier dossier, String note) {
        return dossier.rating()
                .map(stored -> {
                    var rating = stored.rating();
                    return new Hero(
                            rating.grade(),
                            rating.meaning(),
                            rating.score().map(BigDecimal::toPlainString).orElse(""),
                            rating.rated() ? "100" : "",
                            note.isEmpty() ? rating.on() + " 初评" : note,
                            facts(rating));
                })
                .or(() -> dossier.outdated().map(RatingParts::outdated))
                .or(() -> SealedParts.hero(dossier));
    }

    /** Makes the text that replaces an outdated grade. */
    private static Hero outdated(Standing standing) {
        var meaning = standing == Standing.EXPIRED ? "评定已过期" : "待重新评定";
        var why = standing == Standing.EXPIRED ? "评定的有效期已过" : "评定后资料有改动";
        return new Hero("", meaning, "", "", "", List.of(new Pair("状态", meaning), new Pair("原因", why)));
    }

    private static List<Pair> facts(Rating rating) {
        var facts = new ArrayList<Pair>();
        facts.add(new Pair("状态", state(rating)));
        rating.firedCaps().stream()
                .filter(cap ->
                        cap.grade().equals(rating.grade()) && !rating.byScore().equals(rating.grade()))
                .findFirst()
                .ifPresent(cap -> facts.add(new Pair("封顶", "最高 " + cap.grade() + " 级")));
        if (rating.rated()) {
            facts.add(new Pair("有效", "至 " + rating.validUntil()));
        }
        facts.add(new Pair("评分表", rating.formTitle()));
        facts.add(new Pair("复算码", rating.brief()));
        return facts;
    }

    private static String state(Rating rating) {
        if (!rating.rated()) {
            return "未评级";
        }
        return rating.complete() ? "初评" : "初评，按 " + plain(rating.assessed()) + " 分折算";
    }

    static Optional<Section> scores(String title, Dossier dossier) {
        return dossier.rating().map(stored -> {
            var rating = stored.rating();
            var blocks = new ArrayList<Section.ScoreBlock>();
            for (var block : rating.blocks()) {
                blocks.add(new Section.ScoreBlock(
                        block.label(),
                        block.points(),
                        block.assessed(),
                        block.lines().stream().map(RatingParts::line).toList()));
            }
            for (var adjustment : rating.adjustments()) {
                if (adjustment.points().signum() != 0) {
                    blocks.add(adjustment(adjustment));
                }
            }
            return new Section.Scores(
                    title, blocks, notes(rating, Unchecked.of(dossier.template(), dossier.content())));
        });
    }

    private static Section.ScoreBlock adjustment(Rating.Adjustment adjustment) {
        var lines = adjustment.lines().stream()
                .filter(line -> line.status() != Rating.Status.MISSING)
                .map(RatingParts::line)
                .toList();
        return new Section.ScoreBlock(adjustment.label(), adjustment.points(), adjustment.limit(), lines);
    }

    private static Section.ScoreLine line(Rating.Line line) {
        var missing = line.status() == Rating.Status.MISSING;
        return new Section.ScoreLine(
                line.label(),
                line.value(),
                missing ? line.note() + "（满分 " + plain(line.maximum()) + "）" : line.rule(),
                line.points(),
                line.assessed());
    }

    private static List<Pair> notes(Rating rating, List<String> unchecked) {
        var notes = new ArrayList<Pair>();
        notes.add(new Pair("得分", rating.reckoning()));
        var vetoes = rating.firedVetoes();
        notes.add(new Pair(
                "否决",
                vetoes.isEmpty()
                        ? notFired(
                                rating.vetoes().stream().map(Rating.Veto::state).toList(), unchecked)
                        : vetoes.stream().map(Rating.Veto::label).collect(Collectors.joining("；"))));
        var caps = rating.firedCaps();
        notes.add(new Pair(
                "封顶",
                caps.isEmpty()
                        ? notFired(rating.caps().stream().map(Rating.Cap::state).toList(), List.of())
                        : caps.stream().map(RatingParts::cap).collect(Collectors.joining("；"))));
        notes.add(new Pair("资料", assessed(rating)));
        averages(rating).ifPresent(text -> notes.add(new Pair("平均数", text)));
        return notes;
    }

    /** @param unchecked titles of the blocks of bad information without a date of checking */
    private static String notFired(List<Rating.State> states, List<String> unchecked) {
        var unknown =
                states.stream().filter(state -> state == Rating.State.UNKNOWN).count();
        if (unknown == 0) {
            return states.size() + " 条都没有触发";
        }
        var judged = states.size() - unknown;
        return (judged == 0 ? states.size() + " 条都" : judged + " 条没有触发；" + unknown + " 条") + "没有资料，无从判断"
                + (unchecked.isEmpty() ? "" : "（没有填" + String.join("、", unchecked) + "的核查日期）");
    }

    private static String assessed(Rating rating) {
        if (rating.complete()) {
            return "各项齐全";
        }
        var share = plain(rating.maximum()) + " 分中的 " + plain(rating.assessed()) + " 分有资料";
        return rating.rated() ? share + "，得分按此折算；没有的资料不加分也不减分" : share + "，" + rating.meaning();
    }

    private static String cap(Rating.Cap cap) {
        return cap.label() + cap.until().map(day -> "，到 " + day + " 止").orElse("");
    }

    /** Returns each mean that a line was compared with, its number of subjects and its date. */
    private static Optional<String> averages(Rating rating) {
        var means = rating.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .filter(line ->
                        line.status() != Rating.Status.MISSING && !line.note().isEmpty())
                .map(line -> line.label() + "：" + line.note())
                .collect(Collectors.joining("；"));
        return means.isEmpty() ? Optional.empty() : Optional.of(means + "（" + rating.on() + " 计算）");
    }

    /** Returns the blocks with known lines. Fewer than three blocks make no figure. */
    static Optional<Section> radar(String title, Dossier dossier) {
        return dossier.rating()
                .map(stored -> stored.rating().blocks().stream()
                        .filter(block -> block.assessed().signum() > 0)
                        .map(block -> new Section.Axis(
                                block.shortLabel(),
                                block.share(),
                                dossier.averages().shares().getOrDefault(block.id(), UNKNOWN)))
                        .toList())
                .filter(axes -> axes.size() >= FEWEST_AXES)
                .map(axes -> new Section.Radar(title, axes, dossier.averages().over()));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

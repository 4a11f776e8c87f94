package xindang.model.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Formats the calculation of the score from the printed points of the lines: 合计 41 分；折算 = 41/69 × 100 + 5 = 64.4.
 * The text also contains each limit that reduced the points.
 */
final class Reckoning {
    private Reckoning() {}

    static String of(Rating rating) {
        var sum = rating.blocks().stream().map(Rating.Block::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        var words = new ArrayList<String>();
        words.add("合计 " + Numbers.plain(sum) + " 分");
        rating.score().ifPresent(score -> words.addAll(scored(rating, sum, score)));
        if (rating.score().isEmpty() && !rating.complete()) {
            words.add("可评 " + Numbers.plain(rating.assessed()) + " 分");
        }
        Optional.ofNullable(rating.inputs().get(RatingForm.ESTIMATES))
                .ifPresent(estimates -> words.add("约数和区间按稳妥的一端计算：" + estimates));
        return String.join("；", words);
    }

    private static List<String> scored(Rating rating, BigDecimal sum, BigDecimal score) {
        var words = new ArrayList<String>();
        var whole = rating.assessed().compareTo(Numbers.HUNDRED) == 0;
        var way = new StringBuilder(Numbers.plain(sum));
        if (!whole) {
            way.append("/").append(Numbers.plain(rating.assessed())).append(" × 100");
        }
        var exact = sum.multiply(Numbers.HUNDRED).divide(rating.assessed(), 6, RoundingMode.HALF_UP);
        for (var adjustment : rating.adjustments()) {
            if (adjustment.points().signum() == 0) {
                continue;
            }
            var bonus = adjustment.sign() == RatingForm.Sign.BONUS;
            way.append(bonus ? " + " : " − ").append(Numbers.plain(adjustment.points()));
            exact = bonus ? exact.add(adjustment.points()) : exact.subtract(adjustment.points());
            var listed = adjustment.lines().stream().map(Rating.Line::points).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (listed.compareTo(adjustment.points()) > 0) {
                words.add(adjustment.label() + "共 " + Numbers.plain(listed) + " 分，最多计 "
                        + Numbers.plain(adjustment.limit()) + " 分");
            }
        }
        var moved = way.toString().contains(" ");
        if (moved) {
            words.add((whole ? "得分 = " : "折算 = ") + way + " = " + Numbers.plain(score));
        }
        if (exact.compareTo(Numbers.HUNDRED) > 0) {
            words.add("最高 100 分");
        } else if (exact.signum() < 0) {
            words.add("最低 0 分");
        }
        return words;
    }
}

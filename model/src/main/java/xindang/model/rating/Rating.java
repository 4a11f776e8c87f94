package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A rating with its explanation: the inputs and averages used, every line with its value, rule and points, and every
 * veto and cap, fired or not.
 *
 * @param formTitle name and edition of the form, as printed
 * @param on the day of the rating
 * @param validUntil last day of its validity
 * @param assessed points that the known data could reach, of {@code maximum}
 * @param score 0 to 100 with at most one decimal; empty when too little is known
 * @param byScore grade by the score alone, before caps and vetoes; empty when not rated
 * @param grade grade of the form's table; empty when not rated
 * @param meaning meaning of the grade, or why there is none
 * @param trace canonical JSON of the form's digest, the day, inputs, averages and result
 * @param digest SHA-256 of the trace
 */
public record Rating(
        String form,
        int formVersion,
        String formTitle,
        String formDigest,
        LocalDate on,
        LocalDate validUntil,
        SortedMap<String, String> inputs,
        Averages averages,
        List<Block> blocks,
        List<Adjustment> adjustments,
        List<Veto> vetoes,
        List<Cap> caps,
        BigDecimal assessed,
        BigDecimal maximum,
        Optional<BigDecimal> score,
        String byScore,
        String grade,
        String meaning,
        String trace,
        String digest) {
    public Rating {
        blocks = List.copyOf(blocks);
        adjustments = List.copyOf(adjustments);
        vetoes = List.copyOf(vetoes);
        caps = List.copyOf(caps);
    }

    public boolean rated() {
        return score.isPresent();
    }

    /** Returns true when all data of the form are known. */
    public boolean complete() {
        return assessed.compareTo(maximum) == 0;
    }

    /** Returns the short form of the digest for people: 7F3C-91AE. */
    public String brief() {
        return xindang.model.common.Digest.brief(digest);
    }

    /** Returns the calculation of the score from the points of the lines, in one line that a reader can check. */
    public String reckoning() {
        return Reckoning.of(this);
    }

    /** Returns the caps that limit the grade. */
    public List<Cap> firedCaps() {
        return caps.stream().filter(cap -> cap.state() == State.FIRED).toList();
    }

    public List<Veto> firedVetoes() {
        return vetoes.stream().filter(veto -> veto.state() == State.FIRED).toList();
    }

    /**
     * A block of lines.
     *
     * @param assessed points that the known data could reach
     */
    public record Block(
            String id,
            String label,
            String shortLabel,
            BigDecimal points,
            BigDecimal assessed,
            BigDecimal maximum,
            List<Line> lines) {
        public Block {
            lines = List.copyOf(lines);
        }

        /** Returns the share of the reachable points, 0 to 1; 0 when none could be reached. */
        public double share() {
            return assessed.signum() == 0
                    ? 0
                    : Numbers.divide(points, assessed, 4).doubleValue();
        }
    }

    /**
     * One indicator.
     *
     * @param value value as text: {@code 48.6 ÷ 41.2 万 = 1.18}; empty when missing
     * @param rule the rule that fired, in words: {@code 1.0–1.2 倍}
     * @param assessed maximum points possible with the known data; less than {@code maximum} when a part is missing
     * @param note what the value was compared with: 本村 143 户平均 41.2 万; for a missing line, why it is missing
     */
    public record Line(
            String id,
            String label,
            String value,
            String rule,
            BigDecimal points,
            BigDecimal assessed,
            BigDecimal maximum,
            Status status,
            String note) {}

    /** The result of a line. */
    public enum Status {
        /** All points. */
        FULL,
        /** Some points, or none. */
        PARTIAL,
        /** Unknown or refused. The line changes the score in neither direction. */
        MISSING
    }

    /** A bonus or malus; {@code points} are the points after the limit, never negative. */
    public record Adjustment(
            String id, String label, RatingForm.Sign sign, BigDecimal points, BigDecimal limit, List<Line> lines) {
        public Adjustment {
            lines = List.copyOf(lines);
        }
    }

    /** A veto and whether it fired. */
    public record Veto(String id, String label, State state) {}

    /** A cap, its highest allowed grade, and its last day if known. */
    public record Cap(String id, String label, String grade, State state, Optional<LocalDate> until) {}

    /** The state of a veto or cap. */
    public enum State {
        FIRED,
        CLEAR,
        /** Its data are not known. */
        UNKNOWN
    }
}

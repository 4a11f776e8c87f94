package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A rating that explains itself: frozen inputs and averages, every line with its value, rule and points, every veto and
 * cap, fired or not.
 *
 * @param formTitle name and edition of the form, as printed
 * @param on the day it is for
 * @param validUntil last day it holds
 * @param assessed points that could be given with what is known, of {@code maximum}
 * @param score 0 to 100 with at most one decimal; empty when too little is known
 * @param byScore grade of the score alone, before caps and vetoes; empty when not rated
 * @param grade of the form's table, or empty when not rated
 * @param meaning of the grade, or why there is none
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

    /** True when all that the form asks is known. */
    public boolean complete() {
        return assessed.compareTo(maximum) == 0;
    }

    /** The short form of the digest that people compare: 7F3C-91AE. */
    public String brief() {
        return xindang.model.common.Digest.brief(digest);
    }

    /** How the points of the lines became the score, in one line that a reader can add up. */
    public String reckoning() {
        return Reckoning.of(this);
    }

    /** Caps that hold the grade down, the strictest first. */
    public List<Cap> firedCaps() {
        return caps.stream().filter(cap -> cap.state() == State.FIRED).toList();
    }

    public List<Veto> firedVetoes() {
        return vetoes.stream().filter(veto -> veto.state() == State.FIRED).toList();
    }

    /**
     * A block of lines.
     *
     * @param assessed points that could be given in it
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

        /** Share of the points that could be given, 0 to 1; 0 when nothing could. */
        public double share() {
            return assessed.signum() == 0
                    ? 0
                    : Numbers.divide(points, assessed, 4).doubleValue();
        }
    }

    /**
     * One indicator.
     *
     * @param value as text: {@code 48.6 ÷ 41.2 万 = 1.18}; empty when missing
     * @param rule what fired, in words: {@code 1.0–1.2 倍}
     * @param assessed most points possible with what is known: less than {@code maximum} when a part is missing
     * @param note what the value was compared with: 本村 143 户平均 41.2 万; of a missing line, why it is missing
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

    /** How a line came out. */
    public enum Status {
        /** All points. */
        FULL,
        /** Some points, or none. */
        PARTIAL,
        /** Not known, or refused: it counts neither way. */
        MISSING
    }

    /** A bonus or malus; {@code points} are what counts after the limit, never negative. */
    public record Adjustment(
            String id, String label, RatingForm.Sign sign, BigDecimal points, BigDecimal limit, List<Line> lines) {
        public Adjustment {
            lines = List.copyOf(lines);
        }
    }

    /** A veto and whether it fired. */
    public record Veto(String id, String label, State state) {}

    /** A cap, the grade it allows at most, and its last day where that is known. */
    public record Cap(String id, String label, String grade, State state, Optional<LocalDate> until) {}

    /** Of a veto or cap. */
    public enum State {
        FIRED,
        CLEAR,
        /** What it depends on is not known. */
        UNKNOWN
    }
}

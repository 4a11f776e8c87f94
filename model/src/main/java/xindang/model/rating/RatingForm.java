package xindang.model.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xindang.model.template.Condition;

/**
 * A rating form as data: inputs from an archive, rules for points, vetoes, caps, and the grade for each score. A form
 * never changes; a better one is a new version.
 */
public final class RatingForm {
    /** Prefix by which a condition of a cap names the points of a line. */
    static final String POINTS = "points.";
    /** The input that lists approximate numbers. */
    static final String ESTIMATES = "estimates";

    private final Head head;
    private final String digest;
    private final List<Input> inputs;
    private final List<Block> blocks;
    private final List<Adjustment> adjustments;
    private final List<Veto> vetoes;
    private final List<Cap> caps;
    private final List<Grade> grades;
    private final Map<String, Map<String, String>> labels;

    RatingForm(
            Head head,
            String digest,
            List<Input> inputs,
            List<Block> blocks,
            List<Adjustment> adjustments,
            List<Veto> vetoes,
            List<Cap> caps,
            List<Grade> grades) {
        this.head = head;
        this.digest = digest;
        this.inputs = List.copyOf(inputs);
        this.blocks = List.copyOf(blocks);
        this.adjustments = List.copyOf(adjustments);
        this.vetoes = List.copyOf(vetoes);
        this.caps = List.copyOf(caps);
        this.grades = List.copyOf(grades);
        this.labels = inputs.stream().collect(Collectors.toMap(Input::name, Input::labels));
    }

    public String id() {
        return head.id();
    }

    /** Returns the version, from 1. */
    public int version() {
        return head.version();
    }

    /** Returns the name with the edition, as printed: 农户百分制 2026-1. */
    public String title() {
        return head.title();
    }

    /** Returns the id of the template of its records. */
    public String type() {
        return head.type();
    }

    /** Returns the SHA-256 of the canonical JSON of the form. */
    public String digest() {
        return digest;
    }

    /** Returns the points of all blocks together. */
    public BigDecimal maximum() {
        return head.maximum();
    }

    /** Returns the validity of a rating, in months. */
    public int validMonths() {
        return head.validMonths();
    }

    /** Returns the rules for refused or missing data. */
    public Missing missing() {
        return head.missing();
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** Returns bonuses and maluses. */
    public List<Adjustment> adjustments() {
        return adjustments;
    }

    public List<Veto> vetoes() {
        return vetoes;
    }

    public List<Cap> caps() {
        return caps;
    }

    /** Returns the grades, best first. */
    public List<Grade> grades() {
        return grades;
    }

    /** Returns the place of a grade, 0 for the best. */
    int rank(String grade) {
        for (var i = 0; i < grades.size(); i++) {
            if (grades.get(i).code().equals(grade)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no grade " + grade + " in " + title());
    }

    /** Returns the grade of a score. The last grade covers all lower scores. */
    Grade grade(BigDecimal score) {
        return grades.stream()
                .filter(grade -> score.compareTo(grade.from()) >= 0)
                .findFirst()
                .orElse(grades.get(grades.size() - 1));
    }

    /** Reads the inputs of this form from an archive on a day. Unknown values are not in the map. */
    public SortedMap<String, String> inputs(Facts facts, LocalDate on) {
        var values = new TreeMap<String, String>();
        for (var input : inputs) {
            input.reader().read(facts, values, on).ifPresent(value -> values.put(input.name(), value));
        }
        if (!facts.estimates().isEmpty()) {
            values.put(ESTIMATES, EstimateWords.of(facts));
        }
        return Collections.unmodifiableSortedMap(values);
    }

    List<String> averaged() {
        return inputs.stream().filter(Input::averaged).map(Input::name).toList();
    }

    Scope scope(Map<String, String> frozen, Averages averages) {
        return new Scope(frozen, averages, labels);
    }

    record Head(
            String id, int version, String title, String type, BigDecimal maximum, int validMonths, Missing missing) {}

    /**
     * The rules for missing data. The score of the known part is scaled to the whole. There is no score if fewer than
     * {@code minimum} points could be assessed or one of {@code required} is missing.
     *
     * @param minimum fewest points that must be assessed
     * @param required ids of indicators that must be known
     * @param grade text instead of a grade, such as 资料不全，不评级
     * @param drafts input that counts drafts of rows of bad information; empty for none
     * @param draftGrade text instead of a grade while there are drafts: 不良记录待补全
     */
    public record Missing(BigDecimal minimum, List<String> required, String grade, String drafts, String draftGrade) {
        public Missing {
            required = List.copyOf(required);
        }
    }

    /** @param shortLabel label for the axis of a radar */
    public record Block(String id, String label, String shortLabel, BigDecimal maximum, List<Indicator> indicators) {
        public Block {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * One line of the form.
     *
     * @param hint advice for a better result, may be empty
     * @param note text under the hint, may be empty
     */
    public record Indicator(String id, String label, BigDecimal maximum, String hint, String note, Judge judge) {
        /** Returns all possible results of its rule. */
        public List<PointStep> steps() {
            return judge.rule().steps();
        }
    }

    /** An indicator's rule with the patterns for its value. Only the engine uses it. */
    public static final class Judge {
        private final Rule rule;
        private final List<String> values;

        Judge(Rule rule, List<String> values) {
            this.rule = rule;
            this.values = List.copyOf(values);
        }

        Rule rule() {
            return rule;
        }

        /** Returns why it gave no points: 没有资料，不计分, or the missing data. */
        String whyMissing(Scope scope) {
            return rule.whyMissing(scope).orElse("没有资料，不计分");
        }

        Optional<Rule.Fired> fire(Scope scope) {
            return rule.fire(scope).map(fired -> values.stream()
                    .flatMap(pattern -> scope.fill(pattern).stream())
                    .findFirst()
                    .map(value -> new Rule.Fired(fired.points(), fired.assessed(), value, fired.text(), fired.note()))
                    .orElse(fired));
        }
    }

    /** Points added or subtracted at the end, with a limit. */
    public record Adjustment(String id, String label, Sign sign, BigDecimal limit, List<Indicator> items) {
        public Adjustment {
            items = List.copyOf(items);
        }
    }

    /** Whether an adjustment adds or subtracts. */
    public enum Sign {
        BONUS,
        MALUS
    }

    /**
     * A veto (一票否决). It fires when all its conditions are true; then the grade is at most {@code grade}, for any score.
     */
    public static final class Veto {
        private final String id;
        private final String label;
        private final String grade;
        private final List<Condition> when;

        Veto(String id, String label, String grade, List<Condition> when) {
            this.id = id;
            this.label = label;
            this.grade = grade;
            this.when = List.copyOf(when);
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }

        String grade() {
            return grade;
        }

        Condition.Answer holds(Map<String, String> inputs, LocalDate on) {
            return Condition.all(when, name -> Optional.ofNullable(inputs.get(name)), on);
        }
    }

    /** A cap (封顶). While its conditions are true, the grade is at most {@code grade}. */
    public static final class Cap {
        private final String id;
        private final String label;
        private final String grade;
        private final List<Condition> when;
        private final Optional<Until> until;

        Cap(String id, String label, String grade, List<Condition> when, Optional<Until> until) {
            this.id = id;
            this.label = label;
            this.grade = grade;
            this.when = List.copyOf(when);
            this.until = until;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }

        public String grade() {
            return grade;
        }

        /**
         * @param points points of the lines that are not missing; conditions name them {@code points.} and the line's
         *     id
         */
        Condition.Answer holds(Map<String, String> inputs, Map<String, BigDecimal> points, LocalDate on) {
            return Condition.all(
                    when,
                    name -> name.startsWith(POINTS)
                            ? Optional.ofNullable(points.get(name.substring(POINTS.length())))
                                    .map(BigDecimal::toPlainString)
                            : Optional.ofNullable(inputs.get(name)),
                    on);
        }

        /** Returns the last day of the cap, if its input contains it. */
        Optional<LocalDate> until(Map<String, String> inputs) {
            return until.flatMap(end -> Optional.ofNullable(inputs.get(end.input()))
                    .flatMap(Condition::date)
                    .map(date -> date.plusYears(end.years())));
        }
    }

    record Until(String input, long years) {}

    /**
     * @param from lowest score of the grade
     * @param meaning as printed: 信用户，守信较好
     */
    public record Grade(String code, BigDecimal from, String meaning) {}
}

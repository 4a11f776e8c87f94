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
 * A rating form as data: what is taken from an archive, how points are given, what vetoes and caps, which grade a score
 * is. A form never changes; a better one is a new version.
 */
public final class RatingForm {
    /** How a condition of a cap names the points of a line. */
    static final String POINTS = "points.";
    /** The input that says which numbers are only about right. */
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

    /** From 1 upwards. */
    public int version() {
        return head.version();
    }

    /** Name with the edition, as printed: 农户百分制 2026-1. */
    public String title() {
        return head.title();
    }

    /** The template whose records it rates. */
    public String type() {
        return head.type();
    }

    /** SHA-256 of the canonical JSON of the form. */
    public String digest() {
        return digest;
    }

    /** Points of all blocks together. */
    public BigDecimal maximum() {
        return head.maximum();
    }

    /** How long a rating holds, in months. */
    public int validMonths() {
        return head.validMonths();
    }

    /** What happens when data are refused or missing. */
    public Missing missing() {
        return head.missing();
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** Bonuses and maluses. */
    public List<Adjustment> adjustments() {
        return adjustments;
    }

    public List<Veto> vetoes() {
        return vetoes;
    }

    public List<Cap> caps() {
        return caps;
    }

    /** The grades, best first. */
    public List<Grade> grades() {
        return grades;
    }

    /** Place of a grade, 0 for the best. */
    int rank(String grade) {
        for (var i = 0; i < grades.size(); i++) {
            if (grades.get(i).code().equals(grade)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no grade " + grade + " in " + title());
    }

    /** The grade of a score; the last one takes all that is below. */
    Grade grade(BigDecimal score) {
        return grades.stream()
                .filter(grade -> score.compareTo(grade.from()) >= 0)
                .findFirst()
                .orElse(grades.get(grades.size() - 1));
    }

    /** The inputs of this form as they stand in an archive on a day; what is not known is not in the map. */
    public SortedMap<String, String> inputs(Facts facts, LocalDate on) {
        var values = new TreeMap<String, String>();
        for (var input : inputs) {
            input.reader().read(facts, values, on).ifPresent(value -> values.put(input.name(), value));
        }
        if (!facts.estimates().isEmpty()) {
            values.put(ESTIMATES, EstimateWords.of(facts.estimates()));
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
     * What is done when not everything is known: the known part is scaled to the whole, unless less than {@code minimum}
     * points could be assessed or one of {@code required} is missing.
     *
     * @param minimum fewest points that must be assessed
     * @param required ids of indicators that must be known
     * @param grade what stands in the place of a grade, such as 资料不全，不评级
     * @param drafts input that counts rows of bad information that are drafts; empty for none
     * @param draftGrade what stands in the place of a grade while there are any: 不良记录待补全
     */
    public record Missing(BigDecimal minimum, List<String> required, String grade, String drafts, String draftGrade) {
        public Missing {
            required = List.copyOf(required);
        }
    }

    /** @param shortLabel for the axis of a radar */
    public record Block(String id, String label, String shortLabel, BigDecimal maximum, List<Indicator> indicators) {
        public Block {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * One line of the form.
     *
     * @param hint what to do for a better result, may be empty
     * @param note under the hint, may be empty
     */
    public record Indicator(String id, String label, BigDecimal maximum, String hint, String note, Judge judge) {
        /** All that its rule may give. */
        public List<PointStep> steps() {
            return judge.rule().steps();
        }
    }

    /** An indicator's rule with the ways to say its value; the engine's own. */
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

        /** Why it gave no points: 没有资料，不计分, or what is lacking. */
        String silence(Scope scope) {
            return rule.silence(scope).orElse("没有资料，不计分");
        }

        Optional<Rule.Fired> fire(Scope scope) {
            return rule.fire(scope).map(fired -> values.stream()
                    .flatMap(pattern -> scope.fill(pattern).stream())
                    .findFirst()
                    .map(value -> new Rule.Fired(fired.points(), fired.assessed(), value, fired.text(), fired.note()))
                    .orElse(fired));
        }
    }

    /** Points added or taken away at the end, with a limit. */
    public record Adjustment(String id, String label, Sign sign, BigDecimal limit, List<Indicator> items) {
        public Adjustment {
            items = List.copyOf(items);
        }
    }

    /** Whether an adjustment adds or takes away. */
    public enum Sign {
        BONUS,
        MALUS
    }

    /** 一票否决: fires when all of its conditions hold; then the grade is {@code grade}, whatever the score. */
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

    /** 封顶: while its conditions hold, the grade is at most {@code grade}. */
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

        /** @param points of the lines that are not missing; conditions name them {@code points.} and the line's id */
        Condition.Answer holds(Map<String, String> inputs, Map<String, BigDecimal> points, LocalDate on) {
            return Condition.all(
                    when,
                    name -> name.startsWith(POINTS)
                            ? Optional.ofNullable(points.get(name.substring(POINTS.length())))
                                    .map(BigDecimal::toPlainString)
                            : Optional.ofNullable(inputs.get(name)),
                    on);
        }

        /** The last day of the cap, where its input says it. */
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

package xindang.desktop.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import xindang.desktop.ui.Messages;
import xindang.model.common.Violation;
import xindang.model.intake.Column;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Problem;
import xindang.model.template.Field;
import xindang.model.template.Masking;
import xindang.model.template.Template;
import xindang.model.value.MaskingRule;

/** Puts the problems of an import into words. */
final class ProblemLines {
    /** The number is right in itself: its digits need not be shown to tell which one is meant. */
    private static final Set<String> KNOWN_NUMBER = Set.of("intake.number.repeated", "intake.number.taken");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{15}|[0-9]{17}[0-9X]");
    private static final int LONGEST_VALUE = 40;

    private final Messages text;
    private final Map<String, Field> fields = new HashMap<>();

    ProblemLines(Messages text, Template template, List<Column> columns) {
        this.text = text;
        for (var column : columns) {
            column.path().flatMap(template::field).ifPresent(field -> fields.put(column.heading(), field));
        }
    }

    List<ProblemLine> of(List<Problem> problems) {
        var lines = new ArrayList<ProblemLine>();
        var seen = new HashSet<Integer>();
        for (var problem : problems) {
            lines.add(new ProblemLine(
                    problem.row(),
                    seen.add(problem.row()),
                    cut(problem.name()),
                    problem.column(),
                    problem.severity(),
                    value(problem),
                    words(problem)));
        }
        return lines;
    }

    /** Why each rejected row was rejected, all reasons of a row in one text. */
    Map<Integer, String> reasons(IntakeResult result) {
        var reasons = new HashMap<Integer, String>();
        for (var problem : result.problems()) {
            if (problem.severity() == Problem.Severity.REJECTED) {
                var column = problem.column().isEmpty() ? "" : problem.column() + "：";
                reasons.merge(problem.row(), column + text.of(problem.violation()), (a, b) -> a + " " + b);
            }
        }
        return reasons;
    }

    /** What is wrong; a number that is right in itself stands shortened in the sentence as well. */
    private String words(Problem problem) {
        var violation = problem.violation();
        return text.of(
                hides(problem)
                        ? new Violation(
                                violation.code(),
                                violation.args().stream()
                                        .map(ProblemLines::shortened)
                                        .toList())
                        : violation);
    }

    private static String shortened(String words) {
        return NUMBER.matcher(words).matches() ? MaskingRule.RESIDENT_INTERNAL.mask(words) : words;
    }

    private boolean hides(Problem problem) {
        var field = fields.get(problem.column());
        return field != null && field.masking() == Masking.NUMBER && isHidden(problem);
    }

    private String value(Problem problem) {
        var value = problem.value().strip();
        if (hides(problem)) {
            return MaskingRule.RESIDENT_INTERNAL.mask(value);
        }
        return cut(value);
    }

    private static String cut(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    private static boolean isHidden(Problem problem) {
        return problem.severity() == Problem.Severity.WARNING
                || KNOWN_NUMBER.contains(problem.violation().code());
    }
}

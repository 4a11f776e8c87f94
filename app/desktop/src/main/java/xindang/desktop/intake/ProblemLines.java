package xindang.desktop.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.desktop.ui.Messages;
import xindang.model.intake.Column;
import xindang.model.intake.IntakeResult;
import xindang.model.intake.Problem;
import xindang.model.intake.SheetResult;
import xindang.model.template.Field;
import xindang.model.template.Template;

/** Converts the problems of an import into texts. */
final class ProblemLines {
    private static final int LONGEST_VALUE = 40;

    private final Messages text;
    private final Map<String, Field> fields = new HashMap<>();

    ProblemLines(Messages text, Template template, List<Column> columns) {
        this.text = text;
        for (var column : columns) {
            column.path().flatMap(template::field).ifPresent(field -> fields.put(column.heading(), field));
        }
    }

    /** Returns the problems for the screen. Numbers are masked in the name, the cell and the sentence. */
    List<ProblemLine> of(IntakeResult result) {
        var lines = new ArrayList<ProblemLine>();
        var seen = new HashSet<String>();
        for (var problem : result.problems()) {
            var shown = problem.masked(Optional.ofNullable(fields.get(problem.column())));
            var sheet = sheet(result, problem);
            lines.add(new ProblemLine(
                    sheet,
                    problem.row(),
                    seen.add(sheet + ":" + problem.row()),
                    cut(shown.name()),
                    problem.column(),
                    problem.severity(),
                    cut(shown.value().strip()),
                    !shown.value().equals(problem.value()),
                    text.of(shown.violation())));
        }
        return lines;
    }

    private static int sheet(IntakeResult result, Problem problem) {
        for (var i = 0; i < result.sheets().size(); i++) {
            if (problem.isIn(result.sheets().get(i).sheet())) {
                return i;
            }
        }
        return 0;
    }

    /** Returns the reasons of each rejected row of a sheet as one text, by row number. */
    Map<Integer, String> reasons(IntakeResult result, SheetResult of) {
        return result.reasons(
                of,
                problem -> (problem.column().isEmpty() ? "" : problem.column() + "：") + text.of(problem.violation()));
    }

    private static String cut(String value) {
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }
}

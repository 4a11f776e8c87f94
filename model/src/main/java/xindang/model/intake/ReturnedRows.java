package xindang.model.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import xindang.model.common.Digest;
import xindang.model.common.Violation;

/**
 * Rows that an earlier import rejected and gave back in a workbook. A row that was rejected because of another row of
 * its file is rejected again until somebody changes it or deletes its reason, because without that other row the
 * program would accept it. The reason of such a row ends with a mark that is made of its cells.
 */
final class ReturnedRows {
    static final String CODE = "intake.returned";

    /** The codes of the problems that come from another row of the file. */
    private static final Set<String> OF_ANOTHER_ROW =
            Set.of("intake.number.repeated", "intake.number.elsewhere", "intake.row.afterTotal", CODE);

    /** The headings, in both languages, of the column with the reasons that the program adds to rejected rows. */
    private static final Set<String> HEADINGS = Set.of("没有导入的原因", "whyitwasrejected");

    private static final Pattern MARK = Pattern.compile("〔([0-9A-F]{4}-[0-9A-F]{4})〕\\s*$");

    private final int column;

    private ReturnedRows(int column) {
        this.column = column;
    }

    /** @param headings the headings of the table, with or without the column of reasons */
    static ReturnedRows below(SheetRow headings) {
        for (var i = 0; i < headings.cells().size(); i++) {
            if (isReason(headings.cell(i).text())) {
                return new ReturnedRows(i);
            }
        }
        return new ReturnedRows(-1);
    }

    /** Returns whether a column has the reasons of an earlier import. */
    static boolean isReason(String heading) {
        return HEADINGS.contains(Heading.word(heading));
    }

    /** Returns why a row is rejected again; empty when it is new, changed, or its reason was deleted. */
    Optional<Violation> refusal(SheetRow row) {
        if (column < 0) {
            return Optional.empty();
        }
        var mark = MARK.matcher(row.cell(column).text());
        return Optional.of(Violation.of(CODE))
                .filter(refused -> mark.find() && mark.group(1).equals(mark(row)));
    }

    /** Returns the reasons of the rejected rows by row number, with their marks. */
    Map<Integer, String> reasons(List<SheetRow> rejected, List<Problem> problems, Function<Problem, String> sentence) {
        var reasons = new HashMap<Integer, String>();
        var marks = new HashMap<Integer, String>();
        for (var row : rejected) {
            marks.put(row.number(), "〔" + mark(row) + "〕");
        }
        for (var problem : problems) {
            if (problem.severity() == Problem.Severity.REJECTED) {
                reasons.merge(problem.row(), sentence.apply(problem), (a, b) -> a + " " + b);
                if (!OF_ANOTHER_ROW.contains(problem.violation().code())) {
                    marks.remove(problem.row());
                }
            }
        }
        marks.forEach((row, mark) -> reasons.computeIfPresent(row, (number, reason) -> reason + mark));
        return reasons;
    }

    /** Returns the mark of the cells of a row without its reason. */
    private String mark(SheetRow row) {
        var text = new StringBuilder();
        var blank = 0;
        for (var i = 0; i < row.cells().size(); i++) {
            var cell = i == column ? "" : row.cell(i).text().strip();
            if (cell.isEmpty()) {
                blank++;
            } else {
                text.append("\t".repeat(blank)).append(cell).append('\t');
                blank = 0;
            }
        }
        return Digest.brief(Digest.of(text.toString()));
    }
}

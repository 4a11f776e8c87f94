package xindang.model.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import xindang.model.common.Violation;
import xindang.model.template.FieldType;
import xindang.model.value.Estimate;

/**
 * Finds amounts that are about 10,000 times more or less than most amounts of their column: somebody wrote 元 among 万元. The
 * problem names the rows and no amount, because the column may need consent.
 */
final class FarAmounts {
    /** A factor between 1,000, which amounts of villages may have, and 10,000. */
    private static final double FAR = 3000;

    private static final int FEWEST = 4;
    /** With more far amounts than one of so many, the column has no usual amount. */
    private static final int RARE = 4;

    private static final int MOST = 100_000;
    private static final int NAMED = 10;

    private final Map<Column, List<Amount>> columns = new LinkedHashMap<>();

    private record Amount(int row, double number) {}

    /** @param value canonical value of a field */
    void add(Target target, int row, String value) {
        var type = target.field().type();
        if (type != FieldType.MONEY && type != FieldType.BALANCE && type != FieldType.AREA) {
            return;
        }
        var amounts = columns.computeIfAbsent(target.column(), column -> new ArrayList<>());
        Estimate.of(value)
                .map(Estimate::low)
                .map(BigDecimal::abs)
                .filter(number -> number.signum() > 0 && amounts.size() < MOST)
                .ifPresent(number -> amounts.add(new Amount(row, number.doubleValue())));
    }

    /** Returns one warning for each column with such amounts. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        columns.forEach((column, amounts) -> {
            var sorted = amounts.stream().mapToDouble(Amount::number).sorted().toArray();
            if (sorted.length < FEWEST) {
                return;
            }
            var usual = sorted[sorted.length / 2];
            var far = amounts.stream()
                    .filter(amount -> Math.max(amount.number() / usual, usual / amount.number()) >= FAR)
                    .map(Amount::row)
                    .toList();
            if (!far.isEmpty() && far.size() * RARE <= sorted.length) {
                var rows = far.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining("、"));
                problems.add(new Problem(
                        far.get(0),
                        "",
                        column.heading(),
                        Problem.Severity.WARNING,
                        Violation.of("intake.amount.far", rows + (far.size() > NAMED ? "……" : "")),
                        ""));
            }
        });
        return problems;
    }
}

package xindang.model.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xindang.model.common.Violation;

/** The numbers of the subjects of one import. A number of an earlier row is rejected, and both rows are named. */
final class SeenNumbers {
    private final Map<String, Integer> rows = new HashMap<>();

    Optional<Problem> repeated(RowReader.Read read) {
        var key = read.numberProblem().isPresent() ? RowWriter.unverifiedKey(read) : read.number();
        var here = read.row().number();
        return Optional.ofNullable(rows.putIfAbsent(key, here))
                .map(earlier -> read.onNumber(
                        Violation.of("intake.number.repeated", Integer.toString(earlier), Integer.toString(here))));
    }
}

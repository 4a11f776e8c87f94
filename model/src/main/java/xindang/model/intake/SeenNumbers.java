package xindang.model.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.model.common.Violation;

/** The numbers of the people of one import. A number of an earlier row is rejected, and both rows are named. */
final class SeenNumbers {
    private final Map<String, Integer> rows = new HashMap<>();
    /** The sheet of each number that is not of the first sheet. */
    private final Map<String, Integer> sheets = new HashMap<>();

    private final List<Sheet> all = new ArrayList<>();

    /** Begins a sheet. The rows that follow are its rows. */
    void begin(Sheet sheet) {
        all.add(sheet);
    }

    /** Returns a problem for the first number of a subject and its members that an earlier row has. */
    List<Problem> repeated(RowReader.Read read) {
        var key = read.numberProblem().isPresent() ? RowWriter.unverifiedKey(read) : read.number();
        var found =
                repeated(key, read.row().number()).map(read::onNumber).stream().toList();
        for (var member : read.household().members()) {
            var number = member.value(MemberGroup.NUMBER);
            if (found.isEmpty() && !number.isEmpty()) {
                var here = member.row().number();
                found = repeated(number, here)
                        .map(why -> new Problem(here, member.name(), "", Problem.Severity.REJECTED, why, number))
                        .stream()
                        .toList();
            }
        }
        return found;
    }

    private Optional<Violation> repeated(String key, int here) {
        var earlier = rows.putIfAbsent(key, here);
        var last = all.size() - 1;
        if (earlier == null) {
            if (last > 0) {
                sheets.put(key, last);
            }
            return Optional.empty();
        }
        var sheet = sheets.getOrDefault(key, 0);
        var row = Integer.toString(earlier);
        return Optional.of(
                sheet == last
                        ? Violation.of("intake.number.repeated", row, Integer.toString(here))
                        : Violation.of("intake.number.elsewhere", row, Integer.toString(here), name(sheet, last)));
    }

    /** Returns the name of an earlier sheet, and of its file if that is another one. */
    private String name(int earlier, int here) {
        var sheet = all.get(earlier);
        return sheet.file().equals(all.get(here).file()) ? sheet.name() : sheet.file() + " " + sheet.name();
    }
}

package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two lists of headings and notes: at least 95 of 100 forbidden ones are found, at most 2 of 100 harmless ones refused. */
class ForbiddenCorporaTest {
    @Test
    void findsTheForbidden() {
        var all = WordFile.rows("hostile.tsv", 2);
        var missed =
                all.stream().filter(row -> !isRefused(row)).map(row -> row[1]).toList();
        assertTrue(all.size() >= 300 && missed.size() * 100 <= all.size() * 5, missed.size() + " missed: " + missed);
    }

    @Test
    void leavesTheHarmlessAlone() {
        var all = WordFile.rows("innocent.tsv", 2);
        List<String> refused = all.stream()
                .filter(ForbiddenCorporaTest::isRefused)
                .map(row -> row[1])
                .toList();
        assertTrue(
                all.size() >= 300 && refused.size() * 100 <= all.size() * 2, refused.size() + " refused: " + refused);
    }

    private static boolean isRefused(String[] row) {
        return Gate.words(row[0].equals("label") ? Gate.Door.LABEL : Gate.Door.TEXT, row[1])
                .isPresent();
    }
}

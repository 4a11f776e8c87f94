package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Headings and notes: at least 95 of 100 forbidden ones are found, at most 2 of 100 harmless ones refused. The sets in
 * {@code blind/} were written before anybody looked at the lists; decisions 0105 and 0120 say what their first run found.
 */
class ForbiddenCorporaTest {
    @Test
    void findsTheForbidden() {
        findsMost("hostile.tsv", WordFile.rows("hostile.tsv", 2), 300);
    }

    @Test
    void leavesTheHarmlessAlone() {
        leavesMost("innocent.tsv", WordFile.rows("innocent.tsv", 2), 300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-village-clerk",
                "2-bank-clerk",
                "3-sme-clerk",
                "4-elderly",
                "5-hidden-forms",
                "6-fragments",
                "7-mixed",
                "8-mixed",
                "9-mixed",
                "11-mixed",
                "12-mixed",
                "13-mixed",
                "15-final",
                "16-township",
                "17-long-notes",
                "18-township",
                "19-hard-fragments",
                "20-last"
            })
    void eachVoiceIsUnderstood(String set) {
        var rows = WordFile.rows("blind/" + set + ".tsv", 3);
        findsMost(set, texts(rows, "forbidden"), 60);
        leavesMost(set, texts(rows, "innocent"), 60);
    }

    @Test
    void aTradeOrAPlaceExcusesNoPerson() {
        var set = "10-traps";
        findsMost(set, texts(WordFile.rows("blind/" + set + ".tsv", 3), "forbidden"), 60);
    }

    @Test
    void theEndOfOneWordAndTheBeginningOfTheNextAreNoWord() {
        var set = "14-across-words";
        leavesMost(set, texts(WordFile.rows("blind/" + set + ".tsv", 3), "innocent"), 60);
    }

    private static List<String[]> texts(List<String[]> rows, String what) {
        return rows.stream()
                .filter(row -> row[0].equals(what))
                .map(row -> new String[] {row[1], row[2]})
                .toList();
    }

    private static void findsMost(String set, List<String[]> forbidden, int atLeast) {
        var missed = forbidden.stream()
                .filter(row -> !isRefused(row))
                .map(row -> row[1])
                .toList();
        isWithin(set + " missed", forbidden.size(), atLeast, missed, 5);
    }

    private static void leavesMost(String set, List<String[]> harmless, int atLeast) {
        var refused = harmless.stream()
                .filter(ForbiddenCorporaTest::isRefused)
                .map(row -> row[1])
                .toList();
        isWithin(set + " refused", harmless.size(), atLeast, refused, 2);
    }

    private static void isWithin(String what, int all, int atLeast, List<String> wrong, int ofHundred) {
        assertTrue(all >= atLeast, what + ": only " + all);
        assertTrue(wrong.size() * 100 <= all * ofHundred, what + " " + wrong.size() + " of " + all + ": " + wrong);
    }

    private static boolean isRefused(String[] row) {
        var door =
                switch (row[0]) {
                    case "label" -> TextDoor.LABEL;
                    case "note" -> TextDoor.TEXT;
                    default -> throw new IllegalArgumentException(row[0]);
                };
        return Gate.words(door, row[1]).isPresent();
    }
}

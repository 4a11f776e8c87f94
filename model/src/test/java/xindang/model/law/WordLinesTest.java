package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each line of the lists does what it is there for: an example is written out from the line itself. */
class WordLinesTest {
    /** So many examples of one line are tried. */
    private static final int MOST = 400;

    private static final Map<String, List<String>> SETS = ForbiddenWords.sets();

    @Test
    void eachForbiddenLineIsFoundSomewhere() {
        var idle = new ArrayList<String>();
        for (var row : rows()) {
            var door = row[2].equals("label") ? Gate.Door.LABEL : Gate.Door.TEXT;
            if (examples(row[4]).stream()
                    .noneMatch(example -> Gate.words(door, example).isPresent())) {
                idle.add(row[4]);
            }
        }
        assertEquals(List.of(), idle, "lines that something excuses everywhere");
    }

    @Test
    void theFirstExampleOfAWordIsFound() {
        var lost = new ArrayList<String>();
        for (var row : rows()) {
            var door = row[2].equals("label") ? Gate.Door.LABEL : Gate.Door.TEXT;
            var first = examples(row[4]).get(0);
            if (Gate.words(door, first).isEmpty()) {
                lost.add(first);
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void eachForbiddenLineNamesItsArticle() {
        for (var row : rows()) {
            var article = row[0].equals("biometric") ? "个保法28" : "条例14(1)";
            assertEquals(article, row[1], row[4]);
        }
    }

    @Test
    void noLineIsThereTwice() {
        for (var file :
                List.of("words.tsv", "harmless.tsv", "sets.tsv", "lookalikes.tsv", "romanised.tsv", "mixed.tsv")) {
            var known = new HashSet<String>();
            for (var line : WordFile.lines(file)) {
                assertTrue(known.add(line), file + ": " + line);
            }
        }
    }

    @Test
    void eachHarmlessPhraseHoldsAForbiddenWord() {
        var words = new Spans(Lookalikes.shipped());
        var count = 0;
        for (var row : rows()) {
            words.add(count++, WordPattern.of(row[4], SETS), true);
        }
        var idle = WordFile.rows("harmless.tsv", 4).stream()
                .filter(row -> row[1].equals("phrase"))
                .map(row -> row[3])
                .filter(phrase -> examples(phrase).stream().noneMatch(example -> holds(words, example)))
                .toList();
        assertEquals(List.of(), idle, "phrases that excuse nothing");
    }

    @Test
    void eachHarmlessPhraseIsLetThrough() {
        var refused = new ArrayList<String>();
        for (var row : WordFile.rows("harmless.tsv", 4)) {
            var door = row[2].equals("label") ? Gate.Door.LABEL : Gate.Door.TEXT;
            if (row[1].equals("phrase")) {
                examples(row[3]).stream()
                        .limit(1)
                        .filter(example -> Gate.words(door, example).isPresent())
                        .forEach(refused::add);
            }
        }
        assertEquals(List.of(), refused);
    }

    private static List<String[]> rows() {
        var rows = new ArrayList<>(WordFile.rows("words.tsv", 5));
        for (var file : List.of("romanised.tsv", "mixed.tsv")) {
            for (var row : WordFile.rows(file, 5)) {
                for (var word : row[4].split(" ")) {
                    rows.add(new String[] {row[0], row[1], row[2], row[3], word});
                }
            }
        }
        return rows;
    }

    private static boolean holds(Spans words, String text) {
        return Folding.of(text).stream().anyMatch(folded -> !words.in(folded).isEmpty());
    }

    /** What a line may stand for, without the parts that may be missing first. */
    private static List<String> examples(String line) {
        var texts = List.of("");
        for (var part : WordPattern.of(line, SETS).parts()) {
            var longer = new ArrayList<String>();
            for (var text : texts) {
                if (part.isOptional()) {
                    longer.add(text);
                }
                for (var word : part.words()) {
                    longer.add(joined(text, word));
                }
            }
            texts = longer.size() <= MOST ? longer : List.copyOf(longer.subList(0, MOST));
        }
        return texts;
    }

    /** Words of Latin letters are parted by a space, as people write them. */
    private static String joined(String text, String word) {
        var isLatin = !text.isEmpty()
                && Folding.isLatin(text.charAt(text.length() - 1))
                && !word.isEmpty()
                && Folding.isLatin(word.charAt(0));
        return isLatin ? text + " " + word : text + word;
    }
}

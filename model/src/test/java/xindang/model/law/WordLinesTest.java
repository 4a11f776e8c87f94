package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each line of the lists does what it is there for: an example is written out from the line itself. */
class WordLinesTest {
    private static final Map<String, List<String>> SETS = ForbiddenWords.sets();

    @Test
    void eachForbiddenLineIsFoundSomewhere() {
        var idle = new ArrayList<String>();
        for (var row : rows()) {
            var door = row[2].equals("label") ? TextDoor.LABEL : TextDoor.TEXT;
            if (LineExamples.of(row[4], SETS).stream()
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
            var door = row[2].equals("label") ? TextDoor.LABEL : TextDoor.TEXT;
            var first = LineExamples.of(row[4], SETS).get(0);
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
        for (var file : List.of(
                "words.tsv",
                "harmless.tsv",
                "sets.tsv",
                "lookalikes.tsv",
                "variants.tsv",
                "romanised.tsv",
                "mixed.tsv",
                "common.tsv")) {
            var known = new HashSet<String>();
            for (var line : WordFile.lines(file)) {
                assertTrue(known.add(line), file + ": " + line);
            }
        }
    }

    @Test
    void theVersionIsOfAllLists() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/xindang/model/law"))) {
            var lists = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("LICENSE"))
                    .sorted()
                    .toList();
            assertEquals(
                    lists, WordFile.ALL, "a list that is missing there can grow without anything being searched again");
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
                .filter(phrase -> LineExamples.of(phrase, SETS).stream().noneMatch(example -> holds(words, example)))
                .toList();
        assertEquals(List.of(), idle, "phrases that excuse nothing");
    }

    @Test
    void eachHarmlessPhraseIsLetThrough() {
        var refused = new ArrayList<String>();
        for (var row : WordFile.rows("harmless.tsv", 4)) {
            var door = row[2].equals("label") ? TextDoor.LABEL : TextDoor.TEXT;
            if (row[1].equals("phrase")) {
                LineExamples.of(row[3], SETS).stream()
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
}

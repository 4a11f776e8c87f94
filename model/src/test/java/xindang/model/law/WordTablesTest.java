package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shipped tables are what ICU says; {@code -Dwords.update=true} writes them anew. */
class WordTablesTest {
    private static final Path FOLDER = Path.of("src/main/resources/xindang/model/law");
    private static final int SHORTEST = 8;

    private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    private final Transliterator pinyin = Transliterator.getInstance("Han-Latin");

    @Test
    void theSimplifiedLettersAreWhatIcuSays() throws IOException {
        var table = new StringBuilder("# made by ICU, Traditional-Simplified: the letter and the simplified one\n");
        for (var c = 0x3400; c <= 0x9FFF; c++) {
            var letter = Character.toString(c);
            var simple = simplified.transliterate(letter);
            if (!simple.equals(letter) && simple.length() == 1) {
                table.append(letter).append(simple).append('\n');
            }
        }
        isShipped("simplified.txt", table.toString());
    }

    @Test
    void thePinyinOfPlainWordsIsWhatIcuSays() throws IOException {
        var lines = new TreeSet<String>();
        for (var row : WordFile.rows("words.tsv", 5)) {
            var letters = letters(row[4]);
            if (row[4].codePoints().allMatch(Character::isIdeographic) && letters.length() >= SHORTEST) {
                lines.add(String.join("\t", row[0], row[1], row[2], row[3], letters));
            }
        }
        isShipped(
                "romanised.tsv",
                "# made from words.tsv by ICU, Han-Latin: kind, article, where it counts, who may have it, pinyin\n"
                        + String.join("\n", lines) + "\n");
    }

    @Test
    void wordsAreWrittenAsTheMatcherReadsThem() {
        var sets = ForbiddenWords.sets();
        for (var file : new String[] {"words.tsv", "harmless.tsv"}) {
            for (var line : WordFile.lines(file)) {
                var text = line.substring(line.lastIndexOf('\t') + 1);
                for (var part : WordPattern.of(text, sets).parts()) {
                    part.words().forEach(word -> assertEquals(word, Folding.word(word), file + ": " + text));
                }
            }
        }
    }

    private String letters(String word) {
        return Normalizer.normalize(pinyin.transliterate(word).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("[^a-z]", "");
    }

    private static void isShipped(String name, String made) throws IOException {
        if (Boolean.getBoolean("words.update")) {
            Files.writeString(FOLDER.resolve(name), made);
        }
        assertTrue(made.equals(Files.readString(FOLDER.resolve(name))), name + " is not what ICU says");
    }
}

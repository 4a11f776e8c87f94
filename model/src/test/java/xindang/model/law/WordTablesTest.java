package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.CharsTrie;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shipped tables are what ICU says; {@code -Dwords.update=true} writes them anew. */
class WordTablesTest {
    private static final Path FOLDER = Path.of("src/main/resources/xindang/model/law");
    private static final int SHORTEST = 8;
    private static final int LONGEST_MIXED = 4;
    private static final int IN_A_LINE = 12;

    /** The costs of ICU: 31 for the most common word, 10 more for one that is e times as rare. */
    private static final int RAREST = 113;

    private static final int LONGEST_COMMON = 4;

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
        var words = new TreeMap<String, SortedSet<String>>();
        for (var row : WordFile.rows("words.tsv", 5)) {
            if (row[4].codePoints().allMatch(Character::isIdeographic)) {
                var letters = letters(row[4]);
                if (letters.length() >= SHORTEST) {
                    words.computeIfAbsent(head(row), head -> new TreeSet<>()).add(letters);
                }
            }
        }
        isShipped(
                "romanised.tsv",
                "# made from words.tsv by ICU, Han-Latin: kind, article, where it counts, who may have it, words in pinyin\n"
                        + lines(words));
    }

    @Test
    void aLetterMayBeWrittenInPinyin() throws IOException {
        var words = new TreeMap<String, SortedSet<String>>();
        for (var row : WordFile.rows("words.tsv", 5)) {
            if (!row[2].equals("label")) {
                words.computeIfAbsent(head(row), head -> new TreeSet<>()).addAll(someInPinyin(row[4]));
            }
        }
        isShipped(
                "mixed.tsv",
                "# made from words.tsv by ICU, Han-Latin: kind, article, where it counts, who may have it, words\n"
                        + lines(words));
    }

    @Test
    void theCommonWordsAreThoseOfTheDictionaryOfIcu() throws IOException {
        var words = new TreeMap<Integer, SortedSet<String>>();
        for (var entries = dictionary(); entries.hasNext(); ) {
            var entry = entries.next();
            var word = entry.chars.toString();
            if (entry.value <= RAREST
                    && word.length() <= LONGEST_COMMON
                    && word.chars().allMatch(letter -> letter >= 0x4E00 && letter <= 0x9FFF)
                    && Folding.word(word).equals(word)) {
                words.computeIfAbsent(entry.value, cost -> new TreeSet<>()).add(word);
            }
        }
        var table =
                new StringBuilder("# made from the dictionary of ICU, without traditional words: how rare, words\n");
        words.forEach((cost, all) ->
                table.append(cost).append('\t').append(String.join(" ", all)).append('\n'));
        isShipped("common.tsv", table.toString());
    }

    /** The dictionary that ICU parts Chinese and Japanese with: a head, offsets, and a trie of words with their costs. */
    private static CharsTrie.Iterator dictionary() throws IOException {
        try (var in = Transliterator.class.getResourceAsStream("/com/ibm/icu/impl/data/icudata/brkitr/cjdict.dict")) {
            var data = ByteBuffer.wrap(Objects.requireNonNull(in).readAllBytes());
            data.order(data.get(8) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            var head = data.getShort(0);
            data.position(head + data.getInt(head));
            return CharsTrie.iterator(
                    data.slice().order(data.order()).asCharBuffer().toString(), 0, 0);
        }
    }

    @Test
    void wordsAreWrittenAsTheMatcherReadsThem() {
        var sets = ForbiddenWords.sets();
        for (var file : new String[] {"words.tsv", "harmless.tsv"}) {
            for (var line : WordFile.lines(file)) {
                var text = line.substring(line.lastIndexOf('\t') + 1);
                for (var part : WordPattern.of(text, sets).parts()) {
                    for (var word : part.words()) {
                        var among = "人人" + word + "人人";
                        assertEquals(among, Folding.word(among), file + ": " + text);
                    }
                }
            }
        }
    }

    private static String head(String[] row) {
        return String.join("\t", row[0], row[1], row[2], row[3]);
    }

    /** Twelve words a line. */
    private static String lines(SortedMap<String, SortedSet<String>> words) {
        var text = new StringBuilder();
        words.forEach((head, all) -> {
            var list = List.copyOf(all);
            for (var from = 0; from < list.size(); from += IN_A_LINE) {
                var some = list.subList(from, Math.min(from + IN_A_LINE, list.size()));
                text.append(head).append('\t').append(String.join(" ", some)).append('\n');
            }
        });
        return text.toString();
    }

    /** A word of two to four letters with one of them in pinyin of two letters or more (糖niao病), of three also with two. */
    private List<String> someInPinyin(String word) {
        var mixed = new ArrayList<String>();
        if (word.length() > 1
                && word.length() <= LONGEST_MIXED
                && word.codePoints().allMatch(Character::isIdeographic)) {
            var sounds = pinyin.transliterate(word).split(" ");
            for (var i = 0; i < word.length() && sounds.length == word.length(); i++) {
                var sound = plain(sounds[i]);
                if (sound.length() > 1) {
                    mixed.add(word.substring(0, i) + sound + word.substring(i + 1));
                }
                if (word.length() == 3 && i < 2) {
                    mixed.add(word.substring(0, i) + sound + plain(sounds[i + 1]) + word.substring(i + 2));
                }
            }
        }
        return mixed;
    }

    private String letters(String word) {
        return plain(pinyin.transliterate(word));
    }

    private static String plain(String sounds) {
        return Normalizer.normalize(sounds.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
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

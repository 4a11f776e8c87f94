package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each forbidden line is found in each disguise in which people write it, and no harmless line is refused for being written
 * so.
 */
class DisguisesTest {
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");
    private static final Transliterator PINYIN = Transliterator.getInstance("Han-Latin");
    private static final int EXAMPLES = 4;
    private static final Map<String, UnaryOperator<String>> DISGUISES = disguises();

    @Test
    void aForbiddenWordIsFoundInEachDisguise() {
        var lost = new ArrayList<String>();
        for (var row : WordFile.rows("words.tsv", 5)) {
            for (var word : some(row[4])) {
                if (isRefused(row[2], word)) {
                    DISGUISES.forEach((name, disguise) -> {
                        if (!isRefused(row[2], disguise.apply(word))) {
                            lost.add(name + " " + disguise.apply(word));
                        }
                    });
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    @Test
    void aHarmlessContextIsAcceptedInEachDisguise() {
        var refused = new ArrayList<String>();
        for (var row : WordFile.rows("harmless.tsv", 4)) {
            var words = row[1].equals("after") ? List.of("残疾人", "糖尿病", "基督教", "指纹") : List.of("");
            for (var context : some(row[3])) {
                for (var word : words) {
                    var text = word + context;
                    if (text.indexOf(Folded.CLAUSE) < 0 && !isRefused(row[2], text)) {
                        DISGUISES.forEach((name, disguise) -> {
                            if (isRefused(row[2], disguise.apply(text))) {
                                refused.add(name + " " + disguise.apply(text));
                            }
                        });
                    }
                }
            }
        }
        assertEquals(List.of(), refused);
    }

    private static boolean isRefused(String where, String text) {
        return Gate.words(where.equals("label") ? TextDoor.LABEL : TextDoor.TEXT, text)
                .isPresent();
    }

    /** The first examples of a line and some of the others. */
    private static List<String> some(String line) {
        var all = LineExamples.of(line, ForbiddenWords.sets());
        var step = Math.max(1, all.size() / EXAMPLES);
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step)
                .mapToObj(all::get)
                .toList();
    }

    /** Words whose pinyin is too short to be told from other words are found in letters only. */
    @Test
    void aLongWordIsFoundInPinyinWithAndWithoutTones() {
        var lost = new ArrayList<String>();
        for (var row : WordFile.rows("romanised.tsv", 5)) {
            var door = row[2].equals("label") ? TextDoor.LABEL : TextDoor.TEXT;
            Stream.of(row[4].split(" "))
                    .filter(word -> Gate.words(door, word).isEmpty())
                    .forEach(lost::add);
        }
        for (var row : WordFile.rows("words.tsv", 5)) {
            var door = row[2].equals("label") ? TextDoor.LABEL : TextDoor.TEXT;
            if (isHan(row[4]) && row[4].length() >= 3) {
                var spelt = PINYIN.transliterate(row[4]);
                if (spelt.replaceAll("[^\\p{L}]", "").length() >= 8
                        && Gate.words(door, spelt).isEmpty()) {
                    lost.add(spelt);
                }
            }
        }
        assertEquals(List.of(), lost);
    }

    private static Map<String, UnaryOperator<String>> disguises() {
        var all = new LinkedHashMap<String, UnaryOperator<String>>();
        for (var sign : List.of(
                " ", "\u3000", "\u200B", "\u200D", "\uFEFF", "\u00AD", "-", "*", "·", "_", ".", "、", "\u2060")) {
            all.put("parted by U+" + Integer.toHexString(sign.charAt(0)), text -> parted(text, sign));
        }
        all.put("full width", DisguisesTest::fullWidth);
        all.put("capitals", text -> text.toUpperCase(Locale.ROOT));
        all.put("traditional", TRADITIONAL::transliterate);
        all.put("traditional and parted", text -> parted(TRADITIONAL.transliterate(text), " "));
        return all;
    }

    private static boolean isHan(String text) {
        return text.chars().allMatch(letter -> letter >= 0x4E00 && letter <= 0x9FFF);
    }

    /** A sign between each two Han letters. */
    private static String parted(String text, String sign) {
        var parted = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            if (i > 0 && isHan(text.substring(i - 1, i + 1))) {
                parted.append(sign);
            }
            parted.append(text.charAt(i));
        }
        return parted.toString();
    }

    private static String fullWidth(String text) {
        return text.chars()
                .map(letter -> letter > 0x20 && letter < 0x7F ? letter + 0xFEE0 : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

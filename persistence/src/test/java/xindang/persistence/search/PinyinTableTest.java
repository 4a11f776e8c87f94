package xindang.persistence.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The shipped table is what ICU says; {@code -Dpinyin.update=true} writes it anew. */
class PinyinTableTest {
    private static final Path TABLE = Path.of("src/main/resources/xindang/persistence/search/pinyin.txt");
    private static final int[][] BLOCKS = {
        {0x3400, 0x4DBF},
        {0x4E00, 0x9FFF},
        {0x20000, 0x2A6DF},
        {0x2A700, 0x2B81D},
        {0x2B820, 0x2CEA1},
        {0x30000, 0x3134A}
    };

    private final Transliterator plain = Transliterator.getInstance("Han-Latin");
    private final Transliterator names = Transliterator.getInstance("Han-Latin/Names");

    @Test
    void theShippedTableIsWhatIcuSays() throws IOException {
        var made = table();
        if (Boolean.getBoolean("pinyin.update")) {
            Files.writeString(TABLE, made);
        }
        assertEquals(made, Files.readString(TABLE));
    }

    @Test
    void surnamesAreReadAsSurnames() {
        var pinyin = Pinyin.shipped();
        assertEquals("zengxiaoming", pinyin.reading("曾晓明", 1));
        assertEquals("shanwei", pinyin.reading("单伟", 1));
        assertEquals("xieyu", pinyin.reading("解玉", 1));
        assertEquals("qiuying", pinyin.reading("仇英", 1));
        assertEquals("zhali", pinyin.reading("查丽", 1));
        assertEquals("yuchigong", pinyin.reading("尉迟恭", 2));
        assertEquals("ycg", pinyin.initials("尉迟恭", 2));
        assertEquals("lvbu", pinyin.reading("吕布", 1));
    }

    private String table() {
        var readings = new TreeMap<String, StringBuilder>();
        var surnames = new TreeMap<String, String>();
        for (var block : BLOCKS) {
            for (var c = block[0]; c <= block[1]; c++) {
                var character = Character.toString(c);
                var reading = letters(plain.transliterate(character));
                if (!reading.isEmpty()) {
                    readings.computeIfAbsent(reading, it -> new StringBuilder()).appendCodePoint(c);
                }
                var surname = letters(names.transliterate(character));
                if (!surname.isEmpty() && !surname.equals(reading)) {
                    surnames.put(character, surname);
                }
            }
        }
        for (var compound : new TreeSet<>(NameParts.COMPOUND)) {
            var syllables = new StringBuilder();
            for (var syllable : names.transliterate(compound).split(" ")) {
                syllables.append(syllables.isEmpty() ? "" : ",").append(letters(syllable));
            }
            surnames.put(compound, syllables.toString());
        }
        var table = new StringBuilder();
        readings.forEach((reading, characters) ->
                table.append(reading).append(' ').append(characters).append('\n'));
        table.append("surnames\n");
        surnames.forEach((surname, reading) ->
                table.append(surname).append(' ').append(reading).append('\n'));
        assertEquals(
                table.toString(),
                new String(table.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        return table.toString();
    }

    /** Small letters without tones, ü as v; empty when there is something else in it. */
    private static String letters(String transliterated) {
        var text = java.text.Normalizer.normalize(
                        transliterated.toLowerCase(Locale.ROOT), java.text.Normalizer.Form.NFD)
                .replace("u\u0308", "v")
                .replaceAll("\\p{M}", "");
        return text.matches("[a-z]+") ? text : "";
    }
}

package xindang.persistence.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/**
 * Readings of characters in pinyin without tones, with v for ü. The table is generated from ICU's {@code Han-Latin} and
 * {@code Han-Latin/Names} transforms: 曾 is ceng, but zeng as a surname.
 */
public final class Pinyin {
    private static final String TABLE = "pinyin.txt";

    private final Map<Integer, String> readings;
    private final Map<String, String> surnames;

    Pinyin(Map<Integer, String> readings, Map<String, String> surnames) {
        this.readings = readings;
        this.surnames = surnames;
    }

    /** Returns the table of the program. */
    public static Pinyin shipped() {
        try (var in = Pinyin.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("no " + TABLE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AppException(ErrorCode.INTERNAL, TABLE, e);
        }
    }

    /**
     * Parses lines of {@code reading characters}; after a line {@code surnames}, lines of
     * {@code surname syllable,syllable}.
     */
    static Pinyin parse(String table) {
        var readings = new HashMap<Integer, String>(64 * 1024);
        var surnames = new HashMap<String, String>();
        var names = false;
        for (var line : table.split("\n")) {
            var space = line.indexOf(' ');
            if (space < 0) {
                names = line.equals("surnames");
            } else if (names) {
                surnames.put(line.substring(0, space), line.substring(space + 1));
            } else {
                var reading = line.substring(0, space);
                line.substring(space + 1).codePoints().forEach(c -> readings.put(c, reading));
            }
        }
        return new Pinyin(readings, surnames);
    }

    /**
     * Returns the reading of a name: Zeng Xiaoming gives {@code zengxiaoming}. Characters without a reading stay, in
     * lower case.
     */
    String reading(String name, int surname) {
        return read(name, surname, Integer.MAX_VALUE);
    }

    /** Returns the initials of a name: Zeng Xiaoming gives {@code zxm}. */
    String initials(String name, int surname) {
        return read(name, surname, 1);
    }

    private String read(String name, int surname, int letters) {
        var text = new StringBuilder();
        var known = surname == 0 ? null : surnames.get(name.substring(0, surname));
        if (known != null) {
            for (var syllable : known.split(",")) {
                text.append(syllable, 0, Math.min(letters, syllable.length()));
            }
        }
        var from = known == null ? 0 : surname;
        name.substring(from).codePoints().forEach(c -> {
            var reading = readings.get(c);
            if (reading != null) {
                text.append(reading, 0, Math.min(letters, reading.length()));
            } else if (Character.isLetterOrDigit(c)) {
                text.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return text.toString();
    }
}

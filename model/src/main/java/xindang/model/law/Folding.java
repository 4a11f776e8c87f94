package xindang.model.law;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;

/** Turns the different ways to write a word into one form. */
final class Folding {
    private static final String CLAUSES = "，。；：、,.;:!?！？()（）[]【】<>《》〈〉「」『』{}\"“”‘’|/\\\n\r…=~";
    private static final char[] SIMPLIFIED = simplified();

    private Folding() {}

    /**
     * Returns the readings of a text: one, and a second one when it contains signs such as ㊣ or Ⓐ, which may be noise
     * between letters or letters themselves.
     */
    static List<Folded> of(String text) {
        if (!hasSign(text)) {
            return List.of(fold(text));
        }
        var bare = text.chars()
                .filter(letter -> !isSign(letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return List.of(fold(text), fold(bare.toString()));
    }

    private static boolean hasSign(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isSign(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSign(int letter) {
        return letter > 0x2000
                && (letter < 0x3400 || letter > 0x9FFF)
                && Character.getType(letter) == Character.OTHER_SYMBOL;
    }

    /** Returns a word of the lists in the form that {@link #of} gives to a text. */
    static String word(String text) {
        return fold(text).text();
    }

    private static Folded fold(String text) {
        var letters = new StringBuilder(text.length());
        var edges = new BitSet();
        var read = isPlain(text) ? text : withoutTones(text);
        var parted = true;
        var last = Folded.CLAUSE;
        for (var i = 0; i < read.length(); i++) {
            var letter = plain(read.charAt(i));
            if (letter == Folded.CLAUSE) {
                parted = true;
                if (last != Folded.CLAUSE) {
                    edges.set(letters.length());
                    letters.append(letter);
                }
            } else if (letter == 0) {
                parted |= parts(read.charAt(i));
                continue;
            } else {
                edges.set(letters.length(), parted || isLatin(letter) != isLatin(last));
                letters.append(letter);
                parted = false;
            }
            last = letter;
        }
        edges.set(letters.length());
        return joined(letters, edges);
    }

    /**
     * Returns whether an omitted character separates words. A space does; a joiner and the tone mark of a pinyin letter
     * do not.
     */
    private static boolean parts(char letter) {
        var type = Character.getType(letter);
        return type != Character.FORMAT && type != Character.NON_SPACING_MARK;
    }

    /** Separates letters and their marks, and writes ü as people type it: nǚ becomes n, v and a tone. */
    private static String withoutTones(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replace("u\u0308", "v")
                .replace("U\u0308", "v");
    }

    /** Finds texts of Han characters, digits and Latin letters of one width. Most texts need no more. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter >= 0x80 && (letter < 0x4E00 || letter > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    /** Joins letters with a sign after each (糖、尿、病; H.I.V), because a clause of one letter is no clause. */
    private static Folded joined(StringBuilder letters, BitSet edges) {
        var kept = new StringBuilder(letters.length());
        var at = new BitSet();
        for (var i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) == Folded.CLAUSE && (isAlone(letters, i - 1, -1) || isAlone(letters, i + 1, 1))) {
                continue;
            }
            at.set(kept.length(), edges.get(i));
            kept.append(letters.charAt(i));
        }
        at.set(kept.length());
        return new Folded(kept.toString(), at);
    }

    private static boolean isAlone(StringBuilder letters, int index, int step) {
        if (index < 0 || index >= letters.length() || !Character.isLetter(letters.charAt(index))) {
            return false;
        }
        var beside = index + step;
        return beside < 0 || beside >= letters.length() || letters.charAt(beside) == Folded.CLAUSE;
    }

    /** Returns the character for comparison; 0 for an omitted one. */
    private static char plain(char letter) {
        if (letter < 0x80) {
            if (isLatin(letter) || (letter >= '0' && letter <= '9')) {
                return letter;
            }
            if (letter >= 'A' && letter <= 'Z') {
                return (char) (letter + 32);
            }
        } else if (letter >= 0x4E00 && letter <= 0x9FFF) {
            return simple(letter, letter);
        }
        if (CLAUSES.indexOf(letter) >= 0) {
            return Folded.CLAUSE;
        }
        return Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)
                ? simple(letter, Character.toLowerCase(letter))
                : 0;
    }

    /** Returns a text with simplified letters: 后红村 for 後紅村. All other letters stay. */
    static String simplified(String text) {
        return text.chars()
                .map(letter -> simple((char) letter, (char) letter))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static char simple(char letter, char other) {
        return SIMPLIFIED[letter] == 0 ? other : SIMPLIFIED[letter];
    }

    private static char[] simplified() {
        var table = new char[1 << 16];
        for (var line : WordFile.lines("simplified.txt")) {
            table[line.charAt(0)] = line.charAt(1);
        }
        for (var row : WordFile.rows("variants.tsv", 2)) {
            for (var i = 0; i < row[1].length(); i++) {
                table[row[1].charAt(i)] = row[0].charAt(0);
            }
        }
        return table;
    }
}

package xindang.model.value;

import java.util.Optional;
import java.util.Set;
import xindang.model.common.Violation;

/**
 * The name of a person: 2 to 50 characters; Han characters of any plane, Latin letters, and · between the parts of a
 * name.
 *
 * @param name canonical form: · is U+00B7; the only spaces are single ones between Latin words
 */
public record PersonName(String name) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;
    private static final char DOT = '\u00B7';
    private static final String DOTS = "\u00B7\u2022\u2027\u2219\u30FB\uFF65\u2024\u22C5\u0387";
    private static final Set<String> NO_NAMES = Set.of("测试", "某某", "不详", "户主", "本人");
    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "诸葛", "尉迟", "上官", "司马", "司徒", "司空", "东方", "独孤", "南宫", "夏侯", "皇甫", "公孙", "慕容", "令狐", "长孙", "宇文", "轩辕",
            "端木", "百里", "呼延", "东郭", "西门", "南门", "万俟", "闻人", "赫连", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "申屠", "公羊",
            "钟离", "鲜于", "闾丘", "亓官", "子车", "颛孙", "拓跋", "夹谷", "叶赫");

    /** Reads a name. Removes spaces inside a Chinese name with a note. Refuses digits and signs. */
    public static Parsed<PersonName> read(String text) {
        if (PlainText.isEmptyValue(text)) {
            return PlainText.blank();
        }
        String half = PlainText.halfWidth(text);
        String name = isHan(text) ? text : joined(dotted(half));
        Optional<Violation> wrong = wrongCharacter(name);
        if (wrong.isPresent()) {
            return Parsed.failed(wrong.get());
        }
        int length = name.codePointCount(0, name.length());
        if (length < SHORTEST || length > LONGEST || NO_NAMES.contains(name)) {
            return length < SHORTEST || length > LONGEST
                    ? Parsed.failed("name.length", Integer.toString(length))
                    : Parsed.failed("name.placeholder", name);
        }
        PersonName read = new PersonName(name);
        boolean spaceInside = !isLatin(name) && !PlainText.withoutSpaces(half).equals(half.strip());
        return spaceInside
                ? Parsed.ok(read, Violation.of("name.space", text.strip(), name))
                : Parsed.ok(read, PlainText.noteIfChanged(text, name));
    }

    /**
     * Returns whether the name consists of characters of the basic plane, as most names do. Such a name needs no
     * normalising.
     */
    private static boolean isHan(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x4E00 || text.charAt(i) > 0x9FFF) {
                return false;
            }
        }
        return true;
    }

    private static String dotted(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(DOTS.indexOf(c) >= 0 ? DOT : c));
        return out.toString();
    }

    private static String joined(String text) {
        String spaced = text.codePoints()
                .map(c -> PlainText.isSpace(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return isLatin(spaced) ? spaced.replaceAll(" +", " ") : PlainText.withoutSpaces(spaced);
    }

    private static boolean isLatin(String text) {
        return text.codePoints().anyMatch(c -> c < 0x250 && Character.isLetter(c))
                && text.codePoints().noneMatch(Character::isIdeographic);
    }

    private static Optional<Violation> wrongCharacter(String name) {
        int[] points = name.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            if (Character.isDigit(c)) {
                return Optional.of(Violation.of("name.digit", Integer.toString(i + 1), Character.toString(c)));
            }
            boolean inside = i > 0 && i < points.length - 1;
            boolean right = Character.isIdeographic(c)
                    || (Character.isLetter(c) && !Character.UnicodeScript.of(c).equals(Character.UnicodeScript.COMMON))
                    || (inside && (c == DOT || c == ' ' || c == '-' || c == '\'' || c == '.'));
            if (!right) {
                return Optional.of(Violation.of("name.character", Integer.toString(i + 1), Character.toString(c)));
            }
        }
        return Optional.empty();
    }

    /** Returns the surname; two characters for a compound surname. */
    public String surname() {
        int second = name.offsetByCodePoints(0, 1);
        int third = name.codePointCount(0, name.length()) > 2 ? name.offsetByCodePoints(0, 2) : second;
        String two = name.substring(0, third);
        return COMPOUND_SURNAMES.contains(two) ? two : name.substring(0, second);
    }

    /**
     * Returns the form for a notice board: 张*, 张*明, 欧阳**. Keeps only the first letter of each part of a name with · or
     * in Latin letters.
     */
    public String masked() {
        int length = name.codePointCount(0, name.length());
        String surname = surname();
        if (name.indexOf(DOT) >= 0 || isLatin(name)) {
            return firstOnly();
        }
        int kept = surname.codePointCount(0, surname.length());
        return new MaskingRule(kept, kept == 1 && length > 2 ? 1 : 0).mask(name);
    }

    private String firstOnly() {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(c -> {
            boolean separator = c == DOT || c == ' ';
            out.appendCodePoint(out.length() == 0 || separator ? c : '*');
        });
        return out.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}

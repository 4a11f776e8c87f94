package xindang.reports.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks Chinese text into lines. {@code java.text.BreakIterator} is not used, because it breaks inside {@code 0.85%}.
 *
 * <p>Rules: a line does not start with a closing mark or end with an opening one. Latin words, numbers, dates, and a
 * number with its unit are not broken. The marks —— and …… are not broken. A word wider than the line is broken
 * anywhere.
 */
final class LineBreaker {
    private static final String NO_START = "，。、；：？！）】》」』〕〉〗”’…—·～〜%％‰℃°′″々,.;:?!)]}>”’·ー、";
    private static final String NO_END = "（【《「『〔〈〖“‘￥¥$＄([{<№";
    private static final String WORD_MARKS = ".,:/-+_@#*&=~'%\\|?";
    private static final List<String> LONG_UNITS =
            List.of("万元", "亿元", "万亩", "平方米", "公斤", "千克", "公里", "小时", "分钟", "个月", "岁以", "立方米", "千瓦", "毫米", "厘米");

    private final Type type;

    LineBreaker(Type type) {
        this.type = type;
    }

    /** Returns the lines of a cleaned text. No line is wider than {@code width}, unless one character is wider. */
    List<String> lines(String text, Style style, double width) {
        return lines(text, style, width, 0);
    }

    /** Returns the lines; the first one is shorter by {@code indent}. */
    List<String> lines(String text, Style style, double width, double indent) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                paragraph(text.substring(start, i), style, width, lines.isEmpty() ? indent : 0, lines);
                start = i + 1;
            }
        }
        return lines;
    }

    private void paragraph(String text, Style style, double width, double indent, List<String> lines) {
        double limit = width + 0.01;
        int start = 0;
        int lastBreak = 0;
        double used = indent;
        int i = 0;
        while (i < text.length()) {
            int code = text.codePointAt(i);
            if (i > start && mayBreak(text, i)) {
                lastBreak = i;
            }
            double advance = type.advance(code, style.face());
            if (i > start) {
                advance -= Squeeze.between(text.codePointBefore(i), code);
            }
            advance *= style.size() / 1000;
            boolean space = code == ' ';
            if (i > start && !space && used + advance > limit) {
                int cut = lastBreak > start ? lastBreak : i;
                lines.add(text.substring(start, cut).stripTrailing());
                start = skipSpaces(text, cut);
                lastBreak = start;
                i = start;
                used = 0;
                continue;
            }
            used += advance + style.spacing();
            i += Character.charCount(code);
        }
        lines.add(text.substring(start).stripTrailing());
    }

    private static int skipSpaces(String text, int at) {
        int next = at;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return next;
    }

    /** Returns true if a line may end before the character at {@code at}. */
    static boolean mayBreak(String text, int at) {
        int after = text.codePointAt(at);
        int before = text.codePointBefore(at);
        if (after == ' ' || NO_START.indexOf(after) >= 0) {
            return false;
        }
        if (before == ' ') {
            return mayBreakAtSpace(text, at, after);
        }
        if (NO_END.indexOf(before) >= 0 || (isWordCharacter(before) && isWordCharacter(after))) {
            return false;
        }
        return !numberWithUnit(text, at, before, after);
    }

    /**
     * Returns true if a line may end at a space. Spaces between a number and its unit, inside 2026 年 11 月 and inside —
     * — do not break.
     */
    private static boolean mayBreakAtSpace(String text, int at, int after) {
        int before = beforeSpaces(text, at);
        if (before < 0) {
            return true;
        }
        boolean afterDigit = digit(after);
        if (digit(before) && !isWordCharacter(after) && NO_END.indexOf(after) < 0) {
            return false;
        }
        if (afterDigit && "年月第共约满".indexOf(before) >= 0) {
            return false;
        }
        return !(before == '—' && after == '—');
    }

    private static int beforeSpaces(String text, int at) {
        int i = at;
        while (i > 0 && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i == 0 ? -1 : text.codePointBefore(i);
    }

    private static boolean numberWithUnit(String text, int at, int before, int after) {
        if (digit(before) && !isWordCharacter(after)) {
            return true;
        }
        if (digit(after)) {
            return "第≥≤±−×".indexOf(before) >= 0 || ("年月".indexOf(before) >= 0 && digitBefore(text, at - 1));
        }
        return insideLongUnit(text, at);
    }

    /** Returns true if the place is inside a long unit after a number, for example between 万 and 元. */
    private static boolean insideLongUnit(String text, int at) {
        for (var unit : LONG_UNITS) {
            for (int offset = 1; offset < unit.length(); offset++) {
                int start = at - offset;
                if (start > 0 && text.startsWith(unit, start) && digitBefore(text, start)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean digitBefore(String text, int at) {
        int code = at <= 0 ? -1 : beforeSpaces(text, at);
        return code >= 0 && digit(code);
    }

    private static boolean digit(int code) {
        return code >= '0' && code <= '9';
    }

    private static boolean isWordCharacter(int code) {
        return digit(code)
                || (code >= 'A' && code <= 'Z')
                || (code >= 'a' && code <= 'z')
                || (code >= 0xC0 && code < 0x250)
                || WORD_MARKS.indexOf(code) >= 0;
    }
}

package xindang.model.value;

import java.util.Locale;
import java.util.Set;

/** An answer to a yes-or-no question. */
public enum YesNo {
    YES,
    NO;

    private static final Set<String> YES_WORDS =
            Set.of("有", "是", "对", "√", "✓", "✔", "☑", "■", "Y", "YES", "TRUE", "1", "已", "存在");
    private static final Set<String> NO_WORDS = Set.of(
            "无", "否", "没有", "不是", "没", "不", "错", "×", "✗", "✘", "X", "☐", "□", "N", "NO", "FALSE", "0", "未", "不存在");

    /** Reads 有/无, 是/否, √/×, Y/N, yes/no, true/false, 1/0. */
    public static Parsed<YesNo> read(String text) {
        String word = PlainText.compact(text).toUpperCase(Locale.ROOT);
        if (YES_WORDS.contains(word)) {
            return Parsed.ok(YES);
        }
        if (NO_WORDS.contains(word)) {
            return Parsed.ok(NO);
        }
        return PlainText.isEmptyValue(text) ? PlainText.blank() : Parsed.failed("yesno.unreadable", text.strip());
    }

    public static YesNo of(Boolean answer) {
        return answer ? YES : NO;
    }

    public boolean isYes() {
        return this == YES;
    }

    /** Returns {@code true} or {@code false}, as in JSON. */
    @Override
    public String toString() {
        return this == YES ? "true" : "false";
    }
}

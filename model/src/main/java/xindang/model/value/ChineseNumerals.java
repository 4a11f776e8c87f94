package xindang.model.value;

import java.util.OptionalInt;

/** Reads small numbers in Chinese characters, as used for groups and dates. */
public final class ChineseNumerals {
    private static final String DIGITS = "〇一二三四五六七八九";

    private ChineseNumerals() {}

    /** Reads 0 to 99, such as 五, 十二, 三十, 二十八; or digit by digit, such as 二〇二六. Empty for any other text. */
    public static OptionalInt read(String text) {
        String plain = text.replace('零', '〇').replace('○', '〇').replace('两', '二');
        if (plain.isEmpty() || plain.length() > 4) {
            return OptionalInt.empty();
        }
        int ten = plain.indexOf('十');
        return ten < 0 ? digitByDigit(plain) : withTens(plain, ten);
    }

    private static OptionalInt digitByDigit(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return OptionalInt.empty();
            }
            number = number * 10 + digit;
        }
        return OptionalInt.of(number);
    }

    private static OptionalInt withTens(String text, int ten) {
        String before = text.substring(0, ten);
        String after = text.substring(ten + 1);
        int tens = before.isEmpty() ? 1 : DIGITS.indexOf(before);
        int ones = after.isEmpty() ? 0 : DIGITS.indexOf(after);
        boolean right = tens > 0 && ones >= 0 && before.length() <= 1 && after.length() <= 1;
        return right ? OptionalInt.of(tens * 10 + ones) : OptionalInt.empty();
    }
}

package xindang.model.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Decimal arithmetic of the engine. It uses no double, and its texts have no exponent. */
final class Numbers {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);

    private Numbers() {}

    /** Returns the number without trailing zeros: {@code 62.5}, {@code 100}. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns the quotient with a number of decimals, rounded half up. */
    static BigDecimal divide(BigDecimal dividend, BigDecimal divisor, int scale) {
        return dividend.divide(divisor, scale, RoundingMode.HALF_UP);
    }

    /** Converts 元 to 万元 with at most two decimals. */
    static BigDecimal wan(BigDecimal yuan) {
        return divide(yuan, WAN, 2);
    }

    static BigDecimal clip(BigDecimal number, BigDecimal lowest, BigDecimal highest) {
        return number.max(lowest).min(highest);
    }
}

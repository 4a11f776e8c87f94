package xindang.model.value;

import java.math.BigDecimal;

/** The unit a column of money is kept in when its cells do not say. */
public enum MoneyUnit {
    YUAN("1"),
    THOUSAND_YUAN("1000"),
    TEN_THOUSAND_YUAN("10000"),
    HUNDRED_MILLION_YUAN("100000000");

    private final BigDecimal yuan;

    MoneyUnit(String yuan) {
        this.yuan = new BigDecimal(yuan);
    }

    /** How many 元 one unit is. */
    public BigDecimal yuan() {
        return yuan;
    }
}

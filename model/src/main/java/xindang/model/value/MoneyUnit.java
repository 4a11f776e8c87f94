package xindang.model.value;

import java.math.BigDecimal;

/** The unit of a money column whose cells name no unit. */
public enum MoneyUnit {
    YUAN("1"),
    THOUSAND_YUAN("1000"),
    TEN_THOUSAND_YUAN("10000"),
    HUNDRED_MILLION_YUAN("100000000");

    private final BigDecimal yuan;

    MoneyUnit(String yuan) {
        this.yuan = new BigDecimal(yuan);
    }

    /** Returns the number of 元 in one unit. */
    public BigDecimal yuan() {
        return yuan;
    }
}

package xindang.model.template;

/** The types of a field. Each describes its canonical text, which contents store. */
public enum FieldType {
    /** One line of text. */
    TEXT,
    /** Text of several lines. */
    NOTE,
    /** Whole number, 0 or more: {@code 3}. */
    COUNT,
    /** Decimal number without exponent, in the unit of the field: {@code 62.5}. */
    DECIMAL,
    /** Amount in 元 with two decimals: {@code 67000.00}. */
    MONEY,
    /** Amount in 元 with two decimals that may be below zero, such as a net profit: {@code -1200.00}. */
    BALANCE,
    /** Area of land in 亩: {@code 41.5}. */
    AREA,
    /** Floor area in ㎡: {@code 125}. */
    FLOOR_AREA,
    /** {@code 2026-11-18}; a month {@code 2026-11}; a year {@code 2026}; 长期 is {@code 2099-12-31}. */
    DATE,
    /** Four digits: {@code 2026}. */
    YEAR,
    /** {@code true} or {@code false}. */
    YES_NO,
    /** One code of the field's table. */
    CODE,
    /** Codes of the field's table, ascending, separated by commas. */
    CODES,
    /** Name of a person. */
    PERSON_NAME,
    /** 公民身份号码, GB 11643-1999. */
    RESIDENT_NUMBER,
    /** 统一社会信用代码, GB 32100-2015. */
    CREDIT_CODE,
    /** Mobile or land line. */
    PHONE,
    /** Division code of 12 digits. */
    DIVISION,
    /** Reference to another record: its UUID. */
    REFERENCE,
    /** Canonical JSON written by the program, such as the trace of a rating. */
    JSON,
    /** A repeating group of fields. */
    GROUP;

    /**
     * Returns whether a value may be approximate or a range. Its canonical text is then that of an
     * {@link xindang.model.value.Estimate}.
     */
    public boolean isEstimated() {
        return this == MONEY || this == BALANCE || this == AREA || this == COUNT;
    }
}

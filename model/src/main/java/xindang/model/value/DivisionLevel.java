package xindang.model.value;

/** The five levels of the statistical divisions, from the widest to the narrowest. */
public enum DivisionLevel {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWNSHIP(9),
    VILLAGE(12);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    /** Returns how many of the twelve digits belong to this level and those above. */
    public int digits() {
        return digits;
    }
}

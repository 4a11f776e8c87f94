package xindang.model.value;

/** Sex as GB/T 2261.1-2003 codes it. */
public enum Sex {
    UNKNOWN("0"),
    MALE("1"),
    FEMALE("2"),
    UNSTATED("9");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    /** The code of GB/T 2261.1. */
    public String code() {
        return code;
    }
}

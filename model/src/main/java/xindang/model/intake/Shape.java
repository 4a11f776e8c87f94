package xindang.model.intake;

/** The subject of a row of a sheet. */
public enum Shape {
    /** One row for each household, or for each other subject. */
    HOUSEHOLD,
    /** One row for each person of a household. */
    PERSON
}

package xindang.model.intake;

/**
 * The number of rows in one place.
 *
 * @param code 12 digits
 * @param from where the place was read
 */
public record PlacedRows(String code, PlaceFrom from, int rows) {}

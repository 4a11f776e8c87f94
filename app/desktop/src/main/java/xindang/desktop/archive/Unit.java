package xindang.desktop.archive;

/**
 * A place to filter by, with its number of records.
 *
 * @param code significant digits of the division code
 * @param depth 0 for the archive's own region
 */
record Unit(String code, String name, int depth, long count) {}

package xindang.desktop.archive;

/**
 * A place to filter by, with how many archives it has.
 *
 * @param code digits that mean something
 * @param depth 0 for the archive's own region
 */
record Unit(String code, String name, int depth, long count) {}

package xindang.desktop.sync;

import java.util.UUID;

/**
 * One item that two people changed without seeing each other's, in words.
 *
 * @param id of the conflict
 * @param hint what may explain it, may be empty
 * @param mineIsKept whether the value of this device is the one that stands in the record now
 * @param foreign whether neither value was written on this device
 */
record Clash(
        UUID id, String label, String hint, Side base, Side mine, Side theirs, boolean mineIsKept, boolean foreign) {
    /** A value, who wrote it, and when. */
    record Side(String value, String person, String moment) {}
}

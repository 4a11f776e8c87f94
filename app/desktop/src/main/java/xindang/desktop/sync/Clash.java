package xindang.desktop.sync;

import java.util.UUID;

/**
 * One item that two people changed without seeing each other's, in words.
 *
 * @param id of the conflict
 * @param hint what may explain it, may be empty
 * @param mineIsKept whether the side of this device is the one that the record has now
 * @param isMasked whether the middle of a number is hidden in one of its values
 */
record Clash(
        UUID id,
        Form form,
        String label,
        String hint,
        Side base,
        Side mine,
        Side theirs,
        boolean mineIsKept,
        boolean isMasked) {
    /** What a clash is about, and with it what can be decided. */
    enum Form {
        /** One value: any of the three, or another. */
        VALUE,
        /** A whole row: it is kept or deleted. */
        ROW,
        /** Values that the law locks: they stay locked. */
        LOCKED
    }

    /** A value, who wrote it, and when, with a title and the words of its choice. */
    record Side(String title, String choice, String value, String person, String moment) {}

    /** The choice that leaves the record as it is. */
    Decision.Kind keeping() {
        return mineIsKept ? Decision.Kind.MINE : Decision.Kind.THEIRS;
    }

    boolean allows(Decision.Kind kind) {
        return switch (form) {
            case VALUE -> true;
            case ROW -> kind == Decision.Kind.MINE || kind == Decision.Kind.THEIRS;
            case LOCKED -> kind == keeping();
        };
    }
}

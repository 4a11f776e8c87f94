package xindang.desktop.sync;

import java.util.UUID;

/**
 * One conflict as texts. Two people changed the item without seeing each other's change.
 *
 * @param id id of the conflict
 * @param hint possible explanation, may be empty
 * @param mineIsKept true if the record has the value of this device now
 * @param isMasked true if a value contains a masked number
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
    /** The subject of a conflict. It decides which choices are possible. */
    enum Form {
        /** One value. A person chooses one of the three values or types another. */
        VALUE,
        /** A whole row. It is kept or deleted. */
        ROW,
        /** Values that the law locks. They stay locked. */
        LOCKED
    }

    /** A value, its writer and time, with the title and the text of its button. */
    record Side(String title, String choice, String value, String person, String moment) {}

    /** Returns the choice that does not change the record. */
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

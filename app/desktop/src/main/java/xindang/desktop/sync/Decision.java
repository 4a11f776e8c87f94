package xindang.desktop.sync;

import xindang.model.keeping.Resolution;

/** The decision of a person about one conflict. It is not saved yet. */
record Decision(Kind kind, String text) {
    /** The chosen value. */
    enum Kind {
        BASE("1"),
        MINE("2"),
        THEIRS("3"),
        TYPED("4");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Returns the digit key of the choice. */
        String key() {
            return key;
        }
    }

    static Decision of(Kind kind) {
        return new Decision(kind, "");
    }

    boolean complete() {
        return kind != Kind.TYPED || !text.isBlank();
    }

    Resolution resolution(Clash clash) {
        return switch (kind) {
            case BASE -> Resolution.BASE;
            case MINE -> clash.mineIsKept() ? Resolution.KEPT : Resolution.OFFERED;
            case THEIRS -> clash.mineIsKept() ? Resolution.OFFERED : Resolution.KEPT;
            case TYPED -> Resolution.typed(text.strip());
        };
    }
}

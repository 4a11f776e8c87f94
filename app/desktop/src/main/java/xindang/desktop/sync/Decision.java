package xindang.desktop.sync;

import xindang.model.keeping.Resolution;

/** What a person decided about one clash, before it is confirmed. */
record Decision(Kind kind, String text) {
    /** Which value. */
    enum Kind {
        BASE("1"),
        MINE("2"),
        THEIRS("3"),
        TYPED("4");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The digit that chooses it. */
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

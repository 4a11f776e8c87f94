package xindang.desktop.home;

import xindang.desktop.ui.Place;

/** An item of work for a person, and the page for it. */
record WaitingItem(Kind kind, String title, String detail, String action, Place place) {
    /** The kind of an item. It decides icon and colour. */
    enum Kind {
        CONFLICT,
        INCOMPLETE,
        TWIN,
        STALE,
        UNRATED,
        HAND_IN,
        BEGIN
    }
}

package xindang.desktop.home;

import xindang.desktop.ui.Place;

/** Something that waits for a person, and where it is dealt with. */
record WaitingItem(Kind kind, String title, String detail, String action, Place place) {
    /** What kind of thing it is: gives it its icon and colour. */
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

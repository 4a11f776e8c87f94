package xindang.desktop.shell;

import java.util.List;
import xindang.desktop.ui.Place;

/** Finds archives for the search over everything; called away from the screen thread. */
public interface Finder {
    List<Hit> find(String typed);

    /** Something found, and where it is shown. */
    record Hit(String name, String where, Place place) {}
}

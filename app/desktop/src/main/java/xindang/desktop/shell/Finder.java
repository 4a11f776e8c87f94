package xindang.desktop.shell;

import java.util.List;
import xindang.desktop.ui.Place;

/** Finds records for the search over everything. Called in the background. */
public interface Finder {
    List<Hit> find(String typed);

    /** A search result and the page that shows it. */
    record Hit(String name, String where, Place place) {}
}

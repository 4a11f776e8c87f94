package xindang.desktop.boot;

import java.util.List;
import java.util.Map;

/**
 * A place of the window.
 *
 * @param way presses what leads there from the page
 * @param beside lawful words for other fields, without which nothing is done
 * @param acts what is pressed once it was typed
 */
record Station(String page, String detail, List<String> way, Map<String, String> beside, List<String> acts) {
    static Station of(String page, String detail, String... way) {
        return new Station(page, detail, List.of(way), Map.of(), List.of());
    }

    Station beside(Map<String, String> words) {
        return new Station(page, detail, way, words, acts);
    }

    Station acts(String... ids) {
        return new Station(page, detail, way, beside, List.of(ids));
    }
}

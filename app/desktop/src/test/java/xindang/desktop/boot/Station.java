package xindang.desktop.boot;

import java.util.List;
import java.util.Map;

/**
 * A place of the window with inputs of text.
 *
 * @param way ids of the buttons that lead from the page to the place
 * @param beside lawful texts for other fields that the action needs
 * @param acts ids of the buttons to press after typing
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

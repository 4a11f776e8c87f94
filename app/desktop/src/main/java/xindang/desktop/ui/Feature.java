package xindang.desktop.ui;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.kordamp.ikonli.feather.Feather;

/**
 * A kind of page. The rail may have an entry for it.
 *
 * @param id id that {@link Place} uses
 * @param textKey message key of the text below the icon
 * @param rail id of the highlighted rail entry; equal to {@code id} if the feature has an entry
 * @param waiting number of items to be handled there; 0 shows no number
 * @param opening creates the page of a place; called on the screen thread, must not block
 */
public record Feature(
        String id, String textKey, Feather icon, String rail, ReadOnlyIntegerProperty waiting, Opening opening) {
    /** Creates a page, now or after its data is loaded. The earlier page stays on the screen until then. */
    public interface Opening {
        void open(Place place, Consumer<Screen> show);
    }

    /** Returns a feature with its own entry in the rail. */
    public static Feature inRail(String id, String textKey, Feather icon, Function<Place, Screen> open) {
        return new Feature(id, textKey, icon, id, none(), (place, show) -> show.accept(open.apply(place)));
    }

    /** Returns a feature without a rail entry. The entry of the feature {@code rail} is highlighted instead. */
    public static Feature behind(String rail, String id, String textKey, Feather icon, Opening opening) {
        return new Feature(id, textKey, icon, rail, none(), opening);
    }

    public Feature waiting(ReadOnlyIntegerProperty count) {
        return new Feature(id, textKey, icon, rail, count, opening);
    }

    public boolean hasPlaceInRail() {
        return rail.equals(id);
    }

    private static ReadOnlyIntegerProperty none() {
        return new ReadOnlyIntegerWrapper(0).getReadOnlyProperty();
    }
}

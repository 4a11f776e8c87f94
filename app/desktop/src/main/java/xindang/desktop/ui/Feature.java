package xindang.desktop.ui;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.kordamp.ikonli.feather.Feather;

/**
 * A kind of page that the rail may lead to.
 *
 * @param id what a {@link Place} calls it
 * @param textKey message key of the word under the icon
 * @param rail id of the place in the rail that is lit while it shows; its own id when it has one
 * @param waiting how many things wait there; 0 shows nothing
 * @param opening makes the page of a place; called on the screen thread, must not wait
 */
public record Feature(
        String id, String textKey, Feather icon, String rail, ReadOnlyIntegerProperty waiting, Opening opening) {
    /** Makes a page, at once or when what it shows has been read; until then the page before stays. */
    public interface Opening {
        void open(Place place, Consumer<Screen> show);
    }

    /** A feature with a place of its own in the rail. */
    public static Feature inRail(String id, String textKey, Feather icon, Function<Place, Screen> open) {
        return new Feature(id, textKey, icon, id, none(), (place, show) -> show.accept(open.apply(place)));
    }

    /** A feature reached from another, which stays lit in the rail. */
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

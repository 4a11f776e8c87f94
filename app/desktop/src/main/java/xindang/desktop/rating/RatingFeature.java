package xindang.desktop.rating;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;

/** Ratings as a feature. A place is empty, {@code region:CODE}, {@code rules:TYPE}, or the id of a record. */
public final class RatingFeature {
    private static final String REGION = "region:";
    private static final String RULES = "rules:";

    private RatingFeature() {}

    public static List<Feature> of(Desk desk, Office office) {
        return List.of(Feature.behind(
                "rating", "rating", "rating.title", Feather.AWARD, (place, show) -> open(desk, office, place, show)));
    }

    /** Returns the place with the rules of the form for a type. */
    static Place rules(String type) {
        return new Place("rating", RULES + type);
    }

    private static void open(Desk desk, Office office, Place place, Consumer<Screen> show) {
        var detail = place.detail();
        if (detail.isEmpty() || detail.startsWith(REGION)) {
            var model = new RegionViewModel(desk, office, detail.isEmpty() ? "" : detail.substring(REGION.length()));
            model.read();
            show.accept(new RegionView(desk, model).screen());
        } else if (detail.startsWith(RULES)) {
            var form = office.ratings().form(detail.substring(RULES.length()));
            show.accept(new FormRulesView(desk, form).screen());
        } else {
            RatingViewModel.open(
                    desk, office, UUID.fromString(detail), model -> show.accept(new RatingView(desk, model).screen()));
        }
    }
}

package xindang.desktop.home;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;

/** The home page as a feature. It is the first entry of the rail. */
public final class HomeFeature {
    private HomeFeature() {}

    public static List<Feature> of(Desk desk, Office office) {
        return List.of(Feature.behind(
                "home",
                "home",
                "home.title",
                Feather.HOME,
                (place, show) -> HomeViewModel.open(
                        desk, office, model -> show.accept(new HomeView(desk, office, model).screen()))));
    }
}

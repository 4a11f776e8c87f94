package xindang.desktop.form;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Screen;
import xindang.model.keeping.Drafts;

/** The form as a feature behind the list of archives. A place is a record id, or {@code new:type:region}. */
public final class FormFeature {
    private static final String NEW = "new:";

    private FormFeature() {}

    public static List<Feature> of(Desk desk, Office office, Drafts drafts) {
        var last = new LastArchive();
        return List.of(Feature.behind(
                "archive",
                "form",
                "form.title",
                Feather.FOLDER,
                (place, show) -> open(desk, office, drafts, last, place, show)));
    }

    private static void open(
            Desk desk, Office office, Drafts drafts, LastArchive last, Place place, Consumer<Screen> show) {
        Consumer<FormViewModel> ready = form -> show.accept(new FormView(desk, office, drafts, form, last).screen());
        if (place.detail().startsWith(NEW)) {
            var parts = place.detail().split(":");
            FormViewModel.begin(desk, office, drafts, parts[1], parts[2], ready);
        } else {
            FormViewModel.open(desk, office, drafts, UUID.fromString(place.detail()), ready);
        }
    }
}

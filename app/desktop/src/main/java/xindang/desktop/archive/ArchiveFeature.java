package xindang.desktop.archive;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Office;

/** The place of archives in the rail. */
public final class ArchiveFeature {
    /** In the place of a division: all households whose bad information is not complete. */
    private static final String INCOMPLETE = "incomplete";

    /** In the place of a division: all households that share their number with another one. */
    private static final String TWINS = "twins";

    private ArchiveFeature() {}

    /** The list is kept while the archive is open, so that what was typed and chosen survives leaving it. */
    public static List<Feature> of(Desk desk, Office office) {
        var model = new ArchiveListViewModel(desk, office);
        return List.of(Feature.inRail("archive", "archive.title", Feather.FOLDER, place -> {
            if (place.detail().equals(INCOMPLETE)) {
                model.showIncomplete();
            } else if (place.detail().equals(TWINS)) {
                model.showShared();
            } else if (!place.detail().isEmpty()) {
                model.incomplete.set(false);
                model.shared.only.set(false);
                model.region.set(place.detail());
            }
            model.open();
            return new ArchiveListView(desk, model).screen();
        }));
    }
}

package xindang.desktop.archive;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;

/** The archive list as a feature in the rail. */
public final class ArchiveFeature {
    /** The detail of a {@link xindang.desktop.ui.Place}: lists households with an incomplete row of bad information. */
    private static final String INCOMPLETE = "incomplete";

    /** The detail of a place: lists households with a document number that another household has too. */
    private static final String TWINS = "twins";

    private ArchiveFeature() {}

    /** Returns the feature. Its list keeps the typed text and the filters while the archive is open. */
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

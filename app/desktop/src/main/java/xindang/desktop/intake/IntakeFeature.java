package xindang.desktop.intake;

import java.nio.file.Path;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;

/** The import as a feature behind the list of records. A place may contain the path of a file. */
public final class IntakeFeature {
    private IntakeFeature() {}

    /** Returns the feature. Its import stays open while the archive is open, even if another page is shown. */
    public static List<Feature> of(Desk desk, Office office) {
        var model = new IntakeViewModel(desk, office);
        return List.of(Feature.behind("archive", "intake", "intake.title", Feather.UPLOAD, (place, show) -> {
            if (!place.detail().isEmpty()) {
                model.takeIfOther(Path.of(place.detail()));
            }
            show.accept(new IntakeView(desk, model).screen());
        }));
    }
}

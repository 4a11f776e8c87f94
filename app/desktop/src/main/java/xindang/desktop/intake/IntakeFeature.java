package xindang.desktop.intake;

import java.nio.file.Path;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Office;

/** Import, reached from the archives. A place may name the file that is to be read. */
public final class IntakeFeature {
    private IntakeFeature() {}

    /** An import is kept while the archive is open: who looks something up comes back to it. */
    public static List<Feature> of(Desk desk, Office office) {
        var model = new IntakeViewModel(desk, office);
        return List.of(Feature.behind("archive", "intake", "intake.title", Feather.UPLOAD, (place, show) -> {
            if (!place.detail().isEmpty()) {
                model.takeUnlessTaken(Path.of(place.detail()));
            }
            show.accept(new IntakeView(desk, model).screen());
        }));
    }
}

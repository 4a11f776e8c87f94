package xindang.desktop.sync;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Office;
import xindang.sync.SyncEngine;

/** The place of the exchange in the rail, with a badge for what waits to be decided. */
public final class SyncFeature {
    private final SyncViewModel model;
    private final Feature feature;

    public SyncFeature(Desk desk, Office office, SyncEngine engine) {
        model = new SyncViewModel(desk, office, engine);
        feature = Feature.inRail("sync", "sync.title", Feather.REFRESH_CW, place -> {
                    model.refresh();
                    return new SyncView(desk, model).screen();
                })
                .waiting(model.contestedProperty());
    }

    public List<Feature> features() {
        return List.of(feature);
    }

    /** For the frame: whether the platform answered, and how many records wait. */
    public SyncViewModel model() {
        return model;
    }
}

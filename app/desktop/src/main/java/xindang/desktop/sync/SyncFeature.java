package xindang.desktop.sync;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.sync.SyncEngine;

/** The exchange as a feature in the rail. Its badge shows the number of records with conflicts. */
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

    /** Returns the model. The frame shows its connection state and counts. */
    public SyncViewModel model() {
        return model;
    }
}

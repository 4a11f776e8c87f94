package xindang.desktop.report;

import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kordamp.ikonli.feather.Feather;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.model.archive.ArchiveRecord;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;

/** Reports as a feature in the rail. A person first chooses a subject. Then the feature shows the report. */
public final class ReportFeature {
    private ReportFeature() {}

    public static List<Feature> of(Desk desk, Office office, Press press) {
        var purposes = new HashMap<String, StringProperty>();
        var chooser = new ChooserViewModel(desk, office);
        var feature = Feature.inRail("report", "report.title", Feather.FILE_TEXT, place -> {
            chooser.search();
            return new ChooserView(desk, chooser).screen();
        });
        Feature.Opening opening = (place, show) -> {
            if (place.detail().isEmpty()) {
                feature.opening().open(place, show);
                return;
            }
            var id = UUID.fromString(place.detail());
            desk.tasks()
                    .start(
                            "report",
                            progress -> new Opened(
                                    office.store()
                                            .find(id)
                                            .orElseThrow(() -> new AppException(
                                                    ErrorCode.NOT_FOUND, "no record " + id, id.toString())),
                                    press.issuer().get()),
                            opened -> {
                                var purpose = purposes.computeIfAbsent(
                                        opened.record().type(), type -> new SimpleStringProperty(""));
                                var model = new ReportViewModel(
                                        desk, office, press, opened.record(), opened.issuer(), purpose);
                                model.prepare();
                                show.accept(new ReportView(desk, model).screen());
                            },
                            desk.dialogs()::failed);
        };
        return List.of(new Feature(
                feature.id(), feature.textKey(), feature.icon(), feature.rail(), feature.waiting(), opening));
    }

    /** The initial data of a report page. */
    private record Opened(ArchiveRecord record, String issuer) {}
}

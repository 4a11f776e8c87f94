package xindang.desktop.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Tasks;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.Standing;
import xindang.model.template.Template;
import xindang.model.value.MaskingRule;

/** Finds the subject of a report. */
final class ChooserViewModel {
    private static final int SHOWN = 15;

    final StringProperty type = new SimpleStringProperty("household");
    final StringProperty typed = new SimpleStringProperty("");

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final Desk desk;
    private final Office office;
    private final Tasks.Lane lane;

    ChooserViewModel(Desk desk, Office office) {
        this.desk = desk;
        this.office = office;
        lane = desk.tasks().latest("report-subjects");
        type.addListener((o, before, now) -> search());
        typed.addListener((o, before, now) -> search());
    }

    /** A record as texts. */
    record Line(
            UUID id,
            String name,
            String place,
            String number,
            Optional<String> grade,
            Optional<Standing> standing,
            boolean incomplete,
            boolean sealed,
            String updated) {}

    ObservableList<Line> lines() {
        return lines;
    }

    List<Template> kinds() {
        return office.templates().subjects().stream()
                .sorted(Comparator.comparing((Template t) -> !t.id().equals("household"))
                        .thenComparing(Template::id))
                .toList();
    }

    void search() {
        var filter = new RecordFilter(
                type.get(), office.region().digits(), typed.get().strip(), Set.of());
        lane.run(
                progress -> office.store()
                        .list(filter, RecordFilter.Window.first(SHOWN))
                        .items(),
                found -> lines.setAll(found.stream().map(this::line).toList()),
                desk.dialogs()::failed);
    }

    void open(Line line) {
        desk.navigator().go(new Place("report", line.id().toString()));
    }

    private Line line(RecordSummary summary) {
        return new Line(
                summary.id(),
                summary.name(),
                office.place(summary.region()),
                MaskingRule.RESIDENT_INTERNAL.mask(summary.number()),
                summary.grade(),
                summary.standing(),
                summary.incomplete(),
                summary.partlySealed(),
                desk.formats().day(summary.updatedAt()));
    }
}

package xindang.desktop.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Running;
import xindang.desktop.ui.Tasks;
import xindang.desktop.ui.Watched;
import xindang.model.archive.ArchiveStore;
import xindang.model.rating.Ratings;
import xindang.model.value.DivisionCode;

/** The places of the region with the numbers of their ratings. It also rates all records of a place. */
public final class RegionViewModel {
    public final StringProperty type = new SimpleStringProperty("household");
    final ObjectProperty<Optional<Line>> chosen = new SimpleObjectProperty<>(Optional.empty());

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Running>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Ratings.Rated>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Desk desk;
    private final Office office;
    private final Tasks.Lane counting;
    private String wanted;

    /**
     * Creates the model.
     *
     * @param region digits of the first chosen place; empty for the whole region
     */
    RegionViewModel(Desk desk, Office office, String region) {
        this.desk = desk;
        this.office = office;
        wanted = region.isEmpty() ? office.region().digits() : region;
        counting = desk.tasks().latest("rating-counts");
        type.addListener((o, before, now) -> read());
    }

    /** The numbers of a place. The first line is the whole region. */
    record Line(String code, String name, long records, long rated, Map<String, Long> grades, long stale) {
        long count(String grade) {
            return grades.getOrDefault(grade, 0L);
        }
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Returns the result of the last run. */
    ReadOnlyObjectProperty<Optional<Ratings.Rated>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Returns the result of the last run as a text. Ratings without a grade are counted separately. */
    Optional<String> summary() {
        return result.get().map(done -> {
            var text = desk.text();
            var count = desk.formats();
            long none = done.grades().getOrDefault("", 0L);
            var words = done.cancelled()
                    ? text.of("rating.stopped", count.count(done.done()), count.count(done.total()))
                    : text.of("rating.done", count.count(done.done()));
            return words
                    + (none == 0 ? "" : text.of("rating.without", count.count(none)))
                    + (done.sealed() == 0 ? "" : text.of("rating.sealed", count.count(done.sealed())));
        });
    }

    /** Returns the grades of the form, best first. */
    List<String> grades() {
        return office.ratings().form(type.get()).grades().stream()
                .map(grade -> grade.code())
                .toList();
    }

    String formTitle() {
        return office.ratings().form(type.get()).title();
    }

    List<String> kinds() {
        return office.templates().subjects().stream()
                .map(template -> template.id())
                .sorted(java.util.Comparator.comparing((String id) -> !id.equals("household"))
                        .thenComparing(id -> id))
                .toList();
    }

    void read() {
        var kind = type.get();
        counting.run(progress -> read(kind), this::show, desk.dialogs()::failed);
    }

    private record Facts(List<ArchiveStore.RegionCount> counts, Map<String, Long> stale) {}

    private Facts read(String kind) {
        var stale = new HashMap<String, Long>();
        var places = new ArrayList<>(office.divisions().children(office.region()).stream()
                .map(place -> place.code().digits())
                .toList());
        places.add(office.region().digits());
        places.forEach(
                code -> stale.put(code, office.store().attention(kind, code).stale()));
        return new Facts(office.store().counts(kind, office.region().digits()), stale);
    }

    /** Rates all records of the type in the chosen place. */
    void rate() {
        var place = chosen.get().map(Line::code).orElse(office.region().digits());
        wanted = place;
        result.set(Optional.empty());
        var form = office.ratings().form(type.get());
        var run = desk.tasks()
                .start(
                        "rate-region",
                        progress -> office.ratings().rateRegion(form, place, office.user(), new Watched(progress)),
                        rated -> {
                            running.set(Optional.empty());
                            result.set(Optional.of(rated));
                            read();
                        },
                        problem -> {
                            running.set(Optional.empty());
                            desk.dialogs().failed(problem);
                        });
        running.set(Optional.of(run).filter(r -> r.activeProperty().get()));
    }

    /** Opens the list of records of a place. */
    void open(Line line) {
        desk.navigator().go(new Place("archive", line.code()));
    }

    private void show(Facts facts) {
        var shown = new ArrayList<Line>();
        shown.add(line(office.region(), facts));
        for (var child : office.divisions().children(office.region())) {
            var line = line(child.code(), facts);
            if (line.records() > 0) {
                shown.add(line);
            }
        }
        lines.setAll(shown);
        chosen.set(
                shown.stream().filter(l -> l.code().equals(wanted)).findFirst().or(() -> Optional.of(shown.get(0))));
    }

    private Line line(DivisionCode code, Facts facts) {
        var grades = new HashMap<String, Long>();
        long records = 0;
        long rated = 0;
        for (var count : facts.counts()) {
            if (count.region().startsWith(code.digits())) {
                records += count.records();
                rated += count.rated();
                count.grades().forEach((grade, number) -> grades.merge(grade, number, Long::sum));
            }
        }
        return new Line(
                code.digits(),
                office.divisions().shortName(code),
                records,
                rated,
                Map.copyOf(grades),
                facts.stale().getOrDefault(code.digits(), 0L));
    }
}

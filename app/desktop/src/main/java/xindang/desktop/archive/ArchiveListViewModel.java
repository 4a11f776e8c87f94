package xindang.desktop.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Tasks;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Change;
import xindang.model.archive.Page;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.keeping.Twins;
import xindang.model.template.Template;
import xindang.model.value.DivisionCode;

/** The state of the archive list: one page of the records that match the text and the filters. */
public final class ArchiveListViewModel {
    /** Number of rows on a page with a height of 800 px. */
    static final int PAGE = 15;

    private static final int RECENT = 6;

    public final StringProperty type = new SimpleStringProperty("household");
    public final StringProperty typed = new SimpleStringProperty("");
    public final StringProperty region;
    public final ObjectProperty<Set<RecordSummary.Status>> statuses = new SimpleObjectProperty<>(Set.of());
    /** True to show only records with incomplete bad information. */
    final BooleanProperty incomplete = new SimpleBooleanProperty();

    /** The records with a shared document number. */
    final SharedNumbers shared;

    final ObjectProperty<Optional<ArchiveRow>> chosen = new SimpleObjectProperty<>(Optional.empty());

    private final ObservableList<ArchiveRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Unit> units = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<RecordSummary.Status, Long>> statusCounts =
            new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyLongWrapper incompleteCount = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> answered = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper counted = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper pageNumber = new ReadOnlyLongWrapper(1);
    /** The last id of each earlier page. They are needed to go back. */
    private final List<UUID> ends = new ArrayList<>();

    private List<RecordSummary> shown = List.of();

    private final Desk desk;
    private final Office office;
    private final ObservableList<ArchiveStore.Surname> surnames = FXCollections.observableArrayList();
    private final Tasks.Lane search;
    private final Tasks.Lane naming;
    private final Tasks.Lane counting;
    private final Tasks.Lane looking;
    private final ObservableList<Recent> recent = FXCollections.observableArrayList();

    ArchiveListViewModel(Desk desk, Office office) {
        this.desk = desk;
        this.office = office;
        region = new SimpleStringProperty(office.region().digits());
        shared = new SharedNumbers(office);
        search = desk.tasks().latest("archives");
        naming = desk.tasks().latest("surnames");
        counting = desk.tasks().latest("villages");
        looking = desk.tasks().latest("recent");
        chosen.addListener((o, before, now) -> lookBack(now));
        type.addListener((o, before, now) -> {
            fromStart();
            count();
        });
        typed.addListener((o, before, now) -> fromStart());
        statuses.addListener((o, before, now) -> fromStart());
        incomplete.addListener((o, before, now) -> fromStart());
        shared.only.addListener((o, before, now) -> fromStart());
        region.addListener((o, before, now) -> {
            fromStart();
            count();
        });
    }

    /** Loads the first page and the counts. */
    void open() {
        fromStart();
        count();
    }

    ObservableList<ArchiveRow> rows() {
        return rows;
    }

    ObservableList<Unit> units() {
        return units;
    }

    /** Returns the number of records in the chosen place by state. */
    ReadOnlyObjectProperty<Map<RecordSummary.Status, Long>> statusCountsProperty() {
        return statusCounts.getReadOnlyProperty();
    }

    /** Returns the number of records in the chosen place with incomplete bad information. */
    ReadOnlyLongProperty incompleteCountProperty() {
        return incompleteCount.getReadOnlyProperty();
    }

    /** Shows all households with incomplete bad information. */
    void showIncomplete() {
        all();
        incomplete.set(true);
    }

    /** Shows all households with a shared document number. */
    void showShared() {
        all();
        shared.only.set(true);
    }

    private void all() {
        type.set("household");
        typed.set("");
        statuses.set(Set.of());
        incomplete.set(false);
        shared.only.set(false);
        region.set(office.region().digits());
    }

    /** Returns the newest changes of the chosen record: time, person and number of fields, without values. */
    ObservableList<Recent> recent() {
        return recent;
    }

    /**
     * A change without its values.
     *
     * @param first true for the first change of the record
     */
    record Recent(String moment, String person, int fields, boolean first) {}

    private void lookBack(Optional<ArchiveRow> row) {
        looking.run(
                progress -> row.map(chosen -> recent(office.store().history(chosen.id())))
                        .orElse(List.of()),
                recent::setAll,
                desk.dialogs()::failed);
    }

    private List<Recent> recent(List<Change> history) {
        var lines = new ArrayList<Recent>();
        for (var at = history.size() - 1; at >= Math.max(0, history.size() - RECENT); at--) {
            var change = history.get(at);
            lines.add(new Recent(
                    desk.formats().moment(change.at()),
                    change.user(),
                    change.changed().size(),
                    at == 0));
        }
        return lines;
    }

    /** Returns the surnames that match the typed letters, if there are several. */
    ObservableList<ArchiveStore.Surname> surnames() {
        return surnames;
    }

    /**
     * Returns the search text of the shown rows. It may be older than the typed text. Empty before the first answer.
     */
    ReadOnlyObjectProperty<Optional<String>> answeredProperty() {
        return answered.getReadOnlyProperty();
    }

    ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    ReadOnlyLongProperty pageNumberProperty() {
        return pageNumber.getReadOnlyProperty();
    }

    /** Returns true if the total is exact. Otherwise it is a lower limit. */
    ReadOnlyBooleanProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** Returns the number of pages, or a lower limit. */
    long pages() {
        return Math.max(pageNumber.get(), (total.get() + PAGE - 1) / PAGE);
    }

    boolean hasNext() {
        return counted.get() ? pageNumber.get() < pages() : rows.size() == PAGE;
    }

    /** Returns the types of subjects, households first, because they are most of the work. */
    List<Template> kinds() {
        return office.templates().subjects().stream()
                .sorted(Comparator.comparing((Template t) -> !t.id().equals("household"))
                        .thenComparing(Template::id))
                .toList();
    }

    void nextPage() {
        if (hasNext() && !rows.isEmpty()) {
            ends.add(rows.get(rows.size() - 1).id());
            load();
        }
    }

    void previousPage() {
        if (!ends.isEmpty()) {
            ends.remove(ends.size() - 1);
            load();
        }
    }

    /** Opens the form of a record. */
    void open(ArchiveRow row) {
        desk.navigator().go(new Place("form", row.id().toString()));
    }

    void rate(ArchiveRow row) {
        desk.navigator().go(new Place("rating", row.id().toString()));
    }

    void report(ArchiveRow row) {
        desk.navigator().go(new Place("report", row.id().toString()));
    }

    /** Opens the form for a new record of the shown type in the chosen place. */
    void begin() {
        desk.navigator().go(new Place("form", "new:" + type.get() + ":" + region.get()));
    }

    /** Switches a state filter. Subjects that moved out are listed separately, never together with other states. */
    void toggle(RecordSummary.Status status) {
        var wanted = EnumSet.noneOf(RecordSummary.Status.class);
        statuses.get().stream()
                .filter(chosen -> (chosen == RecordSummary.Status.MOVED) == (status == RecordSummary.Status.MOVED))
                .forEach(wanted::add);
        if (!wanted.remove(status)) {
            wanted.add(status);
        }
        statuses.set(Set.copyOf(wanted));
    }

    private void fromStart() {
        ends.clear();
        load();
        var filter = filter();
        naming.run(
                progress -> office.store().surnames(filter),
                found -> surnames.setAll(found.size() > 1 ? found : List.of()),
                desk.dialogs()::failed);
    }

    private RecordFilter filter() {
        return new RecordFilter(type.get(), region.get(), typed.get().strip(), statuses.get(), incomplete.get());
    }

    private void load() {
        var filter = filter();
        var after = ends.isEmpty() ? Optional.<UUID>empty() : Optional.of(ends.get(ends.size() - 1));
        var window = new RecordFilter.Window(after, PAGE);
        var begin = ends.size() * PAGE;
        var only = shared.only.get();
        search.run(
                progress ->
                        only ? shared.page(filter, begin, PAGE) : office.store().list(filter, window),
                page -> {
                    show(page);
                    answered.set(Optional.of(filter.text()));
                },
                desk.dialogs()::failed);
    }

    /** Marks the shown rows with a shared number. These are known after the rows. */
    private void mark(Map<UUID, Twins.Twin> twins) {
        if (shared.update(twins)) {
            show(new Page<>(shown, total.get(), counted.get()));
        }
    }

    private void show(Page<RecordSummary> page) {
        total.set(page.total());
        counted.set(page.counted());
        pageNumber.set(ends.size() + 1L);
        shown = page.items();
        rows.setAll(shown.stream()
                .map(summary -> ArchiveRow.of(summary, shared.has(summary.id()), office, desk.formats()))
                .toList());
        var still = chosen.get()
                .flatMap(old ->
                        rows.stream().filter(row -> row.id().equals(old.id())).findFirst());
        chosen.set(still.or(() -> rows.stream().findFirst()));
    }

    private void count() {
        var kind = type.get();
        var place = region.get();
        counting.run(
                progress -> new Counted(
                        office.store().counts(kind, office.region().digits()),
                        moved(kind),
                        office.store().attention(kind, place).incomplete(),
                        shared.find(kind)),
                counted -> {
                    mark(counted.twins());
                    incompleteCount.set(counted.incomplete());
                    showUnits(counted.here(), counted.moved());
                },
                desk.dialogs()::failed);
    }

    /** The counts of records in the archive, of those that moved out, and of incomplete ones in the chosen place. */
    private record Counted(
            List<ArchiveStore.RegionCount> here, long moved, long incomplete, Map<UUID, Twins.Twin> twins) {}

    private long moved(String kind) {
        var filter = new RecordFilter(kind, "", "", Set.of(RecordSummary.Status.MOVED));
        return office.store().list(filter, RecordFilter.Window.first(1)).total();
    }

    /** Shows the archive's own region, its direct parts and the parts of the chosen place. */
    private void showUnits(List<ArchiveStore.RegionCount> counts, long moved) {
        var shown = new ArrayList<Unit>();
        add(shown, office.region(), 0, counts);
        var here = DivisionCode.of(region.get());
        for (var child : office.divisions().children(office.region())) {
            add(shown, child.code(), 1, counts);
            if (child.code().contains(here)) {
                office.divisions().children(child.code()).forEach(below -> add(shown, below.code(), 2, counts));
            }
        }
        units.setAll(shown);
        var states = new EnumMap<RecordSummary.Status, Long>(RecordSummary.Status.class);
        counts.stream()
                .filter(count -> count.region().startsWith(here.digits()))
                .forEach(count ->
                        count.statuses().forEach((status, records) -> states.merge(status, records, Long::sum)));
        if (moved > 0) {
            states.put(RecordSummary.Status.MOVED, moved);
        }
        statusCounts.set(Map.copyOf(states));
    }

    private void add(List<Unit> shown, DivisionCode code, int depth, List<ArchiveStore.RegionCount> counts) {
        var count = counts.stream()
                .filter(c -> c.region().startsWith(code.digits()))
                .mapToLong(ArchiveStore.RegionCount::records)
                .sum();
        shown.add(new Unit(code.digits(), office.divisions().shortName(code), depth, count));
    }
}

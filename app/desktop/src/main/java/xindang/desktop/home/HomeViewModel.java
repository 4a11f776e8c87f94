package xindang.desktop.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import xindang.desktop.office.Office;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Place;
import xindang.model.archive.ArchiveStore;
import xindang.model.region.Division;

/** The state of the home page. It is read again each time the page is shown. */
public final class HomeViewModel {
    private static final String HOUSEHOLD = "household";
    /** Urban communities (社区). They are hidden until they contain a household. */
    private static final String TOWNSPEOPLE = "社区";
    /** The maximum number of items. Digits 1 to 5 open them. */
    static final int SHOWN = 5;

    private final ObservableList<WaitingItem> waiting = FXCollections.observableArrayList();
    private final ObservableList<Village> villages = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Exchange> exchange =
            new ReadOnlyObjectWrapper<>(new Exchange(0, Optional.empty()));
    private final Desk desk;
    private final Office office;

    private HomeViewModel(Desk desk, Office office) {
        this.desk = desk;
        this.office = office;
    }

    /**
     * Reads all data before the page is shown. A count of 0 would otherwise appear for a moment.
     *
     * @param ready receives the model on the screen thread
     */
    static void open(Desk desk, Office office, Consumer<HomeViewModel> ready) {
        var model = new HomeViewModel(desk, office);
        model.read(() -> ready.accept(model));
    }

    /** The number of changes that the platform has not confirmed, and the time of the last exchange. */
    record Exchange(long waiting, Optional<Instant> last) {}

    ObservableList<WaitingItem> waiting() {
        return waiting;
    }

    ObservableList<Village> villages() {
        return villages;
    }

    ReadOnlyObjectProperty<Exchange> exchangeProperty() {
        return exchange.getReadOnlyProperty();
    }

    /** Returns the totals of the whole region. */
    Village whole() {
        var grades = new HashMap<String, Long>();
        villages.forEach(v -> v.grades().forEach((grade, count) -> grades.merge(grade, count, Long::sum)));
        return new Village(
                office.region().digits(),
                office.divisions().shortName(office.region()),
                villages.stream().mapToLong(Village::records).sum(),
                villages.stream().mapToLong(Village::rated).sum(),
                grades);
    }

    private void read(Runnable then) {
        desk.tasks()
                .start(
                        "home",
                        progress -> facts(),
                        facts -> {
                            show(facts);
                            then.run();
                        },
                        desk.dialogs()::failed);
    }

    void open(WaitingItem item) {
        desk.navigator().go(item.place());
    }

    void open(Village village) {
        desk.navigator().go(new Place("archive", village.code()));
    }

    private record Facts(
            List<Village> villages, int conflicts, ArchiveStore.Attention attention, int twins, Exchange exchange) {}

    private Facts facts() {
        var counts = office.store().counts(HOUSEHOLD, office.region().digits());
        var below = office.divisions().children(office.region());
        var places = below.isEmpty()
                ? office.divisions().find(office.region()).stream().toList()
                : below;
        var found = new ArrayList<Village>();
        for (var place : places) {
            var village = village(place, counts);
            if (village.records() > 0 || !place.shortName().endsWith(TOWNSPEOPLE)) {
                found.add(village);
            }
        }
        // Places with records come first. Otherwise the order of the division table is kept.
        found.sort(Comparator.comparing(v -> v.records() == 0));
        return new Facts(
                found,
                office.store().conflicts().size(),
                office.store().attention(HOUSEHOLD, office.region().digits()),
                office.twins().of(HOUSEHOLD).size(),
                new Exchange(
                        office.exchange().counts().waiting(), office.exchange().lastExchange()));
    }

    private static Village village(Division place, List<ArchiveStore.RegionCount> counts) {
        long records = 0;
        long rated = 0;
        Map<String, Long> grades = new HashMap<>();
        for (var count : counts) {
            if (count.region().startsWith(place.code().digits())) {
                records += count.records();
                rated += count.rated();
                count.grades().forEach((grade, number) -> grades.merge(grade, number, Long::sum));
            }
        }
        return new Village(place.code().digits(), place.shortName(), records, rated, grades);
    }

    private void show(Facts facts) {
        villages.setAll(facts.villages());
        exchange.set(facts.exchange());
        waiting.setAll(items(facts));
    }

    /** Adds items for outdated grades and for incomplete bad information. */
    private void attention(ArchiveStore.Attention attention, List<WaitingItem> items) {
        var text = desk.text();
        var count = desk.formats();
        if (attention.incomplete() > 0) {
            items.add(new WaitingItem(
                    WaitingItem.Kind.INCOMPLETE,
                    text.of("home.incomplete", count.count(attention.incomplete())),
                    text.of("home.incomplete.detail"),
                    text.of("home.incomplete.do"),
                    new Place("archive", "incomplete")));
        }
        if (attention.stale() > 0) {
            items.add(new WaitingItem(
                    WaitingItem.Kind.STALE,
                    text.of("home.stale", count.count(attention.stale())),
                    text.of("home.stale.detail"),
                    text.of("home.stale.do"),
                    new Place("rating", "region:" + office.region().digits())));
        }
    }

    private List<WaitingItem> items(Facts facts) {
        var text = desk.text();
        var items = new ArrayList<WaitingItem>();
        if (facts.conflicts() > 0) {
            items.add(new WaitingItem(
                    WaitingItem.Kind.CONFLICT,
                    text.of("home.conflicts", facts.conflicts()),
                    text.of("home.conflicts.detail"),
                    text.of("home.conflicts.do"),
                    Place.of("sync")));
        }
        if (facts.villages().stream().allMatch(v -> v.records() == 0)) {
            items.add(new WaitingItem(
                    WaitingItem.Kind.BEGIN,
                    text.of("home.begin"),
                    text.of("home.begin.detail"),
                    text.of("home.begin.do"),
                    Place.of("intake")));
        }
        if (facts.twins() > 0) {
            items.add(new WaitingItem(
                    WaitingItem.Kind.TWIN,
                    text.of("home.twins", desk.formats().count(facts.twins())),
                    text.of("home.twins.detail"),
                    text.of("home.twins.do"),
                    new Place("archive", "twins")));
        }
        attention(facts.attention(), items);
        facts.villages().stream()
                .filter(v -> v.unrated() > 0)
                .sorted(Comparator.comparing(Village::unrated).reversed())
                .limit(Math.max(0, SHOWN - items.size() - (facts.exchange().waiting() > 0 ? 1 : 0)))
                .forEach(v -> items.add(new WaitingItem(
                        WaitingItem.Kind.UNRATED,
                        text.of("home.unrated", v.name(), desk.formats().count(v.unrated())),
                        text.of(
                                "home.unrated.detail",
                                desk.formats().count(v.records()),
                                desk.formats().count(v.rated())),
                        text.of("home.unrated.do"),
                        new Place("rating", "region:" + v.code()))));
        if (facts.exchange().waiting() > 0) {
            items.add(new WaitingItem(
                    WaitingItem.Kind.HAND_IN,
                    text.of("home.handIn", desk.formats().count(facts.exchange().waiting())),
                    text.of("home.handIn.detail"),
                    text.of("home.handIn.do"),
                    Place.of("sync")));
        }
        return items;
    }
}

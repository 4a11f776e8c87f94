package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.Draft;
import xindang.model.archive.Erasing;
import xindang.model.archive.FieldChange;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.exchange.ExchangeStore;
import xindang.model.keeping.Outcome;
import xindang.model.law.Due;
import xindang.model.testing.MemoryOffice;
import xindang.model.testing.Office;
import xindang.model.wire.RedactedJson;

/**
 * A random history of three to five offices and a platform in a town of their own, drawn from one seed: real engine, merge,
 * stores and platform on clocks that only the history moves. Each step draws from a seed of its own, so that the same history
 * can be run without some of its steps.
 */
final class History implements AutoCloseable {
    private static final int LONGEST_QUIET = 14;
    private static final int MOST_OFFICES = 6;
    private static final int COUNTY = 6;
    /** Why a change may be set aside: its person closed it in another office, or its term ended on the way. */
    private static final Set<String> OF_LAW = Set.of("law.consent.missing", "law.term.over");
    /** And where somebody sends what is forbidden or erases a person. */
    private static final Set<String> OF_LAW_RARELY = Set.of("law.forbidden", "record.erased");
    /** How many offices there are, each as often as it occurs here. */
    private static final List<Integer> SIZES = List.of(3, 3, 3, 4, 4, 5);

    final HistoryCity city;
    /** One town, or two between which households move. */
    final List<String> towns;

    final List<Desk> desks = new ArrayList<>();
    final List<UUID> records = new ArrayList<>();
    final Household household = new Household(this);
    /** Every conflict that any office ever had. */
    final Map<UUID, Conflict> seen = new LinkedHashMap<>();
    /** Every change that was saved, and when that was. */
    final Map<UUID, Saved> saved = new LinkedHashMap<>();
    /** Households that somebody erased; an archive that was put back forgets that it did. */
    final Set<UUID> erased = new HashSet<>();
    /** Changes of an archive that was put back to before it had them, and those that were set aside. */
    final Set<UUID> mayBeLost = new HashSet<>();
    /** How often what happened, to see that histories are not empty. */
    final Map<String, Integer> events = new TreeMap<>();

    private final int seed;
    private final boolean onDisk;
    private final Ids ids;
    private final Map<Desk, Long> known = new HashMap<>();
    private final List<String> log = new ArrayList<>();
    private Random random;
    private Desk acting;
    private int step;
    private String operation = "BEGIN";
    private int witnesses;

    /** @param at the true time */
    record Saved(Change change, Desk by, Instant at) {}

    /** @param folder of the archives; absent for offices in memory */
    History(HistoryCity city, int seed, Optional<Path> folder) {
        this.city = city;
        this.seed = seed;
        onDisk = folder.isPresent();
        city.begin();
        random = new Random(seed);
        towns = seed % 3 == 1
                ? List.of(HistoryCity.town(seed), HistoryCity.otherTown(seed, seed % 2 == 0))
                : List.of(HistoryCity.town(seed));
        ids = new Ids(city.clock, new Random(seed ^ 0x5eed));
        var count = oneOf(SIZES);
        for (var i = 0; i < count; i++) {
            var desk = Desk.begun("H" + seed + "-" + i, region(i), city.clock, ids, folder);
            desks.add(desk);
            enrol(desk.office(), desk.region, desk.clock);
        }
        acting = desks.get(0);
    }

    /** The first two offices are of the first town, the third is of the last; the fourth may be of their county. */
    private String region(int office) {
        var last = towns.get(towns.size() - 1);
        return switch (office) {
            case 0, 1 -> towns.get(0);
            case 3 -> isOneCounty() && towns.size() > 1 ? last.substring(0, COUNTY) : last;
            default -> last;
        };
    }

    private boolean isOneCounty() {
        return towns.stream().map(town -> town.substring(0, COUNTY)).distinct().count() == 1;
    }

    /** Whether a device sends what is forbidden: only archives on the disk judge what arrives. */
    boolean hasForbidden() {
        return onDisk && seed % 4 == 1;
    }

    /** Whether people are erased: only archives on the disk can. */
    boolean erases() {
        return onDisk && seed % 4 == 3;
    }

    Draft draft(UUID record, FieldChange field) {
        return new Draft(
                ids.next(),
                record,
                Village.HOUSEHOLD,
                List.of(field),
                Desk.USER,
                acting.clock.instant(),
                "screen",
                List.of());
    }

    void erase(UUID record) {
        acting.office()
                .archives()
                .erase(new Erasing(ids.next(), record, Village.HOUSEHOLD, "本人要求删除", Desk.USER, acting.clock.instant()));
        erased.add(record);
        happened("a household was erased");
    }

    /** Villages of the archive of the acting office. */
    List<String> villages() {
        return towns.stream()
                .flatMap(town -> HistoryCity.villages(town).stream())
                .filter(acting::holds)
                .toList();
    }

    /** Villages of another town than those of the acting office. */
    List<String> villagesElsewhere() {
        return towns.stream()
                .flatMap(town -> HistoryCity.villages(town).stream())
                .filter(village -> !acting.holds(village))
                .toList();
    }

    /** How many steps it has. */
    static int length(int seed) {
        return 8 + new Random(seed).nextInt(24);
    }

    private void enrol(Office office, String region, SetClock clock) {
        engine(office.exchange(), clock, 0).enrol(city.address(), city.code(region), region, office.device());
    }

    private SyncEngine engine(ExchangeStore store, SetClock clock, int oneIn) {
        return new SyncEngine(store, city.network(random.nextLong(), oneIn), clock, Village.PATIENCE);
    }

    /** Lets happen what a condition on the number of the step lets through; all offices have one household before. */
    void run(IntPredicate steps) {
        Operation.CREATE.run(this);
        note(acting);
        everybodySyncs();
        if (seed % 2 == 0) {
            clash();
        }
        if (towns.size() > 1) {
            moveAway();
        }
        if (seed % 5 == 3) {
            wrongYear();
        }
        if (seed % 20 == 4) {
            otherChangeAtThatPlace();
        }
        if (hasForbidden()) {
            turnTo(desks.get(0));
            Operation.FORBIDDEN.run(this);
        }
        for (step = 0; step < length(seed); step++) {
            if (steps.test(step)) {
                random = new Random(seed * 1_000_003L + step);
                city.clock.advance(Duration.ofSeconds(1 + random.nextInt(50)));
                acting = oneOf(desks);
                var next = Operation.any(this);
                operation = next.name();
                say(operation);
                next.run(this);
                note(acting);
            }
        }
        random = new Random(seed);
    }

    /** Two offices change what the other changes, and one deletes a row in which the other writes; then all have the conflicts. */
    private void clash() {
        for (var desk : desks.subList(0, 2)) {
            turnTo(desk);
            Operation.CLASH.run(this);
        }
        turnTo(desks.get(2));
        Operation.DELETE_ROW.run(this);
        everybodySyncs();
        everybodySyncs();
    }

    /** An office moves the household to the other town while another one edits it, and the new town gets it, now or after a fall. */
    private void moveAway() {
        turnTo(desks.get(below(2)));
        Operation.MOVE_AWAY.run(this);
        turnTo(desks.get(below(2)));
        Operation.EDIT.run(this);
        everybodySyncs();
        turnTo(desks.get(2));
        if (below(2) == 0) {
            killedSync();
        }
    }

    /** A platform that was set back gives a place that an office has received to another change. */
    private void otherChangeAtThatPlace() {
        city.keep();
        for (var desk : desks.subList(0, 2)) {
            turnTo(desk);
            Operation.EDIT.run(this);
        }
        turnTo(desks.get(0));
        sync(0);
        turnTo(desks.get(2));
        sync(0);
        city.setBack();
        turnTo(desks.get(1));
        sync(0);
    }

    /** All have an item of bad information; an office whose clock is years ahead opens its archive. */
    private void wrongYear() {
        turnTo(desks.get(1));
        Operation.ADVERSE.run(this);
        everybodySyncs();
        turnTo(desks.get(below(2)));
        acting.clock.advance(Duration.ofDays(2500));
        reopen();
        note(acting);
    }

    /** Notes what an office saved since it was looked at last, and the conflicts it has. */
    private void note(Desk desk) {
        var before = saved.size();
        for (var change : desk.office().exchange().own(known.getOrDefault(desk, 0L), Integer.MAX_VALUE)) {
            saved.putIfAbsent(change.id(), new Saved(change, desk, city.clock.instant()));
            known.put(desk, change.sequence());
            if (change.origin().equals(Due.ORIGIN)) {
                happened("rows deleted by their term");
            }
        }
        desk.office().conflicts().stream()
                .filter(conflict -> records.contains(conflict.record()))
                .forEach(this::see);
        if (saved.size() > before) {
            happened(operation + " saved");
        }
    }

    private void see(Conflict conflict) {
        if (seen.putIfAbsent(conflict.id(), conflict) == null) {
            happened(conflict.isRow() ? "conflict over a row" : "conflict over a value");
        }
    }

    private void happened(String what) {
        events.merge(what, 1, Integer::sum);
    }

    Desk acting() {
        return acting;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    UUID newRecord() {
        var record = ids.next();
        records.add(record);
        return record;
    }

    /** A household that the acting office has, rarely one that moved away. */
    Optional<UUID> record() {
        var any = below(10) == 0;
        var there = records.stream()
                .filter(id -> any ? acting.find(id).isPresent() : acting.isLive(id))
                .toList();
        return there.isEmpty() ? Optional.empty() : Optional.of(oneOf(there));
    }

    /** A conflict that waits somewhere. */
    Optional<Conflict> conflict() {
        var open = new TreeMap<UUID, Conflict>();
        desks.forEach(desk -> desk.office().conflicts().stream()
                .filter(conflict -> records.contains(conflict.record()))
                .forEach(conflict -> open.put(conflict.id(), conflict)));
        open.values().forEach(this::see);
        return open.isEmpty() ? Optional.empty() : Optional.of(oneOf(List.copyOf(open.values())));
    }

    /** Offices in which a conflict waits: one, or most. */
    List<Desk> having(Conflict conflict) {
        var all = desks.stream()
                .filter(desk -> desk.office().conflicts().stream()
                        .anyMatch(open -> open.id().equals(conflict.id())))
                .toList();
        return below(2) == 0 ? List.of(oneOf(all)) : all;
    }

    /** Another office acts. */
    void turnTo(Desk desk) {
        note(acting);
        acting = desk;
    }

    void say(String what) {
        log.add(step + " " + acting.name + " " + what);
    }

    void typed(Map<String, String> typed, Outcome<?> outcome) {
        happened(operation + (outcome.isDone() ? " done" : " refused"));
        say(new TreeMap<>(typed)
                + (outcome.isDone() ? "" : " refused " + outcome.violations().get(0)));
    }

    /** An exchange of the acting office. */
    void sync(int oneIn) {
        try {
            exchange(acting.office().exchange(), oneIn);
        } catch (AppException e) {
            if (oneIn == 0 || e.code() != ErrorCode.NETWORK) {
                throw e;
            }
            say("got no answer");
            happened("an exchange was cut off");
        }
    }

    void everybodySyncs() {
        for (var desk : desks) {
            turnTo(desk);
            sync(0);
        }
    }

    /** A platform that was set back to before an office, or a copy, was enrolled does not know it: a person enrols it anew. */
    private SyncReport exchange(ExchangeStore store, int oneIn) {
        try {
            return done(engine(store, acting.clock, oneIn).sync(Progress.NONE));
        } catch (AppException e) {
            if (!e.args().contains("token.client")) {
                throw e;
            }
            happened("an office was enrolled anew");
            say("is enrolled anew");
            enrol(acting.office(), acting.region, acting.clock);
            return done(engine(store, acting.clock, oneIn).sync(Progress.NONE));
        }
    }

    private SyncReport done(SyncReport report) {
        report.setAside().forEach(this::setAside);
        if (report.platformSetBack()) {
            happened("an office saw that the platform was set back");
        }
        if (report.becameOwn()) {
            happened("a copy became a device of its own");
        }
        if (report.waiting().size() > 0) {
            happened("changes waited for others");
        }
        return report;
    }

    private void setAside(SyncReport.SetAside aside) {
        assertTrue(
                OF_LAW.contains(aside.code()) || ((hasForbidden() || erases()) && OF_LAW_RARELY.contains(aside.code())),
                aside.toString());
        happened("a change was set aside by law");
        acting.office()
                .exchange()
                .texts(aside.sequence(), aside.sequence())
                .forEach(text -> mayBeLost.add(RedactedJson.id(text)));
    }

    /** An exchange in the middle of which the program ends; it starts again. */
    void killedSync() {
        var deadly = random.nextInt(7);
        var before = random.nextBoolean();
        try {
            exchange(new BreakingStore(acting.office().exchange(), deadly, before), 0);
        } catch (BreakingStore.Death e) {
            happened("the program died in an exchange");
            say("died " + (before ? "before" : "after") + " step " + deadly);
            acting.reopen();
        }
    }

    void reopen() {
        acting.reopen();
    }

    /** Puts the archive of the acting office back to an older copy. */
    void putBack() {
        desks.stream().filter(Desk::isKept).findFirst().ifPresent(desk -> {
            turnTo(desk);
            note(acting);
            mayBeLost.addAll(acting.putBack());
            known.remove(acting);
            say("is put back");
            happened("an archive was put back");
        });
    }

    void copy() {
        if (desks.size() < MOST_OFFICES) {
            var twin = acting.copied(city.clock);
            desks.add(twin);
            say("is copied as " + twin.name);
        }
    }

    void setPlatformBack() {
        if (city.isKept()) {
            city.setBack();
        }
    }

    /** Everybody exchanges until nothing moves any more: until each one had an exchange since something moved. */
    void settle() {
        var quiet = 0;
        for (var turn = 0; quiet < desks.size(); turn++) {
            if (turn == LONGEST_QUIET * desks.size()) {
                throw new AssertionError("the exchange does not come to rest");
            }
            acting = desks.get(turn % desks.size());
            say("SETTLE");
            var report = exchange(acting.office().exchange(), 0);
            note(acting);
            var moved = report.sent() + report.received() > 0 || report.platformSetBack();
            quiet = moved ? 0 : quiet + 1;
        }
    }

    /** Every archive on the disk is opened again, which deletes what may not be kept any more. */
    void everybodyOpens() {
        if (onDisk) {
            desks.forEach(Desk::reopen);
            desks.forEach(this::note);
            if (desks.stream()
                    .anyMatch(desk -> desk.office().exchange().counts().waiting() > 0)) {
                settle();
            }
        }
    }

    /** Years pass, all clocks are right, and every archive is opened again: what may not be kept any more is deleted. */
    void yearsPass() {
        city.clock.advance(Duration.ofDays(366L * 7));
        desks.forEach(desk -> desk.clock.set());
        settle();
        desks.forEach(Desk::reopen);
        desks.forEach(this::note);
        settle();
    }

    /** An office of a town that begins when all is over, and receives everything. */
    Office witness(String town) {
        var clock = city.clock.ofAnOffice();
        var office =
                new MemoryOffice("H" + seed + "-witness" + ++witnesses, Desk.padded(town), Village.TEMPLATES, clock);
        enrol(office, town, clock);
        engine(office.exchange(), clock, 0).sync(Progress.NONE);
        return office;
    }

    List<String> log() {
        return log;
    }

    @Override
    public void close() {
        desks.forEach(Desk::close);
    }
}

package xindang.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.model.archive.Change;
import xindang.model.archive.Conflict;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Progress;
import xindang.model.keeping.Archives;
import xindang.model.keeping.Departure;
import xindang.model.region.Divisions;
import xindang.model.region.Territory;
import xindang.model.testing.RatingFields;

/** Households that move between two towns and back while offices edit them, drawn from a seed, in real archives. */
class MovesHistoryTest {
    private static final List<String> TOWNS = List.of("230184100", "230184101");
    private static final List<String> PLACES = List.of("230184100201", "230184100202", "230184101201", "230184101202");
    private static final int STEPS = 70;

    @TempDir
    Path data;

    private final Map<ArchiveOffice, SyncEngine> engines = new LinkedHashMap<>();
    private final List<UUID> records = new ArrayList<>();
    private int values;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void allOfficesAgreeOnWhereHouseholdsAre(long seed) {
        var random = new Random(seed);
        try (var village = new Village(data.resolve("platform"), seed)) {
            try {
                for (var i = 0; i < 4; i++) {
                    begin(village, "T" + i, TOWNS.get(i % 2));
                }
                var county = begin(village, "C", "230184");
                for (var step = 0; step < STEPS; step++) {
                    step(village, random);
                }
                for (var round = 0; round < 4; round++) {
                    engines.values().forEach(engine -> engine.sync(Progress.NONE));
                }
                engines.values()
                        .forEach(engine ->
                                assertEquals(0, engine.sync(Progress.NONE).received()));
                var witness = begin(village, "W", "230184");
                engines.values().forEach(engine -> engine.sync(Progress.NONE));
                engines.keySet().forEach(office -> check(office, witness));
                assertTrue(said(county, records.get(0)).size() > 1);
            } finally {
                engines.keySet().forEach(ArchiveOffice::close);
            }
        }
    }

    private ArchiveOffice begin(Village village, String device, String region) {
        var office = ArchiveOffice.create(data.resolve(device), device, region, village.clock);
        engines.put(office, village.enrolled(office, region));
        return office;
    }

    private void step(Village village, Random random) {
        var office = List.copyOf(engines.keySet()).get(random.nextInt(engines.size()));
        var live = listed(office, Set.of());
        if (records.size() < 3 || random.nextInt(20) == 0) {
            var here = PLACES.stream()
                    .filter(place -> territory(office).holds(place))
                    .toList();
            var record = village.ids.next();
            records.add(record);
            office.save(List.of(village.draft(
                    record,
                    List.of(
                            FieldChange.set("file.village", here.get(random.nextInt(here.size()))),
                            FieldChange.set("head.name", "王德才")))));
            return;
        }
        if (live.isEmpty() || random.nextInt(3) == 0) {
            Objects.requireNonNull(engines.get(office)).sync(Progress.NONE);
            return;
        }
        var record = live.get(random.nextInt(live.size()));
        switch (random.nextInt(6)) {
            case 0, 1 -> village.edit(office, record, "head.phone", String.format(Locale.ROOT, "138%08d", ++values));
            case 2 -> village.edit(office, record, "file.group", "v" + ++values);
            case 3 ->
                office.save(List.of(
                        village.draft(village.ids.next(), new TemplateRef("rating", 1), RatingFields.of(record))));
            default -> go(village, office, record, PLACES.get(random.nextInt(PLACES.size())));
        }
    }

    private static void go(Village village, ArchiveOffice office, UUID record, String place) {
        if (territory(office).holds(place)) {
            if (!office.content(record).text("file.village").equals(place)) {
                village.edit(office, record, "file.village", place);
            }
            return;
        }
        var archives =
                new Archives(office.archives(), Village.TEMPLATES, Divisions.harbin(), village.ids, village.clock);
        assertTrue(archives.move(record, new Departure(place, "", ""), "张敏").isDone());
    }

    private static Territory territory(ArchiveOffice office) {
        return Territory.of(office.archives().region());
    }

    private void check(ArchiveOffice office, ArchiveOffice witness) {
        assertEquals(0, office.exchange().counts().waiting(), office.device());
        var here = new HashSet<UUID>();
        for (var record : records) {
            var region = witness.archives().find(record).orElseThrow().region();
            if (!territory(office).holds(region)) {
                continue;
            }
            here.add(record);
            assertEquals(witness.content(record).asMap(), office.content(record).asMap(), office.device());
            assertEquals(said(witness, record), said(office, record), office.device());
            assertEquals(conflicts(witness, record), conflicts(office, record), office.device());
            assertEquals(ratings(witness, record), ratings(office, record), office.device() + " ratings of " + record);
        }
        assertEquals(here, Set.copyOf(listed(office, Set.of())), office.device());
        var left = listed(office, Set.of(RecordSummary.Status.MOVED));
        assertTrue(left.stream().noneMatch(here::contains), office.device());
        assertTrue(
                office.archives().conflicts().stream().map(Conflict::record).allMatch(here::contains), office.device());
        var own = office.exchange().own(0, 1000);
        for (var change : own) {
            assertTrue(said(witness, change.record()).contains(change.id()), "lost " + change);
        }
    }

    private static List<UUID> listed(ArchiveOffice office, Set<RecordSummary.Status> statuses) {
        var filter = new RecordFilter("household", "", "", statuses);
        return office.archives().list(filter, RecordFilter.Window.first(50)).items().stream()
                .map(RecordSummary::id)
                .toList();
    }

    private static List<UUID> said(ArchiveOffice office, UUID record) {
        return office.history(record).stream().map(Change::id).toList();
    }

    private static Set<Conflict> conflicts(ArchiveOffice office, UUID record) {
        return Set.copyOf(office.archives().find(record).orElseThrow().conflicts());
    }

    private static Set<UUID> ratings(ArchiveOffice office, UUID record) {
        return office.archives().about(record, "rating", 100).stream()
                .map(rating -> rating.id())
                .collect(Collectors.toSet());
    }
}

package xindang.model.keeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.Unsaved;
import xindang.model.common.Ids;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.InMemoryArchiveStore;
import xindang.model.testing.MemoryDraftStore;

/** A subject is in the division of its archive, whichever way it comes in. */
class WhereaboutsTest {
    private static final String TOWN = "230184100000";
    private static final String VILLAGE = "230184100206";
    private static final String OTHER = "230184100207";
    private static final String OUTSIDE = "230184101201";
    private static final String USER = "王海燕";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T04:00:00Z"), ZoneOffset.UTC);
    private static final ShippedTemplates TEMPLATES = ShippedTemplates.load();

    private final InMemoryArchiveStore store = new InMemoryArchiveStore("LL-01", TOWN, TEMPLATES, CLOCK);
    private final Ids ids = new Ids(CLOCK, new Random(7));
    private final Archives archives = new Archives(store, TEMPLATES, Divisions.harbin(), ids, CLOCK);
    private final Drafts drafts = new Drafts(new MemoryDraftStore(), store, TEMPLATES, CLOCK);

    @Test
    void aVillageOfAnotherTownIsTypedNowhere() {
        var household = household(VILLAGE).get();

        assertEquals(List.of("file.village record.place.outside"), codes(household(OUTSIDE)));
        assertEquals(List.of("file.village record.place.outside"), codes(edit(household, OUTSIDE)));
        assertEquals(
                List.of("file.village record.place.outside"),
                codes(archives.check(household, Map.of("file.village", OUTSIDE))));
        assertEquals(List.of("file.village record.place.outside"), codes(archives.save(List.of(draft(household)))));
        assertEquals(VILLAGE, store.find(household).orElseThrow().region());
    }

    @Test
    void aUnitAboveTheArchiveIsOutsideToo() {
        assertEquals(
                List.of("file.village record.place.outside"),
                codes(edit(household(VILLAGE).get(), "230184000000")));
    }

    @Test
    void anotherVillageOfTheArchiveIsAccepted() {
        var household = household(VILLAGE).get();
        assertTrue(edit(household, OTHER).isDone());
        assertEquals(OTHER, store.find(household).orElseThrow().region());
    }

    @Test
    void aPlaceIsNotEmptied() {
        assertEquals(
                List.of("file.village record.place.missing"),
                codes(edit(household(VILLAGE).get(), "")));
    }

    @Test
    void aFirmOfAnotherCountyIsRefused() {
        assertEquals(
                List.of("registration.division record.place.outside"),
                codes(archives.create(
                        "enterprise",
                        TOWN,
                        Map.of("registration.name", "拉林河米业有限公司", "registration.division", "230113000000"),
                        USER)));
    }

    @Test
    void aDraftKeepsNoVillageOutside() {
        var household = household(VILLAGE).get().toString();
        var refused =
                drafts.keep(household, new Unsaved(Map.of("file.village", OUTSIDE, "head.phone", "12"), Map.of()));

        assertEquals(Set.of("file.village"), refused.keySet());
        assertEquals(Map.of("head.phone", "12"), drafts.read(household).all());
        assertEquals(
                Map.of("file.village", OTHER),
                keptAfter(household, new Unsaved(Map.of("file.village", OTHER), Map.of())));
    }

    private Map<String, String> keptAfter(String place, Unsaved typed) {
        assertEquals(Map.of(), drafts.keep(place, typed));
        return drafts.read(place).all();
    }

    private Outcome<UUID> household(String village) {
        return archives.create(
                        "household",
                        TOWN,
                        Map.of("file.village", village, "head.name", "那守田", "head.number", "230112199001011233"),
                        USER)
                .map(receipt -> receipt.changes().get(0).record());
    }

    private Outcome<?> edit(UUID household, String village) {
        return archives.edit(household, Map.of("file.village", village), USER);
    }

    private Draft draft(UUID household) {
        return new Draft(
                ids.next(),
                household,
                TEMPLATES.get("household").ref(),
                List.of(new FieldChange("file.village", Optional.of(VILLAGE), Optional.of(OUTSIDE))),
                USER,
                CLOCK.instant(),
                "edit",
                List.of());
    }

    private static List<String> codes(Outcome<?> outcome) {
        var codes = new ArrayList<String>();
        outcome.violations().stream()
                .filter(finding -> finding.violation().code().startsWith("record.place."))
                .forEach(finding ->
                        codes.add(finding.path() + " " + finding.violation().code()));
        return codes;
    }
}

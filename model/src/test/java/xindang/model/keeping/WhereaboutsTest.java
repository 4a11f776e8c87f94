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
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
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

    @Test
    void movingOutIsAnActOfItsOwnAndTheSubjectIsReadOnlyAfterIt() {
        var household = household(VILLAGE).get();
        var moved = archives.move(household, new Departure(OUTSIDE, "2026-11-01", "随子女居住"), USER);

        assertEquals(List.of(), moved.violations());
        assertEquals(OUTSIDE, store.find(household).orElseThrow().region());
        var act = store.about(household, "move", 5).get(0).content();
        assertEquals(
                List.of(VILLAGE, OUTSIDE, "2026-11-01", "随子女居住", USER),
                List.of(
                        act.text("move.from"),
                        act.text("move.to"),
                        act.text("move.date"),
                        act.text("move.reason"),
                        act.text("move.person")));
        var said = store.history(household);
        assertEquals("move", said.get(said.size() - 1).origin());
        for (var refused : List.of(
                archives.edit(household, Map.of("head.phone", "13945112787"), USER),
                archives.edit(household, Map.of("file.village", VILLAGE), USER),
                archives.move(household, new Departure(VILLAGE, "", ""), USER),
                archives.giveConsent(household, Map.of("noticeAt", "2026-11-18", "signedAt", "2026-11-18"), USER))) {
            assertEquals("record.moved", refused.violations().get(0).violation().code());
        }
        assertEquals(
                0,
                store.list(RecordFilter.all("household"), RecordFilter.Window.first(9))
                        .total());
        assertEquals(List.of(), store.counts("household", ""));
        var left = new RecordFilter("household", "", "", Set.of(RecordSummary.Status.MOVED));
        assertEquals(
                List.of(household),
                store.list(left, RecordFilter.Window.first(9)).items().stream()
                        .map(RecordSummary::id)
                        .toList());
    }

    @Test
    void theNumberOfWhoMovedOutBeginsNoSecondArchive() {
        archives.move(household(VILLAGE).get(), new Departure(OUTSIDE, "", ""), USER);
        var again = household(OTHER);
        assertEquals("record.moved", again.violations().get(0).violation().code());
        assertEquals("head.number", again.violations().get(0).path());
    }

    @Test
    void nobodyMovesToAVillageOfTheArchiveNorToAUnitAboveItNorInTheFuture() {
        var household = household(VILLAGE).get();
        assertEquals("record.move.inside", move(household, OTHER, "", ""));
        assertEquals("record.move.village", move(household, "230184000000", "", ""));
        assertEquals("record.move.village", move(household, "230184101000", "", ""));
        assertEquals("field.division", move(household, "不存在的村", "", ""));
        assertEquals("record.move.later", move(household, OUTSIDE, "2026-12-01", ""));
        assertEquals("law.forbidden.text.religion", move(household, OUTSIDE, "", "信仰基督教"));
        assertEquals(VILLAGE, store.find(household).orElseThrow().region());
    }

    private String move(UUID household, String place, String date, String reason) {
        var outcome = archives.move(household, new Departure(place, date, reason), USER);
        return outcome.violations().get(0).violation().code();
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

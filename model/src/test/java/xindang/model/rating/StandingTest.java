package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.Standing;
import xindang.model.common.Ids;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.MemoryArchiveStore;

/** When a kept rating no longer holds. */
class StandingTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> PATHS = List.of(
            "file.note",
            "head.residence",
            "land.contracted",
            "finance.loanBalance",
            "finance.overdue",
            "crops.years",
            "head.workers",
            "social.arrears",
            "honours.items.a.name");

    private final Ids ids = new Ids(Clock.fixed(Village.AT, ZONE), new SplittableRandom(7));
    private final MemoryArchiveStore store = new MemoryArchiveStore();
    private final ShippedTemplates templates = ShippedTemplates.load();

    @Test
    void staleWhenTheFormWouldReadOtherInputsAndNotElse() {
        var random = new SplittableRandom(20261130);
        for (var round = 0; round < 300; round++) {
            var subject = household();
            var ratings = at(Village.AT);
            ratings.rate(subject, "王海燕");
            var before = ratings.latest(subject).orElseThrow();
            for (var edits = random.nextInt(3); edits >= 0; edits--) {
                edit(subject, PATHS.get(random.nextInt(PATHS.size())), value(random), Village.AT.plusSeconds(60));
            }
            var record = store.find(subject).orElseThrow();
            var again = Scoring.rate(
                    Village.FORM,
                    Facts.lawful(templates.get("household"), record.content(), record.region(), Village.ON),
                    before.rating().averages(),
                    Village.ON);
            var oracle = again.digest().equals(before.rating().digest()) ? Standing.CURRENT : Standing.STALE;
            assertEquals(
                    oracle,
                    ratings.standing(record, before),
                    record.content().asMap().toString());
        }
    }

    @Test
    void badInformationThatNoInputShowsMakesItStaleToo() {
        var subject = household();
        var ratings = at(Village.AT);
        ratings.rate(subject, "王海燕");
        var before = ratings.latest(subject).orElseThrow();
        edit(subject, "adverse.items.a.basis", "（2026）1 号", Village.AT.plusSeconds(1));
        assertEquals(Standing.STALE, ratings.standing(store.find(subject).orElseThrow(), before));
    }

    @Test
    void neighboursAndAgeDoNotMakeItStaleButItsLastDayEndsIt() {
        var subject = household();
        at(Village.AT).rate(subject, "王海燕");
        edit(household(), "land.contracted", "400", Village.AT.plusSeconds(60));
        var record = store.find(subject).orElseThrow();
        var stored = at(Village.AT).latest(subject).orElseThrow();
        var last = stored.rating().validUntil();
        assertEquals(Standing.CURRENT, at(noon(last)).standing(record, stored));
        assertEquals(Standing.EXPIRED, at(noon(last.plus(Period.ofDays(1)))).standing(record, stored));
    }

    private static Instant noon(java.time.LocalDate day) {
        return day.atTime(12, 0).atZone(ZONE).toInstant();
    }

    private Ratings at(Instant moment) {
        return new Ratings(store, templates, Village.FORMS, ids, Clock.fixed(moment, ZONE));
    }

    private static String value(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "none";
            case 2 -> "true";
            default -> Integer.toString(1 + random.nextInt(40));
        };
    }

    private UUID household() {
        var id = ids.next();
        var values = new HashMap<>(Village.guan());
        values.put("file.village", Village.CODE);
        save(id, Content.EMPTY, Content.of(values), Village.AT.minusSeconds(60));
        return id;
    }

    private void edit(UUID id, String path, String value, Instant at) {
        var before = store.find(id).orElseThrow().content();
        save(id, before, before.with(path, value), at);
    }

    private void save(UUID id, Content before, Content after, Instant at) {
        var fields = before.changesTo(after);
        if (!fields.isEmpty()) {
            store.save(List.of(
                    new Draft(ids.next(), id, templates.get("household").ref(), fields, "王海燕", at, "edit", List.of())));
        }
    }
}

package xindang.model.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Content;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.common.AppException;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.MemoryArchiveStore;

/** The use cases over an archive in memory. */
final class RatingsTest {
    private final Clock clock = Clock.fixed(Village.AT, ZoneId.of("Asia/Shanghai"));
    private final Ids ids = new Ids(clock, new SplittableRandom(1));
    private final MemoryArchiveStore store = new MemoryArchiveStore();
    private final ShippedTemplates templates = ShippedTemplates.load();
    private final Ratings ratings = new Ratings(store, templates, Village.FORMS, ids, clock);

    @Test
    void ratesATownInOneRunAndKeepsEachRating() {
        var subjects = settle(1200, "230184101");
        var steps = new ArrayList<Long>();

        var rated = ratings.rateRegion(Village.FORM, "230184101", "王海燕", progress(steps, Long.MAX_VALUE));

        assertEquals(1200, rated.done());
        assertEquals(
                1200L,
                rated.grades().values().stream().mapToLong(Long::longValue).sum());
        assertEquals(1200L, steps.get(steps.size() - 1));
        for (var subject : subjects.subList(0, 20)) {
            var stored = ratings.latest(subject).orElseThrow();
            assertTrue(stored.same());
            assertEquals("王海燕", stored.person());
        }
    }

    @Test
    void ratesOneHouseholdAsTheRunDoes() {
        var subjects = settle(60, "230184101");
        ratings.rateRegion(Village.FORM, "230184101", "王海燕", Progress.NONE);

        var one = ratings.rate(subjects.get(7), "王海燕");

        var run = store.about(subjects.get(7), "rating", 2);
        assertEquals(2, run.size());
        assertEquals(
                List.of(one.digest(), one.digest()),
                run.stream()
                        .map(record -> record.content().text("rating.digest"))
                        .toList());
    }

    @Test
    void stopsWhenCancelledAndKeepsWhatWasSaved() {
        settle(90, "230184101");

        var rated = ratings.rateRegion(Village.FORM, "", "王海燕", progress(new ArrayList<>(), 1));

        assertTrue(rated.cancelled());
        var kept = new ArrayList<UUID>();
        store.each("rating", "", record -> kept.add(record.id()));
        assertEquals(rated.done(), kept.size());
    }

    @Test
    void givesNoGradeToAnEnterpriseOfWhichOnlyTheRegisterIsKnown() {
        var rating = ratings.rate(enterprise(Map.of()), "李评");

        assertEquals("22", Numbers.plain(rating.assessed()));
        assertEquals(Optional.empty(), rating.score());
        assertEquals("资料不全，不评级", rating.grade() + rating.meaning());
    }

    @Test
    void ratesAnEnterpriseOnceItsPublicCreditIsKnown() {
        var known = new HashMap<>(Map.of(
                "registration.status", "open",
                "publicCredit.taxGrade", "A",
                "publicCredit.taxArrears", "false",
                "publicCredit.socialArrears", "false",
                "publicCredit.abnormal", "false"));
        assertEquals("47", Numbers.plain(ratings.rate(enterprise(known), "李评").assessed()));

        known.put("penalties.checkedOn", "2026-11-01");
        var rating = ratings.rate(enterprise(known), "李评");

        assertEquals("56", Numbers.plain(rating.assessed()));
        assertEquals("AAA A", rating.byScore() + " " + rating.grade());
        assertEquals(
                List.of("没有财务数据，最高 A 级"),
                rating.firedCaps().stream().map(Rating.Cap::label).toList());
    }

    @Test
    void givesAtMostBbbOnWhatTheEnterpriseItselfReports() {
        var rating = ratings.rate(
                enterprise(Map.of(
                        "registration.status", "open",
                        "figures.years.a.year", "2025",
                        "figures.years.a.revenue", "1120000.00",
                        "figures.years.a.netProfit", "112000.00",
                        "figures.years.a.totalAssets", "2000000.00",
                        "figures.years.a.totalLiabilities", "600000.00",
                        "figures.years.a.currentAssets", "900000.00",
                        "figures.years.a.currentLiabilities", "300000.00")),
                "李评");

        assertEquals("47", Numbers.plain(rating.assessed()));
        assertEquals("BBB", rating.grade());
    }

    @Test
    void doesNotTellARatingThatNamesARowWhoseTermIsOver() {
        var zone = ZoneId.of("Asia/Shanghai");
        var item = Content.of(Map.of(
                "adverse.items.a1.kind", "breach",
                "adverse.items.a1.fact", "拖欠承包费",
                "adverse.items.a1.status", "ended",
                "adverse.items.a1.endsOn",
                        LocalDate.ofInstant(Village.AT, zone).minusYears(5).toString()));
        var household = Content.of(Village.fromRoster(new SplittableRandom(3))).with("social.arrears", "false");
        var whole = household.with(Content.EMPTY.changesTo(item));
        var subject = save("household", "230184101201", whole.asMap());
        var rated = ratings.rate(subject, "王海燕");
        assertEquals("past", rated.inputs().get("contracts"));

        var grown = whole.with("head.workers", "9");
        change(subject, grown, Village.AT.plusSeconds(1));
        assertEquals(rated, ratings.latest(subject).orElseThrow().rating());

        var tomorrow = Clock.offset(clock, Duration.ofDays(1));
        var nextDay = new Ratings(store, templates, Village.FORMS, ids, tomorrow);
        assertEquals(Optional.empty(), nextDay.latest(subject));
        change(subject, household, tomorrow.instant());
        assertEquals(Optional.empty(), nextDay.latest(subject));

        var again = new Ratings(store, templates, Village.FORMS, ids, Clock.offset(tomorrow, Duration.ofSeconds(1)))
                .rate(subject, "王海燕");
        change(subject, household.with("head.workers", "1"), tomorrow.instant().plusSeconds(2));
        assertEquals(again, nextDay.latest(subject).orElseThrow().rating());
    }

    @Test
    void aRowThatLacksARequiredItemVetoesNobody() {
        var household = Content.of(Village.fromRoster(new SplittableRandom(3)));
        var draft = household.with("adverse.items.a1.kind", "dishonest");
        var rating = ratings.rate(save("household", "230184101201", draft.asMap()), "王海燕");
        assertEquals(List.of(), rating.firedVetoes());
        assertEquals("不良记录待补全", rating.meaning());
        assertFalse(rating.rated());

        var complete = draft.with("adverse.items.a1.fact", "未履行判决");
        var subject = save("household", "230184101201", complete.asMap());
        var vetoed = ratings.rate(subject, "王海燕");
        assertEquals(1, vetoed.firedVetoes().size());
    }

    @Test
    void whatALaterVersionWrotePartsOfKeepsTheRatingThatItHas() {
        var guan = save("household", Village.CODE, Village.guan());
        var other = save("household", Village.CODE, Village.guan());
        var before = ratings.rate(guan, "王海燕");
        store.seal(guan);

        var refused = assertThrows(AppException.class, () -> ratings.rate(guan, "王海燕"));
        assertEquals("rating.sealed", refused.args().get(0));
        var rated = ratings.rateRegion(Village.FORM, Village.CODE, "王海燕", Progress.NONE);

        assertEquals(1, rated.done());
        assertEquals(1, rated.sealed());
        assertEquals(2, rated.total());
        assertFalse(rated.cancelled());
        assertEquals(before, ratings.latest(guan).orElseThrow().rating());
        assertEquals(1, store.about(guan, "rating", 5).size());
        assertEquals(1, store.about(other, "rating", 5).size());
    }

    @Test
    void onlyAConsentThatIsValidOnTheDayAuthorises() {
        var guan = Village.guan();
        assertEquals("1", authorised(guan));
        for (var spoiled : List.of(
                Map.of("consents.given.a.until", "2026-11-17"),
                Map.of("consents.given.a.noticeAt", ""),
                Map.of("consents.given.a.use", "pass-on"),
                Map.of("consents.given.w.kind", "withdrawn", "consents.given.w.signedAt", "2026-11-01"))) {
            var values = new TreeMap<>(guan);
            values.putAll(spoiled);
            assertEquals("0", authorised(values), spoiled.toString());
        }
    }

    private String authorised(Map<String, String> values) {
        var record = store.find(save("household", Village.CODE, values)).orElseThrow();
        return ratings.preview(record, Village.FORM).inputs().getOrDefault("authorised", "");
    }

    @Test
    void theLocalAverageLeavesOutWhoCouldNotBeRated() {
        var guan = save("household", Village.CODE, Village.guan());
        var poorer = new TreeMap<>(Village.guan());
        poorer.put("head.workers", "1");
        save("household", Village.CODE, poorer);
        // a single line is known of it, with all its points: too little for a grade
        save("household", Village.CODE, Map.of("head.name", "那守田", "head.workers", "3"));
        ratings.rateRegion(Village.FORM, Village.CODE, "王海燕", Progress.NONE);

        var rating = ratings.latest(guan).orElseThrow().rating();
        var local = ratings.shares(Village.CODE, rating);
        assertEquals(2, local.over());
        var expected = ratedBlocks(Village.CODE).stream()
                .filter(block -> block.id().equals(rating.blocks().get(0).id()))
                .mapToDouble(Rating.Block::share)
                .average()
                .orElseThrow();
        assertEquals(
                expected, local.shares().getOrDefault(rating.blocks().get(0).id(), -1.0), 1e-9);
    }

    private List<Rating.Block> ratedBlocks(String region) {
        var blocks = new ArrayList<Rating.Block>();
        store.each(Ratings.TYPE, region, record -> ratings.stored(record)
                .filter(stored -> stored.rating().rated())
                .ifPresent(stored -> blocks.addAll(stored.rating().blocks())));
        return blocks;
    }

    private UUID enterprise(Map<String, String> known) {
        var values = new HashMap<>(known);
        values.putAll(Map.of(
                "registration.name", "五常市禾润谷丰米业有限公司",
                "registration.code", "91230184MA1XXXXXXX",
                "registration.established", "2019-01-02",
                "registration.legalPerson", "某某",
                "registration.scope", "大米加工",
                "registration.address", "五常镇",
                "capital.registered", "500000.00"));
        return save("enterprise", "230184000000", values);
    }

    @Test
    void takesTheGrowthOfTwoYearsThatFollowEachOther() {
        var enterprise = save(
                "enterprise",
                "230184000000",
                Map.of(
                        "registration.name", "冰城机械有限公司",
                        "registration.established", "2010-01-02",
                        "figures.years.a.year", "2024",
                        "figures.years.a.revenue", "1000000.00",
                        "figures.years.b.year", "2025",
                        "figures.years.b.revenue", "1120000.00",
                        "figures.years.b.totalAssets", "2000000.00",
                        "figures.years.b.totalLiabilities", "600000.00"));

        var rating = ratings.rate(enterprise, "李评");

        assertEquals("12.0%（2025 年）", Village.line(rating, "growth").value());
        assertEquals("30.0%（2025 年）", Village.line(rating, "leverage").value());
        assertEquals("4", Numbers.plain(Village.line(rating, "growth").points()));
    }

    @Test
    void ratesALawyerByTheTableOfOurOwn() {
        var lawyer = save(
                "practitioner",
                "230184000000",
                Map.of(
                        "identity.name", "周某",
                        "occupation.since", "2005-03-12",
                        "licence.number", "12301201412345678",
                        "employer.name", "某某律师事务所",
                        "assessments.years.a.year", "2024",
                        "assessments.years.a.result", "competent",
                        "assessments.years.b.year", "2025",
                        "assessments.years.b.result", "incompetent",
                        "discipline.checkedOn", "2026-11-01",
                        "training.hours", "30"));

        var rating = ratings.rate(lawyer, "李评");

        assertEquals("中", rating.grade());
        assertEquals("2025 年 不称职", Village.line(rating, "latest").value());
        assertTrue(rating.formTitle().contains("自拟"));
    }

    private List<UUID> settle(int households, String town) {
        var random = new SplittableRandom(20261118);
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < households; i++) {
            ids.add(save("household", town + "20" + (1 + i % 6), Village.fromRoster(random)));
        }
        return ids;
    }

    private UUID save(String type, String region, Map<String, String> values) {
        var record = ids.next();
        var placed = new HashMap<>(values);
        templates.get(type).place().ifPresent(path -> placed.put(path, region));
        var fields = placed.entrySet().stream()
                .map(entry -> FieldChange.set(entry.getKey(), entry.getValue()))
                .toList();
        store.save(List.of(new Draft(
                ids.next(), record, templates.get(type).ref(), fields, "王海燕", Village.AT, "import", List.of())));
        return record;
    }

    private void change(UUID record, Content after, Instant at) {
        var before = store.find(record).orElseThrow();
        store.save(List.of(new Draft(
                ids.next(),
                record,
                before.template(),
                before.content().changesTo(after),
                "王海燕",
                at,
                "screen",
                List.of())));
    }

    private static Progress progress(List<Long> steps, long cancelAfter) {
        return new Progress() {
            @Override
            public void at(String step, long done, long total) {
                steps.add(done);
            }

            @Override
            public boolean cancelled() {
                return steps.size() >= cancelAfter;
            }
        };
    }
}

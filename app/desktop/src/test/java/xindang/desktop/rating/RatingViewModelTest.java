package xindang.desktop.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.model.practice.Invented;

class RatingViewModelTest {
    private final Bench bench = new Bench();

    private RatingViewModel open() {
        var opened = new ArrayList<RatingViewModel>();
        RatingViewModel.open(bench.desk(), bench.office(), bench.any(), opened::add);
        assertEquals(List.of(), bench.dialogs.failures);
        return opened.get(0);
    }

    @Test
    void hasNothingToShowBeforeTheFirstRating() {
        bench.fill(10);

        assertEquals(Optional.empty(), open().storedProperty().get());
    }

    @Test
    void showsEveryIndicatorWithItsPoints() {
        bench.fill(10);
        var model = open();

        model.rate();

        var stored = model.storedProperty().get().orElseThrow();
        assertTrue(stored.same());
        var inner = stored.rating().blocks().stream()
                .mapToInt(block -> block.lines().size())
                .sum();
        assertTrue(model.lines().size() >= inner);
        var points =
                model.lines().stream().limit(inner).map(ScoreLine::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        var blocks =
                stored.rating().blocks().stream().map(block -> block.points()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, blocks.compareTo(points));
        assertTrue(model.ways().isPresent());
        assertFalse(model.busyProperty().get());
    }

    @Test
    void saysHowThePointsBecameTheScore() {
        bench.fill(10);
        var model = open();
        model.rate();

        var rating = model.storedProperty().get().orElseThrow().rating();
        assertTrue(rating.rated());
        assertFalse(rating.complete());
        var known = model.known().orElseThrow();
        assertTrue(known.contains(bench.desk().formats().number(rating.assessed())), known);
        assertTrue(known.contains("折算"), known);
        assertEquals(Optional.empty(), model.needed());
        for (var line : model.lines()) {
            assertTrue(line.points().compareTo(line.maximum()) <= 0, line.toString());
        }
        var first = rating.blocks().get(0);
        var formats = bench.desk().formats();
        assertEquals(
                formats.number(first.points()) + "/" + formats.number(first.assessed()),
                model.lines().get(0).groupPoints());
    }

    @Test
    void saysWhatAGradeNeedsThatCouldNotBeGiven() {
        var id = bench.ids.next();
        var number = new Invented(7, LocalDate.now(Bench.CLOCK))
                .person(30, 60)
                .number()
                .toString();
        var typed = Map.of("head.name", "那守田", "head.number", number);
        assertTrue(bench.archives
                .create(id, "household", "230184101201", typed, Bench.USER)
                .violations()
                .isEmpty());
        var opened = new ArrayList<RatingViewModel>();
        RatingViewModel.open(bench.desk(), bench.office(), id, opened::add);
        opened.get(0).rate();

        assertTrue(opened.get(0).needed().orElseThrow().contains("贷款履约"));
        assertTrue(opened.get(0).known().orElseThrow().contains("有资料"));
        var region = new RegionViewModel(bench.desk(), bench.office(), "");
        region.read();
        region.rate();
        assertEquals(
                "已评定 1 份，每一分的依据都已存下。其中 1 份没有评级：资料不全，或不良记录待补全。", region.summary().orElseThrow());
    }

    @Test
    void comparesWithTheAverageOfTheVillage() {
        bench.fill(30);
        bench.rate("230184101");

        var model = open();

        var record = bench.store.find(bench.any()).orElseThrow();
        var rating = model.storedProperty().get().orElseThrow().rating();
        assertEquals(
                bench.ratings.shares(record.region(), rating),
                model.averagesProperty().get());
        assertTrue(model.averagesProperty().get().shares().size() >= 3);
    }

    @Test
    void ratesAWholePlaceAndCountsItsGrades() {
        bench.fill(30);
        var model = new RegionViewModel(bench.desk(), bench.office(), "");
        model.read();

        model.rate();

        assertEquals(30, model.resultProperty().get().orElseThrow().done());
        assertEquals(30, model.lines().get(0).rated());
        assertTrue(model.grades().containsAll(model.lines().get(0).grades().keySet()));
    }

    @Test
    void ratesOnlyThePlaceThatIsChosen() {
        bench.fill(30);
        var model = new RegionViewModel(bench.desk(), bench.office(), "");
        model.read();
        var village = model.lines().get(1);
        model.chosen.set(Optional.of(village));

        model.rate();

        assertEquals(village.records(), model.lines().get(0).rated());
        assertEquals(village.code(), model.chosen.get().orElseThrow().code());
    }

    @Test
    void readsTheWholeFormBeforeAnybodyAsksWhy() {
        bench.fill(1);
        open().rules();
        assertEquals(List.of(RatingFeature.rules("household")), bench.went);

        var form = bench.ratings.form("household");
        var lines = FormLine.of(form, bench.desk().text(), bench.desk().formats());

        for (var block : form.blocks()) {
            for (var indicator : block.indicators()) {
                assertTrue(lines.stream().anyMatch(line -> line.label().equals(indicator.label())), indicator.label());
                assertFalse(indicator.steps().isEmpty(), indicator.label());
            }
        }
        assertTrue(lines.stream()
                .anyMatch(
                        line -> line.rule().equals("1.0–1.2 倍") && line.points().equals("7")));
        assertEquals(
                form.vetoes().size() + form.caps().size() + form.grades().size(),
                lines.stream().dropWhile(line -> !line.group().equals("否决")).count());
    }
}

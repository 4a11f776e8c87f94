package xindang.desktop.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.SteppedTasks;
import xindang.desktop.ui.Place;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.RecordSummary;

class ArchiveListViewModelTest {
    private final Bench bench = new Bench();

    private ArchiveListViewModel opened(int households) {
        bench.fill(households);
        var model = new ArchiveListViewModel(bench.desk(), bench.office());
        model.open();
        return model;
    }

    @Test
    void showsTheFirstPageAndHowManyThereAre() {
        var model = opened(40);

        assertEquals(ArchiveListViewModel.PAGE, model.rows().size());
        assertEquals(40, model.totalProperty().get());
        assertEquals(3, model.pages());
        assertEquals(List.of(), bench.dialogs.failures);
    }

    @Test
    void thoseThatShareANumberAreMarkedAndCanBeListedAlone() {
        bench.fill(12);
        var twin = bench.addTwin(bench.any());
        var model = new ArchiveListViewModel(bench.desk(), bench.office());
        model.open();
        assertEquals(2, model.rows().stream().filter(ArchiveRow::twin).count());
        assertEquals(2, model.shared.countProperty().get());

        model.typed.set("zzz");
        model.showShared();
        assertEquals(2, model.rows().size());
        assertTrue(model.rows().stream().allMatch(ArchiveRow::twin));
        assertTrue(model.rows().stream().anyMatch(row -> row.id().equals(twin)));
        assertEquals(2, model.totalProperty().get());
        model.region.set("230184102000");
        assertEquals(List.of(), model.rows());

        model.showIncomplete();
        model.incomplete.set(false);
        assertEquals(13, model.totalProperty().get());
        assertEquals(List.of(), bench.dialogs.failures);
    }

    @Test
    void saysNothingOfWhatIsStillLookedFor() {
        bench.fill(3);
        var slow = new SteppedTasks();
        var model = new ArchiveListViewModel(bench.desk(slow), bench.office());
        model.open();
        assertEquals(Optional.empty(), model.answeredProperty().get());
        slow.catchUp();
        assertEquals(Optional.of(""), model.answeredProperty().get());

        model.typed.set("zzz");
        assertEquals(Optional.of(""), model.answeredProperty().get());
        slow.catchUp();
        assertEquals(Optional.of("zzz"), model.answeredProperty().get());
    }

    @Test
    void pagesForwardAndBackWithoutRepeatingARow() {
        var model = opened(40);
        var first = List.copyOf(model.rows());

        model.nextPage();
        var second = List.copyOf(model.rows());
        model.nextPage();
        assertEquals(10, model.rows().size());
        model.nextPage();
        assertEquals(3, model.pageNumberProperty().get());
        model.previousPage();
        assertEquals(second, model.rows());
        model.previousPage();

        assertEquals(first, model.rows());
        assertTrue(second.stream().noneMatch(first::contains));
    }

    @Test
    void countsTheStatesOfThePlaceThatIsChosen() {
        var model = opened(40);
        assertEquals(
                Map.of(RecordSummary.Status.SAVED, 40L),
                model.statusCountsProperty().get());

        var village = model.units().stream()
                .filter(unit -> unit.depth() == 1 && unit.count() > 0)
                .findFirst()
                .orElseThrow();
        model.region.set(village.code());

        assertEquals(
                Map.of(RecordSummary.Status.SAVED, village.count()),
                model.statusCountsProperty().get());
    }

    @Test
    void tellsWhatWasLastDoneToTheChosenArchive() {
        var model = opened(3);
        var row = model.rows().get(1);
        bench.archives.edit(row.id(), Map.of("head.phone", "13904512786"), "陈文博");

        model.chosen.set(Optional.of(row));

        assertEquals(2, model.recent().size());
        assertEquals("陈文博", model.recent().get(0).person());
        assertEquals(1, model.recent().get(0).fields());
        assertTrue(model.recent().get(1).first());
    }

    @Test
    void searchesWhileSomebodyTypes() {
        var model = opened(40);
        var wanted = model.rows().get(3);

        model.typed.set(wanted.name());

        assertTrue(model.rows().stream().anyMatch(row -> row.id().equals(wanted.id())));
        assertTrue(model.totalProperty().get() < 40);
    }

    @Test
    void namesTheSurnamesOfTypedLetters() {
        var model = opened(40);
        assertEquals(List.of(), model.surnames());

        model.typed.set("w");
        assertEquals(
                40,
                model.surnames().stream()
                        .mapToLong(ArchiveStore.Surname::records)
                        .sum());

        var first = model.surnames().get(0);
        model.typed.set(first.surname());
        assertEquals(List.of(), model.surnames());
        assertEquals(first.records(), model.totalProperty().get());
    }

    @Test
    void countsPlacesAndShowsOnlyTheChosenOne() {
        var model = opened(40);
        var village = model.units().stream()
                .filter(u -> u.depth() == 1 && u.count() > 0)
                .findFirst()
                .orElseThrow();

        model.region.set(village.code());

        assertEquals(village.count(), model.totalProperty().get());
        assertEquals(40, model.units().get(0).count());
    }

    @Test
    void shortensNumbersAndPhones() {
        var row = opened(3).rows().get(0);

        assertTrue(row.number().contains("********"), row.number());
        assertTrue(row.phone().contains("****"), row.phone());
        assertEquals(4, row.tail().length());
    }

    @Test
    void opensTheFormAndBeginsANewArchiveWhereItStands() {
        var model = opened(3);

        model.open(model.rows().get(0));
        model.begin();

        assertEquals(
                List.of(
                        new Place("form", model.rows().get(0).id().toString()),
                        new Place("form", "new:household:230184101")),
                bench.went);
    }

    @Test
    void knowsEveryKindOfSubjectAndBeginsWithHouseholds() {
        var kinds = opened(1).kinds().stream().map(kind -> kind.id()).toList();

        assertEquals(List.of("household", "enterprise", "practitioner"), kinds);
    }
}

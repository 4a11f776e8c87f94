package xindang.desktop.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.ui.Place;
import xindang.model.exchange.ExchangeStore;

class HomeViewModelTest {
    private final Bench bench = new Bench();

    private HomeViewModel read() {
        var opened = new ArrayList<HomeViewModel>();
        HomeViewModel.open(bench.desk(), bench.office(), opened::add);
        assertEquals(List.of(), bench.dialogs.failures);
        return opened.get(0);
    }

    @Test
    void anEmptyArchiveSaysHowToBegin() {
        var model = read();

        assertEquals(1, model.waiting().size());
        assertEquals(Place.of("intake"), model.waiting().get(0).place());
    }

    @Test
    void sendsToTheVillagesThatAreNotRated() {
        bench.fill(40);

        var model = read();

        assertTrue(model.waiting().stream().allMatch(w -> w.kind() == WaitingItem.Kind.UNRATED));
        assertEquals(HomeViewModel.SHOWN, model.waiting().size());
        assertTrue(model.waiting().get(0).place().detail().startsWith("region:230184101"));
        assertEquals(40, model.whole().records());
        assertEquals(40, model.whole().unrated());
    }

    @Test
    void leavesRoomForWhatIsToBeHandedIn() {
        bench.fill(40);
        bench.exchange.counts = new ExchangeStore.Counts(3, 0, 0, 0);

        var waiting = read().waiting();

        assertEquals(HomeViewModel.SHOWN, waiting.size());
        assertEquals(WaitingItem.Kind.HAND_IN, waiting.get(waiting.size() - 1).kind());
    }

    @Test
    void archivesThatShareANumberWaitForSomebodyWhoComparesThem() {
        bench.fill(5);
        bench.addTwin(bench.any());
        bench.rate("230184101");

        var waiting = read().waiting();

        assertEquals(1, waiting.size());
        assertEquals(WaitingItem.Kind.TWIN, waiting.get(0).kind());
        assertTrue(waiting.get(0).title().contains("2"), waiting.get(0).title());
        assertEquals(new Place("archive", "twins"), waiting.get(0).place());
    }

    @Test
    void aRatedTownHasNothingWaiting() {
        bench.fill(20);
        bench.rate("230184101");

        var model = read();

        assertEquals(List.of(), model.waiting());
        assertEquals(20, model.whole().rated());
        assertEquals(
                20,
                model.whole().grades().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void aHouseholdOfWhichTooLittleIsKnownIsRatedAndNotAskedForAgain() {
        bench.fill(5);
        bench.addUnknown();
        bench.rate("230184101");

        var model = read();

        assertEquals(List.of(), model.waiting());
        assertEquals(
                List.of(6L, 6L, 1L, 0L),
                List.of(
                        model.whole().records(),
                        model.whole().rated(),
                        model.whole().ungraded(),
                        model.whole().unrated()));
    }

    @Test
    void namesWhatIsNotHandedIn() {
        bench.fill(5);
        bench.rate("230184101");
        bench.exchange.counts = new ExchangeStore.Counts(3, 2, 1, 9);

        var model = read();

        assertEquals(WaitingItem.Kind.HAND_IN, model.waiting().get(0).kind());
        assertEquals(6, model.exchangeProperty().get().waiting());
    }
}

package xindang.desktop.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.ui.Place;
import xindang.model.archive.FieldChange;

class SyncViewModelTest {
    private final Bench bench = new Bench();
    private SyncViewModel model = new SyncViewModel(bench.desk(), bench.office(), Clashes.engine(bench));

    @BeforeEach
    void fill() {
        bench.fill(6);
        Clashes.raise(bench);
        model.refresh();
    }

    private Contested chosen() {
        return model.chosen.get().orElseThrow();
    }

    private String land() {
        return bench.store.find(chosen().record()).orElseThrow().content().text("land.leasedIn");
    }

    @Test
    void listsWhatTwoPeopleChangedRecordByRecord() {
        assertEquals(2, model.inbox().size());
        assertEquals(2, model.contestedProperty().get());
        var clash = chosen().clashes().get(0);
        assertEquals("31 亩", clash.base().value());
        assertEquals("36.5 亩", clash.mine().value());
        assertEquals("34 亩", clash.theirs().value());
        assertEquals("王海燕，设备 LL-03", clash.mine().person());
        assertEquals("王海燕", clash.base().person());
    }

    @Test
    void masksNumbersOnBothSides() {
        var phone = chosen().clashes().get(1);
        assertEquals("139****7745", phone.mine().value());
        assertEquals("139****7754", phone.theirs().value());
        assertEquals("只差 2 位，可能是看错了", phone.hint());
        assertTrue(phone.isMasked());
        assertFalse(chosen().clashes().get(0).isMasked());
    }

    @Test
    void numbersThatDifferUnderTheStarsAreShownOnlyForAPurposeThatIsLogged() {
        var record = chosen().record();
        bench.archives.edit(record, Map.of("head.phone", "13911117754"), "陈文博");
        Clashes.clash(
                bench, record, "head.phone", Optional.empty(), Optional.of("13911117754"), Optional.of("13922227754"));
        Clashes.clash(
                bench, record, "review.opinion", Optional.empty(), Optional.empty(), Optional.of("电话 13933337754，打过"));
        model.refresh();
        var hidden = chosen().clashes().get(2);
        assertEquals(hidden.mine().value(), hidden.theirs().value());
        assertEquals("两边只在遮住的几位不同", hidden.hint());
        assertFalse(chosen().toString().matches("(?s).*139[0-9]{8}.*"), chosen().toString());
        var logged = queries(record).size();

        model.reveal(" ");
        assertTrue(model.failureProperty().get().isPresent());
        model.reveal("核对他家信基督教");
        assertTrue(model.failureProperty().get().orElse("").contains("基督教"));
        assertEquals(logged, queries(record).size());
        assertFalse(chosen().toString().contains("13922227754"));

        model.reveal("核对原件");
        assertEquals("13922227754", chosen().clashes().get(2).mine().value());
        assertTrue(queries(record).contains("核对原件"));
        model.mask();
        assertFalse(chosen().toString().contains("13922227754"));

        model.reveal("核对原件");
        model.postpone();
        model.postpone();
        assertEquals(record, chosen().record());
        assertFalse(chosen().toString().contains("13922227754"));
    }

    private List<String> queries(UUID record) {
        return bench.store.about(record, "query", 20).stream()
                .map(query -> query.content().text("query.purpose"))
                .toList();
    }

    @Test
    void tellsNothingOfARowThatWasDeletedWhenItsTermWasOver() {
        var record = chosen().record();
        var fact = FieldChange.set("adverse.items.a1.fact", "贷款逾期四个月");
        var end = FieldChange.set("adverse.items.a1.endsOn", "2020-11-17");
        bench.arrives(record, end, fact);
        bench.arrives(
                record,
                new FieldChange(end.path(), end.after(), Optional.empty()),
                new FieldChange(fact.path(), fact.after(), Optional.empty()));
        Clashes.clash(bench, record, fact.path(), fact.after(), Optional.empty(), Optional.of("贷款逾期五个月"));
        model.refresh();

        var clash = chosen().clashes().stream()
                .filter(it -> it.label().contains("事实"))
                .findFirst()
                .orElseThrow();
        assertFalse(clash.toString().contains("贷款逾期"), clash.toString());
        assertTrue(clash.mine().value().contains("保存期已满"), clash.toString());
        assertTrue(clash.theirs().value().contains("保存期已满"), clash.toString());
    }

    @Test
    void nothingIsChosenBeforehandAndAllMustBeDecided() {
        assertEquals(2, model.undecided());
        model.confirm();
        assertEquals(3, Clashes.waiting(bench).size());
        var clashes = chosen().clashes();
        model.decide(clashes.get(0), Decision.of(Decision.Kind.MINE));
        assertEquals(1, model.undecided());
        model.decide(clashes.get(1), new Decision(Decision.Kind.TYPED, " "));
        assertEquals(1, model.undecided());
    }

    @Test
    void writesTheDecisionsAndGoesToTheNext() {
        var first = chosen();
        model.decide(first.clashes().get(0), Decision.of(Decision.Kind.MINE));
        model.decide(first.clashes().get(1), Decision.of(Decision.Kind.THEIRS));
        model.confirm();
        assertEquals(1, Clashes.waiting(bench).size());
        var content = bench.store.find(first.record()).orElseThrow().content();
        assertEquals("36.5", content.text("land.leasedIn"));
        assertEquals("13900007754", content.text("head.phone"));
        assertFalse(chosen().record().equals(first.record()));
        assertTrue(model.decisions.isEmpty());
    }

    @Test
    void whatBothSawCanComeBack() {
        model.decide(chosen().clashes().get(0), Decision.of(Decision.Kind.BASE));
        model.decide(chosen().clashes().get(1), Decision.of(Decision.Kind.THEIRS));
        var record = chosen().record();
        model.confirm();
        assertEquals("31", bench.store.find(record).orElseThrow().content().text("land.leasedIn"));
    }

    @Test
    void aTypedValueThatCannotBeReadIsRefusedWithItsReason() {
        model.decide(chosen().clashes().get(0), new Decision(Decision.Kind.TYPED, "三十多亩吧"));
        model.decide(chosen().clashes().get(1), Decision.of(Decision.Kind.THEIRS));
        model.confirm();
        assertTrue(model.failureProperty()
                .get()
                .orElse("")
                .startsWith(chosen().clashes().get(0).label()));
        assertEquals("34", land());
        assertEquals(2, Clashes.waiting(bench).size());
    }

    @Test
    void postponingGoesAroundAndChoosesNothing() {
        var first = chosen().record();
        model.decide(chosen().clashes().get(0), Decision.of(Decision.Kind.MINE));
        model.postpone();
        assertFalse(chosen().record().equals(first));
        model.postpone();
        assertEquals(first, chosen().record());
        assertTrue(model.decisions.isEmpty());
    }

    @Test
    void enrollingNeedsAddressAndCode() {
        model.enrol();
        assertEquals(Optional.of("请填平台地址和登记码。"), model.failureProperty().get());
        model.code.set("K7");
        for (var wrong : List.of("not an address", "GXKE-XA3T-P3MN", "127.0.0.1:9")) {
            model.address.set(wrong);
            model.enrol();
            assertTrue(model.failureProperty().get().orElse("").startsWith("平台地址不对"), wrong);
        }
        model.address.set("http://127.0.0.1:9");
        model.enrol();
        assertTrue(model.failureProperty().get().orElse("").startsWith("连不上这个平台"));
        assertEquals(List.of(), bench.dialogs.failures);
        assertFalse(model.busyProperty().get());
    }

    @Test
    void postponingTheOnlyOneGoesBack() {
        model.decide(chosen().clashes().get(0), Decision.of(Decision.Kind.MINE));
        model.decide(chosen().clashes().get(1), Decision.of(Decision.Kind.MINE));
        model.confirm();
        model.postpone();
        assertEquals(List.of(Place.of("back")), bench.went);
    }
}

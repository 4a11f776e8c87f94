package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.Pictures;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.model.law.ConsentRow;
import xindang.model.law.ConsentState;
import xindang.model.law.Gate;

/** The consents of a form: read-only rows, three acts, and since when items are locked. */
class ConsentPaneTest {
    private final Bench bench = new Bench();

    @Test
    void aConsentIsRecordedByTheKeyboardAlone() {
        bench.addUnknown();
        var easel = consents();
        assertEquals("form-act-give", easel.focused().getId());

        easel.strike(KeyCode.SPACE);
        assertEquals("consent-act-use-0", easel.focused().getId());
        for (var i = 0; i < 5; i++) {
            easel.press(KeyCode.TAB);
        }
        var house = (CheckBox) easel.focused();
        easel.run(a -> house.fire());
        focus(easel, "consent-act-reference");
        fill(easel, "consent-act-reference", "LL-2026-117");
        easel.press(KeyCode.ENTER);

        var row = rows().get(0);
        assertEquals(ConsentRow.PAPER, row.kind());
        assertEquals(ConsentRow.COLLECT, row.use());
        assertEquals("LL-2026-117", row.reference());
        assertEquals(1, row.items().size());
        assertEquals("2026-11-18", row.noticeAt().orElseThrow().toString());
        assertFalse(easel.shows("consent-act"));
        assertEquals("form-act-give", easel.focused().getId());
        easel.picture("form-consents-given").close();
    }

    @Test
    void givingToOthersAsksReceiverAndPurposeAndSaysWhatIsMissing() {
        bench.fill(1);
        var easel = consents();
        easel.strike(KeyCode.SPACE).press(KeyCode.DIGIT2);
        assertEquals("consent-act-use-1", easel.focused().getId());
        fire(easel, "consent-act-record");

        assertEquals("consent-act-receiver", easel.focused().getId());
        assertTrue(words(easel.node("consent-act-receiver-message")).contains("提供给谁"));
        assertEquals(1, rows().size());
        easel.picture("form-consents-refused");

        fill(easel, "consent-act-receiver", "冰城村镇银行");
        fill(easel, "consent-act-purpose", "授信");
        fill(easel, "consent-act-until", "2027-11-18");
        fire(easel, "consent-act-record");

        var row = rows().stream().filter(ConsentRow::isPassOn).findFirst().orElseThrow();
        assertEquals("冰城村镇银行", row.receiver());
        assertEquals("2027-11-18", row.until().orElseThrow().toString());
        assertEquals(ConsentState.VALID, states().get(row.key()));
        easel.close();
    }

    @Test
    void aWithdrawalLocksAtOnceAndTheConsentStaysToBeRead() {
        bench.fill(1);
        var easel = consents();
        var given = rows().get(0).key();

        fire(easel, "form-act-withdraw");
        fill(easel, "consent-act-signedAt", "2026-11-19");
        fire(easel, "consent-act-record");
        assertTrue(words(easel.node("consent-act-signedAt-message")).contains("今天之后"));
        fill(easel, "consent-act-signedAt", "2026-11-18");
        fill(easel, "consent-act-reason", "不再贷款");
        easel.picture("form-consents-withdraw");
        fire(easel, "consent-act-record");

        assertEquals(ConsentState.WITHDRAWN, states().get(given));
        assertTrue(words(easel.node("consent-row-" + given)).contains("已撤回"));
        assertTrue(easel.shows("section-finance"));
        var locked = easel.node("form-consents-locked");
        assertTrue(words(locked).startsWith("自 2026-11-18 起锁定："), words(locked));
        assertTrue(words(locked).contains("存款"));
        fire(easel, "form-side-1");
        easel.picture("form-consents-withdrawn").close();
    }

    @Test
    void aRefusalIsRecordedFromTheSidePane() {
        bench.addUnknown();
        var easel = new Easel(bench, Look.STANDARD).go(place());
        fire(easel, "form-side-1");
        fire(easel, "side-consent-refuse");

        assertEquals("consent-act-use-0", easel.focused().getId());
        assertFalse(easel.shows("consent-act-purpose"));
        fire(easel, "consent-act-record");

        assertEquals(ConsentRow.REFUSED, rows().get(0).kind());
        assertTrue(words(easel.node("consent-row-" + rows().get(0).key())).contains("不同意采集"));
        assertTrue(words(easel.node("form-consents-locked")).startsWith("未经同意，不开放："));
        easel.close();
    }

    @Test
    void aRowOnFileHasNoInputAndNoWayToDeleteIt() {
        bench.fill(1);
        var easel = consents();
        var row = easel.node("consent-row-" + rows().get(0).key());

        assertEquals(0, Pictures.onScreen(() -> inputs(row)));
        for (var path : bench.store.find(id()).orElseThrow().content().paths()) {
            if (path.startsWith(ConsentRow.GROUP + ".")) {
                assertFalse(easel.shows(path.replace('.', '-')), path);
            }
        }
        assertFalse(easel.shows("consents-given-add"));
        easel.close();
    }

    @Test
    void escapeLeavesTheActAndNothingIsRecorded() {
        bench.addUnknown();
        var easel = consents();
        fire(easel, "form-act-refuse");
        fill(easel, "consent-act-reason", "家里商量");
        easel.press(KeyCode.ESCAPE);

        assertFalse(easel.shows("consent-act"));
        assertEquals("form-act-refuse", easel.focused().getId());
        assertEquals(List.of(), rows());
        assertEquals(Map.of(), bench.draftStore.all());
        easel.close();
    }

    @Test
    void largeLettersHaveRoomForTheAct() {
        bench.fill(1);
        var easel = new Easel(bench, new Look(Look.Tone.LIGHT, Look.Size.EXTRA)).go(place());
        fire(easel, "section-consents");
        fire(easel, "form-act-give");
        fire(easel, "consent-act-use-1");
        easel.picture("form-consents-act").close();
    }

    /** The proposed day is the last sure day, not that of a wrong clock. */
    @Test
    void theDayThatIsOfferedIsNotThatOfAClockThatIsNotBelieved() {
        bench.addUnknown();
        bench.store.sure(Instant.parse("2025-11-18T06:00:00Z"));
        var easel = consents();
        easel.strike(KeyCode.SPACE);
        for (var day : List.of("consent-act-noticeAt", "consent-act-signedAt")) {
            assertEquals("2025-11-18", ((TextInputControl) easel.node(day)).getText());
        }
    }

    private Easel consents() {
        var easel = new Easel(bench, Look.STANDARD).go(place());
        fire(easel, "section-consents");
        focus(easel, "form-act-give");
        return easel;
    }

    private static void fill(Easel easel, String id, String words) {
        var field = (TextInputControl) easel.node(id);
        easel.run(a -> field.setText(words));
    }

    private static void fire(Easel easel, String id) {
        var button = (ButtonBase) easel.node(id);
        easel.run(a -> button.fire());
    }

    private static void focus(Easel easel, String id) {
        var node = easel.node(id);
        easel.run(a -> node.requestFocus());
    }

    private static int inputs(Node node) {
        var own = node instanceof TextField || node instanceof Button || node instanceof CheckBox ? 1 : 0;
        return node instanceof Parent parent
                ? own
                        + parent.getChildrenUnmodifiable().stream()
                                .mapToInt(ConsentPaneTest::inputs)
                                .sum()
                : own;
    }

    private static String words(Node node) {
        return Pictures.onScreen(() -> read(node));
    }

    private static String read(Node node) {
        if (node instanceof Labeled labeled) {
            return labeled.getText();
        }
        var all = new StringBuilder();
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.append(read(child)));
        }
        return all.toString();
    }

    private List<ConsentRow> rows() {
        return Gate.consentActs(bench.store.find(id()).orElseThrow().content());
    }

    private Map<String, ConsentState> states() {
        var record = bench.store.find(id()).orElseThrow();
        var template = bench.office().templates().get(record.template());
        return Gate.consentStates(
                        template, record.content(), bench.archives.day().hides())
                .stream()
                .collect(java.util.stream.Collectors.toMap(line -> line.row().key(), ConsentState.Line::state));
    }

    private UUID id() {
        return bench.any();
    }

    private Place place() {
        return new Place("form", id().toString());
    }
}

package xindang.desktop.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import xindang.desktop.Bench;
import xindang.desktop.Easel;
import xindang.desktop.ui.Fields;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;

class FormPageTest {
    @Test
    void theFocusStaysOnThePageInASectionWithoutFields() {
        var bench = new Bench();
        bench.fill(1);
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));

        easel.press(KeyCode.DOWN, Easel.Modifier.CTRL);

        var id = easel.focused().getId();
        assertTrue(id.endsWith("-add"), id);
        easel.close();
    }

    @Test
    void aTextOfSeveralLinesIsLeftByTheSameKeysAsAnyField() {
        var bench = new Bench();
        bench.fill(1);
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));
        var review = (ToggleButton) easel.node("section-review");
        easel.run(a -> review.fire());
        var opinion = (TextArea) easel.node("review-opinion");
        easel.run(a -> opinion.requestFocus());

        easel.press(KeyCode.TAB);
        assertEquals("", opinion.getText());
        assertEquals("review-reviewedOn", easel.focused().getId());
        easel.press(KeyCode.TAB, Easel.Modifier.SHIFT);
        assertEquals("review-opinion", easel.focused().getId());
        easel.press(KeyCode.DOWN, Easel.Modifier.CTRL);
        assertFalse(easel.shows("review-opinion"));
        easel.close();
    }

    @Test
    void nothingOfTheCardOfClosedItemsIsCutOff() {
        var bench = new Bench();
        bench.addUnknown();
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));

        var count = (Labeled) easel.node("consent-count");
        assertEquals(count.getText(), ((Text) count.lookup(".text")).getText());
        easel.close();
    }

    @Test
    void aFieldThatHasNoRoomForItsHintShowsItBelow() {
        var bench = new Bench();
        bench.fill(1);
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));
        var adverse = (ToggleButton) easel.node("section-adverse");
        easel.run(a -> adverse.fire());

        var box = easel.node("adverse-checkedOn").getParent();
        var hint = (Labeled) box.lookup(".field-hint");
        assertTrue(hint.getText().endsWith("没有查过就不填"), hint.getText());
        easel.close();
    }

    @Test
    void theCountOfASectionFollowsWhatIsFilled() {
        var bench = new Bench();
        bench.fill(1);
        var easel =
                new Easel(bench, Look.STANDARD).go(new Place("form", bench.any().toString()));
        var before = ((Labeled) easel.node("form-counted")).getText();

        var field = (TextField) easel.node("head-residence");
        easel.run(a -> field.requestFocus()).run(a -> field.setText("双桥村五组"));
        var name = easel.node("head-name");
        easel.run(a -> name.requestFocus());

        assertEquals(1 + filled(before), filled(((Labeled) easel.node("form-counted")).getText()));
        easel.close();
    }

    @Test
    void whoMovesOutStaysOnScreenAndIsReadOnly() {
        var bench = new Bench();
        bench.fill(2);
        var id = bench.any();
        var easel = new Easel(bench, Look.STANDARD).go(new Place("form", id.toString()));
        var tab = (ToggleButton) easel.node("form-side-2");
        easel.run(a -> tab.fire());
        choose(easel, "move-county", "五常市");
        choose(easel, "move-township", "五常镇");
        choose(easel, "move-village", "金山村");
        easel.picture("move-pane");
        bench.dialogs.answers.add(true);
        var go = (Button) easel.node("move-out");
        easel.run(a -> go.fire());

        assertEquals("230184100206", bench.store.find(id).orElseThrow().region());
        var words = (Labeled) easel.node("form-moved");
        assertTrue(words.getText().contains("五常镇金山村"), words.getText());
        assertTrue(easel.node("head-name").isDisabled());
        assertFalse(easel.shows("consent-count"));
        easel.picture("move-done");
        easel.go(Place.of("home")).picture("move-home");
        easel.go(Place.of("archive")).picture("move-list");
        var moved = (CheckBox) easel.node("status-MOVED");
        easel.run(a -> moved.fire()).picture("move-listed");
        assertTrue(easel.node("archive-rate-here").isDisabled());
        easel.close();
    }

    @SuppressWarnings("unchecked")
    private static void choose(Easel easel, String id, String name) {
        var box = (ComboBox<Fields.Option>) easel.node(id);
        var option = box.getItems().stream()
                .filter(each -> each.label().equals(name))
                .findFirst()
                .orElseThrow();
        easel.run(a -> box.setValue(option));
    }

    @Test
    void anArchiveIsErasedAfterItsNameWasTyped() {
        var bench = new Bench();
        bench.fill(2);
        var person = bench.any();
        var name = bench.store.find(person).orElseThrow().content().text("head.name");
        var easel = new Easel(bench, Look.STANDARD).go(new Place("form", person.toString()));
        var open = (Button) easel.node("form-erase");
        easel.run(a -> open.fire());
        var yes = (Button) easel.node("form-erase-yes");
        var typed = (TextField) easel.node("form-erase-name");
        var reason = (TextField) easel.node("form-erase-reason");
        easel.run(a -> reason.setText("本人要求删除")).run(a -> typed.setText(name + "某"));
        assertTrue(yes.isDisabled());

        easel.run(a -> typed.setText(name))
                .run(a -> reason.setText(name + "要求"))
                .run(a -> yes.fire());
        assertTrue(bench.store.find(person).isPresent());
        easel.run(a -> reason.setText("本人要求删除")).run(a -> yes.fire());

        assertTrue(bench.store.find(person).isEmpty());
        assertTrue(bench.store.erased(person).isPresent());
        easel.close();
    }

    private static int filled(String words) {
        return Integer.parseInt(words.replaceAll("\\D+(\\d+) /.*", "$1"));
    }
}

package xindang.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.practice.PracticeRoster;

/** Every page with a grade shows if the rating is not valid now and if bad information is incomplete. */
@Tag("ui")
class StandingPageTest {
    private static final String FACT = "贷款逾期四个月";

    private final Bench bench = new Bench();

    private List<UUID> rated() {
        bench.fill(6);
        bench.rate(PracticeRoster.TOWN.digits());
        return bench.store.list(RecordFilter.all("household"), RecordFilter.Window.first(10)).items().stream()
                .map(RecordSummary::id)
                .toList();
    }

    private void edit(UUID id, Map<String, String> values) {
        assertTrue(bench.archives.edit(id, values, Bench.USER).isDone());
    }

    private static Set<String> chips(Easel easel, String id) {
        var node = easel.node(id);
        return Pictures.onScreen(() -> node.lookupAll(".chip").stream()
                .map(chip -> ((Label) chip).getText())
                .collect(Collectors.toSet()));
    }

    @Test
    void aChangedHouseholdIsToBeRatedAgainOnEveryPage() {
        var ids = rated();
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("archive"));
        assertFalse(chips(easel, "archive-table").contains("待重新评定"));
        easel.go(new Place("rating", ids.get(0).toString()));
        assertEquals(List.of(), found(easel, "rating-standing"));

        edit(ids.get(0), Map.of("adverse.items.a.kind", "overdue", "adverse.items.a.fact", FACT));
        easel.go(Place.of("archive"));
        assertTrue(chips(easel, "archive-table").contains("待重新评定"));
        easel.go(new Place("rating", ids.get(0).toString()));
        assertEquals(List.of("待重新评定"), found(easel, "rating-standing"));
        easel.go(new Place("form", ids.get(0).toString()));
        assertEquals(List.of("待重新评定"), found(easel, "form-standing"));
        easel.go(Place.of("home"));
        assertTrue(texts(easel).contains("1 户评定后资料有改动"));

        bench.ratings.rate(ids.get(0), Bench.USER);
        easel.go(Place.of("archive"));
        assertFalse(chips(easel, "archive-table").contains("待重新评定"));
        easel.close();
    }

    @Test
    void badInformationThatLacksSomethingIsNamedOnEveryPage() {
        var ids = rated();
        edit(ids.get(1), Map.of("adverse.items.a.kind", "overdue"));
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("archive"));
        assertTrue(chips(easel, "archive-table").contains("不良记录待补全"));
        easel.go(new Place("form", ids.get(1).toString()));
        assertEquals(List.of("不良记录待补全"), found(easel, "form-standing"));
        easel.go(Place.of("home"));
        assertTrue(texts(easel).contains("1 户不良记录待补全"));

        easel.strike(KeyCode.DIGIT1);
        var only = rows(easel);
        assertEquals(1, only.size());
        assertTrue(only.get(0).contains(ids.get(1).toString()), only.toString());
        var check = (CheckBox) easel.node("status-INCOMPLETE");
        assertTrue(Pictures.onScreen(check::isSelected));
        easel.run(a -> check.fire());
        assertEquals(ids.size(), rows(easel).size());
        easel.close();
    }

    @Test
    void whatALaterVersionWrotePartsOfIsNamedOnEveryPageAndStaysEditable() {
        var ids = rated();
        var easel = new Easel(bench, Look.STANDARD).go(Place.of("archive"));
        assertFalse(chips(easel, "archive-table").contains("含更新版本的资料"));
        easel.go(new Place("form", ids.get(2).toString()));
        assertEquals(List.of(), shown(easel, "form-sealed"));

        bench.store.seal(ids.get(2));

        easel.go(Place.of("archive"));
        assertTrue(chips(easel, "archive-table").contains("含更新版本的资料"));
        easel.go(new Place("form", ids.get(2).toString()));
        assertEquals(List.of("含更新版本的资料"), found(easel, "form-standing"));
        assertEquals(1, shown(easel, "form-sealed").size());
        assertTrue(shown(easel, "form-sealed").get(0).startsWith("这份档案的部分资料由更新的版本写入"));
        edit(ids.get(2), Map.of("head.phone", "13912345678"));
        easel.go(new Place("rating", ids.get(2).toString()));
        assertEquals(List.of("含更新版本的资料"), found(easel, "rating-standing"));
        easel.close();
    }

    private static List<String> shown(Easel easel, String id) {
        return Pictures.onScreen(() -> easel.root().lookupAll("#" + id).stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList());
    }

    private static List<String> rows(Easel easel) {
        Pictures.settle();
        var table = (TableView<?>) easel.node("archive-table");
        return Pictures.onScreen(
                () -> table.getItems().stream().map(String::valueOf).toList());
    }

    private static List<String> found(Easel easel, String id) {
        return Pictures.onScreen(() -> easel.root().lookupAll("#" + id).stream()
                .map(chip -> ((Label) chip).getText())
                .toList());
    }

    private static List<String> texts(Easel easel) {
        return Pictures.onScreen(() -> easel.root().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList());
    }
}

package xindang.desktop.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveStore;

class HitsTest {
    @Test
    void marksThePartOfANameThatWasTyped() {
        assertEquals("关[庆]林", told(new Hits(" 庆 ", List.of()).name("关庆林")));
        assertEquals("关庆林", told(new Hits("那", List.of()).name("关庆林")));
        assertEquals("关庆林", told(new Hits("", List.of()).name("关庆林")));
    }

    @Test
    void marksTheSurnameThatLettersStandFor() {
        var hits = new Hits("guan", List.of(new ArchiveStore.Surname("管", 6), new ArchiveStore.Surname("关", 143)));

        assertEquals("[关]庆林", told(hits.name("关庆林")));
        assertEquals("那守田", told(hits.name("那守田")));
    }

    @Test
    void marksTheLastDigitsAlsoOfALongerNumber() {
        assertEquals("42[17]", told(new Hits("17", List.of()).tail("4217")));
        assertEquals("[421X]", told(new Hits("23018419740309421x", List.of()).tail("421X")));
        assertEquals("4217", told(new Hits("42", List.of()).tail("4217")));
    }

    private static String told(Node node) {
        return node instanceof HBox row
                ? row.getChildren().stream().map(HitsTest::told).collect(Collectors.joining())
                : node.getStyleClass().contains("hit")
                        ? "[" + ((Label) node).getText() + "]"
                        : ((Label) node).getText();
    }
}

package xindang.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import xindang.desktop.ui.Command;
import xindang.desktop.ui.Keys;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;

/** Runs the same checks on every page. */
@Tag("ui")
class SweepTest {
    private final Bench bench = new Bench();
    private final Theme theme = new Theme();
    private final Map<String, Place> places = new TreeMap<>();

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @BeforeEach
    void fill() {
        bench.fill(40);
        bench.rate("230184101201");
        places.putAll(Album.places(bench));
    }

    /** Opens each page in a look and checks it. */
    private void each(Look look, Visitor visitor) {
        for (var place : places.entrySet()) {
            var album = Pictures.onScreen(() -> {
                theme.show(look);
                return new Album(bench, theme);
            });
            var scene = Pictures.onScreen(() -> {
                var made = album.show();
                album.shell().go(place.getValue());
                return made;
            });
            Pictures.settle();
            Pictures.onScreen(() -> {
                visitor.visit(place.getKey(), album, scene);
                album.close(scene);
                return null;
            });
        }
        assertEquals(List.of(), bench.dialogs.failures);
    }

    private interface Visitor {
        void visit(String page, Album album, Scene scene);
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        var nameless = new ArrayList<String>();
        var seen = new ArrayList<Node>();
        for (var look : List.of(Look.STANDARD, new Look(Look.Tone.DARK, Look.Size.EXTRA))) {
            each(look, (page, album, scene) -> {
                for (var node : focusable(scene.getRoot())) {
                    seen.add(node);
                    var said = node.getAccessibleText();
                    var words = node instanceof Labeled labeled ? labeled.getText() : "";
                    if ((said == null || said.isBlank()) && (words == null || words.isBlank())) {
                        nameless.add(page + ": " + node);
                    }
                }
            });
        }
        assertTrue(seen.size() > 200, "looked at too little: " + seen.size());
        assertEquals(List.of(), nameless);
    }

    @Test
    void noTwoCommandsShareKeys() {
        var shared = new ArrayList<String>();
        each(Look.STANDARD, (page, album, scene) -> {
            var owners = new HashMap<String, String>();
            for (var command : album.shell().commands()) {
                command.keys()
                        .filter(keys -> command.allowed().get())
                        .map(Keys::name)
                        .ifPresent(keys -> {
                            var other = owners.put(keys, command.id());
                            if (other != null) {
                                shared.add(page + ": " + keys + " for " + other + " and " + command.id());
                            }
                        });
            }
        });
        assertEquals(List.of(), shared);
    }

    @Test
    void everyCommandHasANameInBothLanguages() {
        var chinese = new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL);
        var english = new Messages(Locale.ENGLISH, Messages.Missing.FAIL);
        each(Look.STANDARD, (page, album, scene) -> {
            for (Command command : album.shell().commands()) {
                assertTrue(chinese.has(command.textKey()), command.id());
                assertTrue(english.has(command.textKey()), command.id());
            }
        });
    }

    @Test
    void theFirstThingToDoHasTheFocus() {
        var nowhere = new ArrayList<String>();
        each(Look.STANDARD, (page, album, scene) -> {
            if (scene.getFocusOwner() == null) {
                nowhere.add(page);
            }
        });
        assertEquals(List.of(), nowhere);
    }

    private static List<Node> focusable(Node node) {
        var found = new ArrayList<Node>();
        if (!node.isVisible()) {
            return found;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            for (var child : parent.getChildrenUnmodifiable()) {
                found.addAll(focusable(child));
            }
        }
        return found;
    }
}

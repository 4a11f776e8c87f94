package xindang.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import xindang.desktop.shell.Shell;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;

/** A closed window and its pages leave memory. No object with a longer life refers to a page. */
@Tag("ui")
class ClosedWindowTest {
    private static final int COLLECTIONS = 20;

    private final Bench bench = new Bench();
    private final Theme theme = new Theme();

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @Test
    void noPageOutlivesItsWindow() {
        bench.fill(40);
        bench.rate("230184101201");
        var shells = new TreeMap<String, WeakReference<Shell>>();
        Album.places(bench).forEach((name, place) -> shells.put(name, shownAndClosed(place)));
        // JavaFX keeps a reference to the last focused window.
        Pictures.onScreen(() -> {
            var other = new Stage();
            other.show();
            other.hide();
            return null;
        });
        Pictures.settle();

        assertEquals(List.of(), alive(shells));
    }

    /** A locked archive is closed: a page of it that was made anew would read it. */
    @Test
    void aPageIsMadeAnewForAnotherSizeOnlyWhileItIsShown() {
        bench.fill(3);
        Pictures.onScreen(() -> {
            theme.show(Look.STANDARD);
            var album = new Album(bench, theme);
            var scene = album.show();
            album.shell().go(Place.of("archive"));
            var first = scene.lookup("#archive-table");

            theme.show(new Look(Look.Tone.LIGHT, Look.Size.EXTRA));
            var second = scene.lookup("#archive-table");
            album.close(scene);
            theme.show(Look.STANDARD);

            assertNotSame(first, second);
            assertSame(second, scene.lookup("#archive-table"));
            return null;
        });
    }

    private WeakReference<Shell> shownAndClosed(Place place) {
        var shell = Pictures.onScreen(() -> {
            theme.show(Look.STANDARD);
            var album = new Album(bench, theme);
            var scene = album.show();
            album.shell().go(place);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            album.close(scene);
            return new WeakReference<>(album.shell());
        });
        Pictures.settle();
        return shell;
    }

    private static List<String> alive(Map<String, WeakReference<Shell>> shells) {
        var alive = new ArrayList<String>();
        for (var round = 0; round < COLLECTIONS; round++) {
            System.gc();
            Pictures.settle();
            alive.clear();
            shells.forEach((name, shell) -> {
                if (shell.get() != null) {
                    alive.add(name);
                }
            });
            if (alive.isEmpty()) {
                break;
            }
        }
        return alive;
    }
}

package xindang.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import xindang.desktop.archive.ArchiveFeature;
import xindang.desktop.form.FormFeature;
import xindang.desktop.home.HomeFeature;
import xindang.desktop.intake.IntakeFeature;
import xindang.desktop.rating.RatingFeature;
import xindang.desktop.report.Presses;
import xindang.desktop.report.RecordedPrinting;
import xindang.desktop.report.ReportFeature;
import xindang.desktop.settings.Keyring;
import xindang.desktop.settings.RememberedKeys;
import xindang.desktop.settings.SettingsFeature;
import xindang.desktop.shell.Shell;
import xindang.desktop.shell.ShellViewModel;
import xindang.desktop.sync.Clashes;
import xindang.desktop.sync.SyncFeature;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Navigator;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;
import xindang.model.exchange.ExchangeStore;

/**
 * Pictures of all pages with invented data in every look, for a comparison with the mockups. Run it as
 * {@code Album FOLDER [page ...]}.
 */
public final class Album {
    private static final List<Look> LOOKS = List.of(
            Look.STANDARD,
            new Look(Look.Tone.DARK, Look.Size.STANDARD),
            new Look(Look.Tone.LIGHT, Look.Size.EXTRA),
            new Look(Look.Tone.LIGHT, Look.Size.LARGEST));

    private final Overlay overlay = new Overlay();
    private final Shell shell;

    /** Call it on the screen thread. */
    public Album(Bench bench, Theme theme) {
        var way = new Navigator[1];
        var desk = Bench.desk(
                theme,
                new Navigator() {
                    @Override
                    public void go(Place place) {
                        way[0].go(place);
                    }

                    @Override
                    public void back() {
                        way[0].back();
                    }
                },
                new InlineTasks(),
                bench.dialogs);
        shell = new Shell(
                desk,
                overlay,
                new ShellViewModel(Bench.USER, "LL-03", "0.1"),
                features(desk, bench),
                typed -> List.of(),
                () -> {});
        way[0] = shell.navigator();
        overlay.content(shell.root());
    }

    private static List<Feature> features(Desk desk, Bench bench) {
        var office = bench.office();
        var features = new ArrayList<Feature>();
        features.addAll(HomeFeature.of(desk, office));
        features.addAll(ArchiveFeature.of(desk, office));
        features.addAll(FormFeature.of(desk, office, bench.drafts));
        features.addAll(IntakeFeature.of(desk, office));
        features.addAll(RatingFeature.of(desk, office));
        features.addAll(SettingsFeature.of(
                desk,
                office,
                new Keyring(
                        Path.of("/home/wang/信档"),
                        new RememberedKeys(),
                        progress -> new Keyring.Checked(List.of(), false))));
        features.addAll(ReportFeature.of(desk, office, Presses.of(bench, new RecordedPrinting())));
        features.addAll(new SyncFeature(desk, office, Clashes.engine(bench)).features());
        return features;
    }

    public Shell shell() {
        return shell;
    }

    public Scene show() {
        var scene = new Scene(overlay.root(), 1280, 800);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    /** Closes the window like the program. The page is left first, and its listeners are removed. */
    public void close(Scene scene) {
        shell.leave();
        scene.getWindow().hide();
    }

    public static void main(String[] args) {
        Screens.start();
        var only = List.of(args).subList(1, args.length);
        write(Path.of(args[0]), place -> only.isEmpty() || only.contains(place));
        Platform.exit();
    }

    /** Writes pictures of the chosen pages in every look. Returns the files. */
    static List<Path> write(Path folder, Predicate<String> wanted) {
        var bench = new Bench();
        bench.fill(300);
        bench.addUnknown();
        // Some villages are not rated, so the home page has items.
        bench.store.counts("household", "230184101").stream().limit(9).forEach(village -> bench.rate(village.region()));
        bench.exchange.counts = new ExchangeStore.Counts(37, 0, 0, 0);
        var files = new ArrayList<Path>();
        for (var look : LOOKS) {
            for (var place : places(bench).entrySet()) {
                if (wanted.test(place.getKey())) {
                    var file = folder.resolve(place.getKey() + "-"
                            + look.tone().name().toLowerCase(Locale.ROOT) + "-"
                            + look.size().pixels() + ".png");
                    picture(bench, look, place.getValue(), file);
                    files.add(file);
                }
            }
        }
        return files;
    }

    /** Returns the places of all pages by name. The pages show invented data. */
    public static Map<String, Place> places(Bench bench) {
        var places = new TreeMap<String, Place>();
        places.put("archive", Place.of("archive"));
        places.put("form", new Place("form", bench.any().toString()));
        places.put("form-new", new Place("form", "new:household:230184101201"));
        places.put("form-new-enterprise", new Place("form", "new:enterprise:230184101201"));
        places.put("form-new-practitioner", new Place("form", "new:practitioner:230184101201"));
        places.put("home", Place.of("home"));
        places.put("intake", Place.of("intake"));
        places.put("rating", Place.of("rating"));
        places.put("rating-one", new Place("rating", bench.any().toString()));
        places.put("rating-rules", new Place("rating", "rules:household"));
        places.put("settings", Place.of("settings"));
        return places;
    }

    private static void picture(Bench bench, Look look, Place place, Path file) {
        var album = Pictures.onScreen(() -> {
            var theme = new Theme();
            theme.show(look);
            return new Album(bench, theme);
        });
        var scene = Pictures.onScreen(() -> {
            var made = album.show();
            album.shell().go(place);
            return made;
        });
        Pictures.settle();
        Pictures.onScreen(() -> {
            bench.dialogs.failures.forEach(Throwable::printStackTrace);
            bench.dialogs.failures.clear();
            Pictures.take(scene, file);
            album.close(scene);
            return null;
        });
    }
}

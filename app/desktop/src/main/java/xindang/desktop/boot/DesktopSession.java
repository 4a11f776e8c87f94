package xindang.desktop.boot;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import xindang.desktop.archive.ArchiveFeature;
import xindang.desktop.form.FormFeature;
import xindang.desktop.home.HomeFeature;
import xindang.desktop.intake.IntakeFeature;
import xindang.desktop.office.Office;
import xindang.desktop.rating.RatingFeature;
import xindang.desktop.report.ReportFeature;
import xindang.desktop.settings.Keyring;
import xindang.desktop.settings.SettingsFeature;
import xindang.desktop.shell.ClockBar;
import xindang.desktop.shell.Finder;
import xindang.desktop.shell.Shell;
import xindang.desktop.shell.ShellViewModel;
import xindang.desktop.sync.SyncFeature;
import xindang.desktop.ui.Desk;
import xindang.desktop.ui.Dialogs;
import xindang.desktop.ui.Feature;
import xindang.desktop.ui.Formats;
import xindang.desktop.ui.FxTasks;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Navigator;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.rating.Ratings;
import xindang.model.value.DivisionCode;
import xindang.persistence.Workspace;
import xindang.persistence.disk.ArchiveFinding;
import xindang.sync.SyncEngine;

/** An open archive with its pages. The constructor creates and connects all parts. */
final class DesktopSession implements AutoCloseable {
    private static final int FOUND = 8;
    /** The time limit for a connection to the platform. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FxTasks works;
    private final Messages text;
    private final Dialogs dialogs;
    /** True while the page is being saved and the archive closed. */
    private boolean leaving;
    /** True after a person tried to leave and a save failed. */
    private boolean leavingFailed;

    private final Workspace workspace;
    private final Overlay overlay;
    private final Shell shell;
    private final ShellViewModel frame;
    private final SyncFeature exchange;
    private final SessionTasks tasks;
    private final ClockBar clockBar;

    DesktopSession(
            Workspace workspace,
            String person,
            Clock clock,
            Messages text,
            Theme theme,
            Overlay overlay,
            Dialogs dialogs,
            FxTasks works,
            Shipped shipped,
            Runnable lock) {
        this.workspace = workspace;
        this.overlay = overlay;
        this.works = works;
        this.text = text;
        this.dialogs = dialogs;
        var way = new Way();
        tasks = new SessionTasks(works, way::wrote);
        var templates = shipped.templates();
        var divisions = shipped.divisions();
        var store = workspace.archives();
        var ids = new Ids(clock, new SecureRandom());
        var archives = new Archives(store, templates, divisions, ids, clock);
        var ratings = new Ratings(store, templates, shipped.forms(), ids, clock);
        var region = DivisionCode.of(workspace.info().region());
        var office =
                new Office(store, archives, ratings, workspace.exchange(), templates, divisions, ids, region, person);
        var desk = new Desk(text, new Formats(clock.getZone()), tasks, dialogs, way, clock, theme);
        frame = new ShellViewModel(person, workspace.info().device(), MainWindow.VERSION);
        var engine = engine(desk);
        exchange = new SyncFeature(desk, office, engine);
        frame.online.bind(exchange.model().onlineProperty());
        frame.pending.bind(exchange.model().pendingProperty());
        shell = new Shell(desk, overlay, frame, features(desk, office, engine), finder(office, desk), lock);
        way.shell = shell;
        clockBar = new ClockBar(desk, archives::day, workspace::confirmDay);
        shell.showClockBar(clockBar);
        way.arrived = () -> {
            exchange.model().refresh();
            clockBar.refresh();
        };
    }

    private List<Feature> features(Desk desk, Office office, SyncEngine engine) {
        var keyring = new Keyring(workspace.folder(), new WorkspaceKeys(workspace), progress -> {
            var found = workspace.mend(progress);
            return new Keyring.Checked(
                    found.stream()
                            .map(finding -> desk.text().finding(finding.code(), finding.args()))
                            .toList(),
                    found.stream().anyMatch(finding -> finding.severity() == ArchiveFinding.Severity.DAMAGED));
        });
        var features = new ArrayList<Feature>();
        features.addAll(HomeFeature.of(desk, office));
        features.addAll(ArchiveFeature.of(desk, office));
        features.addAll(FormFeature.of(desk, office, workspace.drafts()));
        features.addAll(IntakeFeature.of(desk, office));
        features.addAll(RatingFeature.of(desk, office));
        features.addAll(ReportFeature.of(desk, office, Issuing.press(office, engine, desk.clock())));
        features.addAll(exchange.features());
        features.addAll(SettingsFeature.of(desk, office, keyring));
        return features;
    }

    private SyncEngine engine(Desk desk) {
        var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        return new SyncEngine(workspace.exchange(), http, desk.clock());
    }

    void show() {
        overlay.content(shell.root());
        exchange.model().refresh();
        clockBar.refresh();
        shell.go(Place.of("home"));
    }

    void go(Place place) {
        shell.go(place);
    }

    /**
     * Lets the page save, closes the archive in the background and then continues.
     *
     * <p>After a failed save the page stays and shows the reason. At the second failed attempt a question offers to
     * leave without saving.
     */
    void leave(Runnable then) {
        if (leaving) {
            return;
        }
        leaving = true;
        var before = tasks.failures();
        shell.leave();
        works.start(
                "save",
                progress -> {
                    works.drain();
                    return tasks;
                },
                drained -> {
                    leaving = false;
                    if (drained.failures() == before) {
                        close(then);
                    } else if (leavingFailed) {
                        dialogs.confirm(unsaved(), () -> close(then));
                    }
                    leavingFailed = true;
                },
                problem -> {
                    leaving = false;
                    dialogs.failed(problem);
                });
    }

    private Dialogs.Question unsaved() {
        return new Dialogs.Question(
                text.of("leave.unsaved"), text.of("leave.unsaved.body"), text.of("leave.unsaved.yes"), true);
    }

    private void close(Runnable then) {
        leaving = true;
        works.start(
                "close",
                progress -> {
                    close();
                    return true;
                },
                done -> then.run(),
                problem -> {
                    dialogs.failed(problem);
                    then.run();
                });
    }

    @Override
    public void close() {
        tasks.close();
        workspace.close();
    }

    /** Returns a search over subjects of every type. */
    private static Finder finder(Office office, Desk desk) {
        return typed -> {
            var hits = new ArrayList<Finder.Hit>();
            for (var template : office.templates().subjects()) {
                var filter = RecordFilter.all(template.id())
                        .in(office.region().digits())
                        .matching(typed);
                for (var found : found(office, filter)) {
                    hits.add(hit(found, office.place(found.region()) + found.group()));
                }
                var left = new RecordFilter(template.id(), "", typed, Set.of(RecordSummary.Status.MOVED));
                for (var found : found(office, left)) {
                    hits.add(hit(found, desk.text().of("archive.moved", office.farPlace(found.region()))));
                }
            }
            return hits;
        };
    }

    private static List<RecordSummary> found(Office office, RecordFilter filter) {
        return office.store().list(filter, RecordFilter.Window.first(FOUND)).items();
    }

    private static Finder.Hit hit(RecordSummary found, String place) {
        return new Finder.Hit(found.name(), place, new Place("form", found.id().toString()));
    }

    /** The navigator for pages that are created before the frame. */
    private static final class Way implements Navigator {
        private @org.jspecify.annotations.Nullable Shell shell;
        /** Updates the exchange status of the frame. The previous page may have saved something. */
        private Runnable arrived = () -> {};

        private void wrote() {
            arrived.run();
        }

        @Override
        public void go(Place place) {
            if (shell != null) {
                shell.go(place);
                arrived.run();
            }
        }

        @Override
        public void back() {
            if (shell != null) {
                shell.back();
            }
        }
    }
}

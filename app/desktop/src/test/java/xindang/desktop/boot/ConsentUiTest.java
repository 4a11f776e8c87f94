package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Pictures;
import xindang.desktop.Screens;
import xindang.desktop.ScriptedDialogs;
import xindang.desktop.ui.FxTasks;
import xindang.desktop.ui.Look;
import xindang.desktop.ui.Messages;
import xindang.desktop.ui.Overlay;
import xindang.desktop.ui.Place;
import xindang.desktop.ui.Theme;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.practice.Invented;
import xindang.persistence.Workspace;

/** Consents recorded in the window are still present after a real archive is opened again. */
@Tag("ui")
class ConsentUiTest {
    private static final String USER = "王海燕";
    private static final char[] PASSWORD = "a long password".toCharArray();

    @TempDir
    private Path folder;

    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final FxTasks tasks = new FxTasks();
    private final Overlay overlay = new Overlay();

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @AfterEach
    void end() {
        tasks.close();
    }

    @Test
    void aWithdrawalOfTheWindowIsOnDiskWithTheConsentItEnded() {
        var templates = Shipped.once().get().templates();
        var archive = folder.resolve("archive");
        UUID id;
        try (var workspace = Workspace.create(
                        archive, Workspace.Setup.of("230184101000", USER, "LL-03"), PASSWORD, templates, Bench.CLOCK)
                .workspace()) {
            id = household(workspace);
            show(workspace, id);
            fire("section-consents");
            fire("form-act-withdraw");
            await(() -> shown("consent-act-reason"));
            Pictures.onScreen(() -> {
                ((TextField) overlay.root().lookup("#consent-act-reason")).setText("不再贷款");
                return null;
            });
            fire("consent-act-record");
            await(() -> rows(workspace, id).size() == 2);
            await(() -> shown("form-consents-locked"));
            // a finished task may start another one
            tasks.drain();
            Pictures.settle();
            tasks.drain();
            assertEquals(List.of(), dialogs.failures);
        }
        try (var again = Workspace.open(archive, PASSWORD, templates, Bench.CLOCK)) {
            var kinds = rows(again, id).stream().map(ConsentRow::kind).sorted().toList();
            assertEquals(List.of("paper", "withdrawn"), kinds);
            assertTrue(again.archives().find(id).orElseThrow().content().asMap().containsValue("不再贷款"));
        }
    }

    private static UUID household(Workspace workspace) {
        var shipped = Shipped.once().get();
        var archives = new Archives(
                workspace.archives(),
                shipped.templates(),
                shipped.divisions(),
                new Ids(Bench.CLOCK, new Random(3)),
                Bench.CLOCK);
        var person = new Invented(3, LocalDate.now(Bench.CLOCK)).person(30, 60);
        var made = archives.create(
                "household",
                "230184101201",
                Map.of(
                        "head.name",
                        person.name().toString(),
                        "head.number",
                        person.number().toString()),
                USER);
        var id = made.get().changes().get(0).record();
        archives.giveConsent(
                        id,
                        Map.of("noticeAt", "2026-11-10", "signedAt", "2026-11-10", "reference", "LL-2026-009"),
                        USER)
                .get();
        return id;
    }

    private void show(Workspace workspace, UUID id) {
        Pictures.onScreen(() -> {
            var theme = new Theme();
            theme.show(Look.STANDARD);
            var session = new DesktopSession(
                    workspace,
                    USER,
                    Bench.CLOCK,
                    new Messages(Locale.SIMPLIFIED_CHINESE, Messages.Missing.FAIL),
                    theme,
                    overlay,
                    dialogs,
                    tasks,
                    Shipped.once().get(),
                    () -> {});
            var stage = new Stage();
            overlay.content(new javafx.scene.layout.StackPane());
            stage.setScene(new Scene(overlay.root(), 1280, 800));
            stage.show();
            session.show();
            session.go(new Place("form", id.toString()));
            return null;
        });
        await(() -> shown("section-consents"));
    }

    private boolean shown(String id) {
        return Pictures.onScreen(() -> overlay.root().lookup("#" + id) != null);
    }

    private void fire(String id) {
        await(() -> shown(id));
        Pictures.onScreen(() -> {
            ((ButtonBase) overlay.root().lookup("#" + id)).fire();
            return null;
        });
        Pictures.settle();
    }

    private static List<ConsentRow> rows(Workspace workspace, UUID id) {
        return Gate.consentActs(workspace.archives().find(id).orElseThrow().content());
    }

    /** Waits until the condition is true, at most 30 seconds. */
    private static void await(BooleanSupplier so) {
        for (var i = 0; i < 600 && !so.getAsBoolean(); i++) {
            Pictures.settle();
            LockSupport.parkNanos(50_000_000);
        }
        assertTrue(so.getAsBoolean());
    }
}

package xindang.desktop.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.desktop.Bench;
import xindang.desktop.Screens;
import xindang.model.common.Ids;
import xindang.model.keeping.Archives;
import xindang.model.law.ConsentRow;
import xindang.model.law.Gate;
import xindang.model.practice.Invented;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;

/** Consents recorded in the window are still present after a real archive is opened again. */
@Tag("ui")
class ConsentUiTest {
    private static final String USER = "王海燕";
    private static final char[] PASSWORD = "a long password".toCharArray();

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Screens.start();
    }

    @Test
    void aWithdrawalOfTheWindowIsOnDiskWithTheConsentItEnded() {
        var templates = Shipped.once().get().templates();
        var archive = folder.resolve("archive");
        UUID id;
        var setup = new Workspace.Setup("230184101000", USER, "LL-03", Argon2.Cost.TRIAL);
        try (var workspace = Workspace.create(archive, setup, PASSWORD, templates, Bench.CLOCK)
                        .workspace();
                var window = RealWindow.of(workspace, USER, Bench.CLOCK)) {
            id = household(workspace);
            window.go("form", id.toString());
            press(window, "section-consents");
            press(window, "form-act-withdraw");
            window.await(() -> window.shown("consent-act-reason"));
            window.fill("consent-act-reason", "不再贷款");
            press(window, "consent-act-record");
            window.await(() -> rows(workspace, id).size() == 2);
            window.await(() -> window.shown("form-consents-locked"));
            assertEquals(List.of(), window.dialogs.failures);
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

    private static void press(RealWindow window, String id) {
        window.await(() -> window.shown(id));
        assertTrue(window.press(id), id);
    }

    private static List<ConsentRow> rows(Workspace workspace, UUID id) {
        return Gate.consentActs(workspace.archives().find(id).orElseThrow().content());
    }
}

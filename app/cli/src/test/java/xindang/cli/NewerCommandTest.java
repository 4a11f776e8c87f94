package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.Verdict;
import xindang.model.json.JsonValue;
import xindang.model.practice.PracticeRoster;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ChangeJson;
import xindang.persistence.Workspace;

/** Shows data of a later program version with the commands of this one. */
class NewerCommandTest extends ShellOffice {
    private static final String SECRET = "13911112222";

    private String id;
    private String name;

    @BeforeEach
    void fill() throws IOException {
        init();
        var town = new PracticeRoster(5, LocalDate.of(2026, 11, 18)).rows(3);
        var roster = Roster.write(
                folder.resolve("roster.xlsx"), town.subList(PracticeRoster.HEADER - 1, PracticeRoster.HEADER + 4));
        shell.json(0, "import", roster.toString(), "--consent", "paper:2026-01", "--archive", archive);
        var first = shell.json(0, "list", "--archive", archive).list("items").get(0);
        id = first.text("id");
        name = first.text("name");
    }

    /** Receives a change in the next format by exchange. */
    private void later() {
        var known = new Change(
                Change.FORMAT,
                new UUID(9, 1),
                UUID.fromString(id),
                ShippedTemplates.load().get("household").ref(),
                new Body.Fields(List.of(FieldChange.set("head.phone", SECRET)), List.of()),
                Author.of(new UUID(9, 2), "李桂芝"),
                Instant.parse("2026-11-18T06:00:00Z"),
                "screen",
                "LL-99-zzzz",
                1,
                Change.GENESIS,
                Optional.empty());
        var sealed = ChangeJson.read(ChangeJson.write(known)
                .replace(",\"format\":" + Change.FORMAT + ",", ",\"format\":" + (Change.FORMAT + 1) + ",\"later\":1,"));
        try (var workspace = Workspace.open(
                Path.of(archive), Shell.PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC())) {
            workspace
                    .exchange()
                    .settle(
                            List.of(new Pulled(1, sealed.atPosition(1), Verdict.APPLIED, ChangeJson.digest(sealed))),
                            "1-0000000000000000",
                            Instant.parse("2026-11-18T06:00:00Z"));
        }
    }

    private static boolean newer(JsonValue json) {
        return json.is("newer");
    }

    private JsonValue line(JsonValue list) {
        return list.list("items").stream()
                .filter(item -> item.text("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyAnswerSaysThatALaterVersionWroteParts() {
        assertFalse(newer(shell.json(0, "show", id, "--archive", archive)));
        later();

        assertTrue(newer(shell.json(0, "show", id, "--archive", archive)));
        var list = shell.json(0, "list", "--archive", archive);
        assertEquals(
                1, list.list("items").stream().filter(NewerCommandTest::newer).count());
        assertTrue(newer(line(list)));
        assertTrue(newer(line(shell.json(0, "search", name, "--archive", archive))));
        assertEquals(0, shell.json(0, "search", SECRET, "--archive", archive).number("total"));
        for (var command : List.of(List.of("show", id), List.of("list"), List.of("search", name))) {
            var words = new java.util.ArrayList<>(command);
            words.addAll(List.of("--archive", archive));
            assertEquals(0, shell.run(words.toArray(String[]::new)));
            assertTrue(shell.out().contains("更新"), shell.out());
            assertFalse(shell.out().contains("1391111"), shell.out());
        }
        shell.json(0, "edit", id, "head.phone=13912345678", "--archive", archive);
        assertTrue(newer(shell.json(0, "show", id, "--archive", archive)));
    }

    @Test
    void itIsNotRatedAndItsReportHasNoGradeAndSaysSo() throws IOException {
        shell.json(0, "rate", "--archive", archive);
        later();

        assertEquals("REFUSED", error(16, "rate", "--id", id, "--archive", archive));
        var rated = shell.json(0, "rate", "--archive", archive);
        assertEquals(1, rated.number("newer"));
        assertEquals(rated.number("total") - 1, rated.number("rated"));
        var report = folder.resolve("report.pdf");
        shell.json(
                0,
                "report",
                "household",
                "--id",
                id,
                "-o",
                report.toString(),
                "--purpose",
                "内部查看",
                "--issuer",
                "拉林镇",
                "--archive",
                archive);
        var verified =
                shell.json(0, "verify", report.toString()).list("reports").get(0);
        assertEquals("", verified.text("grade", ""));
    }
}

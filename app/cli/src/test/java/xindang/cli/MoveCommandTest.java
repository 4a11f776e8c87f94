package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.model.json.JsonValue;
import xindang.model.practice.PracticeRoster;

/** Moves a subject out from the command line. Afterwards every change of it is refused. */
class MoveCommandTest extends ShellOffice {
    private static final String OUTSIDE = "230184100206";

    private Path roster;
    private JsonValue first;
    private String id;

    @BeforeEach
    void fill() throws IOException {
        init();
        var town = new PracticeRoster(5, LocalDate.of(2026, 11, 18)).rows(3);
        roster = Roster.write(
                folder.resolve("roster.xlsx"), town.subList(PracticeRoster.HEADER - 1, PracticeRoster.HEADER + 4));
        shell.json(0, "import", roster.toString(), "--consent", "paper:2026-01", "--archive", archive);
        first = shell.json(0, "list", "--archive", archive).list("items").get(0);
        id = first.text("id");
    }

    private JsonValue move() {
        return shell.json(
                0, "edit", id, "file.village=" + OUTSIDE, "--move", "--reason", "随子女居住", "--archive", archive);
    }

    @Test
    void whoMovesOutIsFoundApartAndNotEdited() {
        assertEquals(
                List.of("record.place.outside"),
                violations(shell.json(1, "edit", id, "file.village=" + OUTSIDE, "--archive", archive)));
        assertEquals("USAGE", error(2, "edit", id, "head.phone=13900000000", "--move", "--archive", archive));
        assertEquals("USAGE", error(2, "edit", id, "head.phone=13900000000", "--reason", "搬家", "--archive", archive));
        assertEquals(List.of("file.village"), move().texts("changed"));

        assertEquals(2, shell.json(0, "list", "--archive", archive).number("total"));
        var found = shell.json(0, "search", first.text("name"), "--archive", archive);
        assertEquals(List.of(), ids(found).stream().filter(id::equals).toList());
        assertEquals(OUTSIDE, found.list("moved").get(0).text("region"));
        assertEquals("moved", found.list("moved").get(0).text("status"));
        assertEquals(
                "true",
                shell.json(0, "show", id, "--archive", archive).at("moved").canonical());
        assertEquals(
                List.of("record.moved"),
                violations(shell.json(1, "edit", id, "head.phone=13900000000", "--archive", archive)));
    }

    @Test
    void whoMovedOutIsNeitherRatedNorPrintedNorImported() {
        move();

        assertEquals("REFUSED", error(16, "rate", "--id", id, "--archive", archive));
        assertEquals(2, shell.json(0, "rate", "--archive", archive).number("rated"));
        var report = folder.resolve("report.pdf");
        var refused = shell.json(
                1, "report", "household", "--id", id, "-o", report.toString(), "--purpose", "查看", "--archive", archive);
        assertTrue(refused.canonical().contains("record.moved"), refused.canonical());
        assertFalse(Files.exists(report));
        var again = shell.json(1, "import", roster.toString(), "--archive", archive);
        assertEquals(2, again.number("accepted"));
        assertTrue(again.canonical().contains("record.moved"), again.canonical());
    }

    private static List<String> violations(JsonValue refused) {
        return refused.list("violations").stream()
                .map(violation -> violation.text("code"))
                .toList();
    }
}

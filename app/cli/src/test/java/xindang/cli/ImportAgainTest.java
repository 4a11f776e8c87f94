package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import xindang.model.common.Progress;
import xindang.model.json.JsonValue;
import xindang.persistence.sheet.SheetFiles;

/** What a second import of the same or a later file may do. */
class ImportAgainTest extends ShellOffice {
    private final Roster people = new Roster();

    @Test
    void aRowRefusedForAnotherRowIsRefusedAgainUntilItIsChanged() {
        init();
        var rows = new ArrayList<>(people.rows(1));
        rows.add(with(rows.get(2), 4, "6"));
        rows.add(List.of("合计", "", "", "", "9", "", ""));
        rows.add(people.row("双桥村"));
        var problems = folder.resolve("problems.xlsx");
        var again = folder.resolve("again.xlsx");
        load(1, Roster.write(folder.resolve("roster.xlsx"), rows), "--problems", problems.toString());

        var second = load(1, problems, "--problems", again.toString());

        assertEquals(
                List.of(0L, 0L, 2L),
                List.of(second.number("created"), second.number("updated"), second.number("rejected")));
        assertEquals(List.of("intake.returned", "intake.returned"), codes(second));
        assertEquals(2, load(1, again).number("rejected"));
    }

    @Test
    void aReturnedRowIsImportedWhenItIsChangedOrItsReasonIsDeleted() {
        init();
        var rows = new ArrayList<>(people.rows(1));
        rows.add(with(rows.get(2), 4, "6"));
        var problems = folder.resolve("problems.xlsx");
        load(1, Roster.write(folder.resolve("roster.xlsx"), rows), "--problems", problems.toString());
        var given = texts(problems);
        assertEquals(3, given.size());

        var row = given.get(2);
        given.set(2, with(row, 4, "5"));
        var changed = load(0, Roster.write(folder.resolve("changed.xlsx"), given));
        given.set(2, with(row, 7, ""));
        var confirmed = load(0, Roster.write(folder.resolve("confirmed.xlsx"), given));

        assertEquals(List.of(1L, 1L), List.of(changed.number("updated"), confirmed.number("updated")));
    }

    @Test
    void aRowRefusedForItselfIsReadAgain() {
        init();
        var rows = new ArrayList<>(people.rows(0));
        rows.add(with(people.row("双桥村"), 1, "123"));
        var problems = folder.resolve("problems.xlsx");
        load(1, Roster.write(folder.resolve("roster.xlsx"), rows), "--problems", problems.toString());

        assertEquals(1, load(0, problems, "--allow-unverified").number("created"));
    }

    @Test
    void whatSomebodyTypedAfterAnImportStaysAndEveryChangeIsListed() {
        init();
        var rows = new ArrayList<>(people.rows(1));
        var roster = Roster.write(folder.resolve("roster.xlsx"), rows);
        load(0, roster);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        shell.json(0, "edit", id, "head.people=5", "--archive", archive);
        rows.set(2, with(with(rows.get(2), 4, "4"), 3, "13912345678"));
        var problems = folder.resolve("problems.xlsx");

        var result = load(1, Roster.write(roster, rows), "--problems", problems.toString());

        assertEquals(List.of("import.differs"), codes(result));
        assertEquals("question", result.list("problems").get(0).text("severity"));
        assertEquals(0, result.number("rejected"));
        var changed = result.list("changed");
        assertEquals(
                List.of(id, "head.phone", "139****5678"),
                List.of(
                        changed.get(0).text("id"),
                        changed.get(0).text("path"),
                        changed.get(0).text("to")));
        assertEquals(
                List.of("Sheet1", "改动", "请核对"),
                SheetFiles.read(problems, Progress.NONE).stream()
                        .map(sheet -> sheet.name())
                        .toList());
        assertEquals(1, load(1, roster).number("unchanged"));
        assertEquals(1, load(0, roster, "--newer", "file").number("updated"));
    }

    private JsonValue load(int exit, Path file, String... options) {
        var command = new ArrayList<>(List.of("import", file.toString(), "--archive", archive));
        command.addAll(List.of(options));
        return shell.json(exit, command.toArray(String[]::new));
    }

    private static List<String> codes(JsonValue result) {
        return result.list("problems").stream()
                .map(problem -> problem.text("code"))
                .toList();
    }

    private static List<List<String>> texts(Path file) {
        var rows = new ArrayList<List<String>>();
        SheetFiles.read(file, Progress.NONE)
                .get(0)
                .rows()
                .forEach(row ->
                        rows.add(row.cells().stream().map(cell -> cell.text()).toList()));
        return rows;
    }

    private static List<String> with(List<String> row, int column, String text) {
        var changed = new ArrayList<>(row);
        changed.set(column, text);
        return changed;
    }
}

package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No command prints or logs a whole identity number or phone without a purpose. */
class NumbersTest extends ShellOffice {
    private final List<String> secrets = new ArrayList<>();

    @Test
    void noCommandPrintsOrLogsAWholeNumber() throws IOException {
        init();
        var rows = new ArrayList<>(new Roster().rows(4));
        for (var row : rows.subList(2, rows.size())) {
            secrets.add(row.get(1));
            secrets.add(row.get(3));
        }
        var wrong = new ArrayList<>(rows.get(2));
        wrong.set(1, rows.get(2).get(1).substring(0, 17));
        wrong.set(3, "139000012345");
        rows.add(wrong);
        secrets.addAll(List.of(wrong.get(1), wrong.get(3)));
        rows.add(List.of("填表人电话 " + rows.get(2).get(3)));
        var file = Roster.write(folder.resolve("roster.xlsx"), rows).toString();

        both("import", file, "--dry-run");
        both("import", file, "--allow-unverified");
        both("list");
        var ids = ids(shell.json(0, "list", "--archive", archive));
        for (var id : ids) {
            both("show", id);
        }
        var id = ids.get(0);
        both("search", secrets.get(0));
        both("edit", id, "file.note=电话" + secrets.get(1) + "，证件" + secrets.get(0));
        both("show", id);
        both("edit", id, "head.number=" + secrets.get(0).substring(0, 17));
        both("edit", id, secrets.get(0));
        both("show", secrets.get(0));
        both("resolve", id, secrets.get(1));
        both("list", secrets.get(0));
        both("list", "--limit", secrets.get(0));
        var log = shell.home().resolve("xindang/log/xindang.log");
        silent(Files.exists(log) ? Files.readString(log) : "");
        shell.run("show", ids.get(1), "--full", "--purpose", "本人查询", "--archive", archive);
        assertTrue(secrets.stream().anyMatch(shell.out()::contains), shell.out());
    }

    private void both(String... command) {
        for (var json : List.of(false, true)) {
            var all = new ArrayList<>(List.of(command));
            all.addAll(List.of("--archive", archive));
            if (json) {
                all.add("--json");
            }
            shell.run(all.toArray(String[]::new));
            silent(shell.out() + shell.err());
        }
    }

    private void silent(String text) {
        secrets.forEach(secret -> assertFalse(text.contains(secret), secret + " in " + text));
    }
}

package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.json.JsonValue;
import xindang.model.shipped.ShippedTemplates;
import xindang.platform.Platform;

/** Two offices import one roster before their exchange. Each household then exists twice. */
class TwinsTest {
    @TempDir
    Path folder;

    @Test
    void householdsWithOneNumberAreNamedEverywhereAndGetNoReport() {
        var config = Platform.Config.local(0, folder.resolve("platform"), ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var first = office("first", platform);
            var second = office("second", platform);
            var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(2));
            first.json(0, "import", roster.toString());
            second.json(0, "import", roster.toString());
            for (var office : List.of(first, second, first)) {
                office.json(0, "sync");
            }
            first.json(0, "edit", first.json(0, "list").list("items").get(0).text("id"), "head.people=5");

            for (var office : List.of(first, second)) {
                var items = office.json(0, "list").list("items");
                assertEquals(4, items.size());
                assertTrue(items.stream().allMatch(item -> item.is("twin")), office.out());
                var id = items.get(0).text("id");
                office.run("list");
                assertTrue(office.out().contains("证件号与另一份档案相同"), office.out());
                assertTrue(isTwin(office.json(0, "show", id)), office.out());
                assertTrue(has(office, "record.number.twin"), office.out());
                var file = folder.resolve(id + ".pdf");
                assertEquals(1, report(office, id, file));
                assertTrue(office.err().contains("同一个证件号另有一份档案"), office.err());
                assertFalse(file.toFile().exists());
            }
            var again = first.json(1, "import", roster.toString());
            assertEquals(2, again.number("rejected"), first.out());
            assertEquals(
                    List.of("intake.number.twin", "intake.number.twin"),
                    again.list("problems").stream()
                            .map(problem -> problem.text("code"))
                            .toList());
            assertTrue(first.out().contains("双桥村）、“"), first.out());
            assertEquals(0, again.number("updated"));
            var id = first.json(0, "list").list("items").get(0).text("id");
            first.json(0, "edit", id, "head.unverified=是", "head.unverifiedReason=号码重复");
            assertFalse(isTwin(first.json(0, "show", id)), first.out());
            assertEquals(
                    2,
                    first.json(0, "list").list("items").stream()
                            .filter(item -> item.is("twin"))
                            .count());
            assertEquals(0, report(first, id, folder.resolve("verified.pdf")), first.err());
        }
    }

    @Test
    void aWholeRosterThatIsThereTwiceIsOneSentenceOfDoctor() {
        var config = Platform.Config.local(0, folder.resolve("platform"), ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var first = office("first", platform);
            var second = office("second", platform);
            var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(60));
            for (var office : List.of(first, second)) {
                office.json(0, "import", roster.toString());
                office.json(0, "sync");
            }

            second.run("doctor");

            var line = second.out()
                    .lines()
                    .filter(said -> said.contains("份档案与另一份证件号相同"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(line.startsWith("有 120 份"), line);
            assertTrue(line.endsWith("等。"), line);
            assertTrue(line.length() < 160, line);
        }
    }

    private static int report(Shell office, String id, Path file) {
        return office.run("report", "household", "--id", id, "-o", file.toString(), "--purpose", "评定");
    }

    private static boolean isTwin(JsonValue shown) {
        return shown.list("checks").stream()
                .anyMatch(check -> check.text("code").equals("record.number.twin") && check.is("stops"));
    }

    private static boolean has(Shell office, String finding) {
        return office.json(0, "doctor").list("findings").stream()
                .anyMatch(found -> found.text("code").equals(finding));
    }

    private Shell office(String name, Platform platform) {
        var shell = new Shell(folder.resolve(name));
        shell.json(0, "init", "--region", Roster.TOWN, "--user", "张敏", "--device", "LL-" + name);
        var address = platform.address().toString();
        shell.json(0, "enrol", "--platform", address, "--code", platform.code(Roster.TOWN));
        return shell;
    }
}

package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xindang.model.shipped.ShippedTemplates;
import xindang.platform.Platform;

/** One office records that a member is under 14. Another one adds items of that member (个人信息保护法 article 31). */
class ChildExchangeTest {
    private static final String ROW = "family.members.m1.";

    @TempDir
    Path folder;

    @Test
    void whatIsKeptOfAChildIsLockedEverywhereAndCanBeCleared() {
        var data = folder.resolve("platform");
        var config = Platform.Config.local(0, data, ShippedTemplates.load(), Clock.systemUTC());
        try (var platform = Platform.start(config)) {
            var address = platform.address().toString();
            var first = office("first", platform, address);
            var second = office("second", platform, address);
            var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
            first.json(0, "import", roster.toString());
            var id = first.json(0, "list").list("items").get(0).text("id");
            first.json(0, "edit", id, ROW + "name=冯小", ROW + "relation=子");
            first.json(0, "sync");
            second.json(0, "sync");

            first.json(0, "edit", id, ROW + "under14=是");
            second.json(0, "edit", id, ROW + "education=小学", ROW + "occupation=学生", ROW + "note=在镇小学读二年级");
            second.json(0, "sync");
            first.json(0, "sync");
            second.json(0, "sync");
            var third = office("third", platform, address);
            third.json(0, "sync");

            for (var office : List.of(first, second, third)) {
                var shown = office.json(0, "show", id, "--full", "--purpose", "核对");
                assertFalse(office.out().contains("二年级"), office.out());
                assertEquals("冯小", shown.at("values").text(ROW + "name"));
                assertTrue(office.out().contains("\"" + ROW + "note\":null"), office.out());
                var check = shown.list("checks").get(0);
                assertEquals("law.child.kept", check.text("code"));
                var doctor = office.json(0, "doctor").list("findings");
                assertTrue(
                        doctor.stream().anyMatch(finding -> finding.text("code").equals("law.child.kept")));
                office.run("show", id);
                assertTrue(office.out().contains("edit ID " + ROW + "education= "), office.out());
            }
            third.json(0, "edit", id, ROW + "education=", ROW + "occupation=", ROW + "note=");
            assertEquals(List.of(), third.json(0, "show", id).list("checks"));
            assertEquals(List.of(), third.json(0, "doctor").list("findings"));
        }
    }

    private Shell office(String name, Platform platform, String address) {
        var shell = new Shell(folder.resolve(name));
        shell.json(0, "init", "--region", Roster.TOWN, "--user", "张敏", "--device", "LL-" + name);
        shell.json(0, "enrol", "--platform", address, "--code", platform.code(Roster.TOWN));
        return shell;
    }
}

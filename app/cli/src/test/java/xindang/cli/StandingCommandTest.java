package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.model.json.JsonValue;

/** What the commands say of a rating that no longer holds, and of bad information that lacks something. */
class StandingCommandTest extends ShellOffice {
    private String id = "";

    @BeforeEach
    void one() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        id = line().text("id");
    }

    @Test
    void everyCommandSaysWhetherTheRatingHolds() {
        assertFalse(line().is("stale"));
        assertFalse(shell.json(0, "rate", "--id", id, "--archive", archive).is("stale"));
        assertFalse(line().is("stale"));
        assertFalse(listed().contains("待重新评定"));

        shell.json(0, "edit", id, "adverse.items.a.kind=overdue", "adverse.items.a.fact=贷款逾期四个月", "--archive", archive);
        assertTrue(line().is("stale"));
        assertFalse(line().is("expired"));
        assertTrue(listed().contains("待重新评定"));
        assertTrue(shell.json(0, "show", id, "--archive", archive).is("stale"));
        assertTrue(shell.json(0, "search", line().text("name"), "--archive", archive)
                .list("items")
                .get(0)
                .is("stale"));

        assertFalse(shell.json(0, "rate", "--id", id, "--archive", archive).is("stale"));
        assertFalse(line().is("stale"));
    }

    @Test
    void badInformationThatLacksSomethingIsNamed() {
        assertFalse(line().is("incomplete"));
        shell.json(0, "edit", id, "adverse.items.a.kind=overdue", "--archive", archive);
        assertTrue(line().is("incomplete"));
        assertTrue(listed().contains("不良记录待补全"));
        shell.json(0, "edit", id, "adverse.items.a.fact=贷款逾期四个月", "--archive", archive);
        assertFalse(line().is("incomplete"));
    }

    private JsonValue line() {
        var items = shell.json(0, "list", "--archive", archive).list("items");
        assertEquals(1, items.size());
        return items.get(0);
    }

    private String listed() {
        shell.run("list", "--archive", archive);
        return shell.out();
    }
}

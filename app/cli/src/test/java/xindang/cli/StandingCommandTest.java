package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xindang.model.json.JsonValue;

/** Tests the output of commands about an invalid rating and incomplete bad information. */
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
    void aRatingNamesWhatIsUndecidedWhatWasAddedAndHowMuchIsKnown() {
        var rated = shell.json(0, "rate", "--id", id, "--archive", archive);
        var undecided = rated.texts("undecided");
        assertFalse(undecided.isEmpty());
        assertEquals(List.of(), rated.texts("vetoes"));
        assertTrue(new BigDecimal(rated.text("assessed")).compareTo(new BigDecimal(rated.text("maximum"))) < 0);
        assertEquals(
                List.of("bonus", "malus"),
                rated.list("adjustments").stream()
                        .map(adjustment -> adjustment.text("sign"))
                        .toList());
        shell.run("rate", "--id", id, "--archive", archive);
        assertTrue(shell.out().contains("评定日 " + rated.text("on") + "，有效至 " + rated.text("validUntil")), shell.out());
        undecided.forEach(veto -> assertTrue(shell.out().contains(veto), shell.out()));

        shell.json(0, "edit", id, "adverse.checkedOn=" + rated.text("on"), "--archive", archive);
        var checked = shell.json(0, "rate", "--id", id, "--archive", archive);
        assertTrue(checked.texts("undecided").size() < undecided.size(), checked.texts("undecided")::toString);
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

    @Test
    void aReportRatesOnlyWhenItIsAskedTo() {
        shell.json(0, "rate", "--id", id, "--archive", archive);
        shell.json(0, "edit", id, "adverse.items.a.kind=overdue", "adverse.items.a.fact=贷款逾期四个月", "--archive", archive);
        assertEquals("none", rated("--id", id, "-o", folder.resolve("a.pdf").toString()));
        assertTrue(line().is("stale"));
        assertEquals(
                "same",
                rated("--id", id, "--rate", "-o", folder.resolve("a.pdf").toString()));
        assertFalse(line().is("stale"));

        shell.json(0, "edit", id, "adverse.items.a.fact=贷款逾期五个月", "--archive", archive);
        assertEquals("none", rated("--region", Roster.TOWN, "-o", folder.toString()));
        assertTrue(line().is("stale"));
        assertEquals("same", rated("--region", Roster.TOWN, "--rate", "-o", folder.toString()));
        assertFalse(line().is("stale"));
    }

    /** Returns what the report made with these options contains of the rating. */
    private String rated(String... options) {
        var args = new ArrayList<>(List.of("report", "household", "--purpose", "评定", "--archive", archive));
        args.addAll(List.of(options));
        var file =
                shell.json(0, args.toArray(String[]::new)).list("files").get(0).text("file");
        return shell.json(0, "verify", file).list("reports").get(0).text("rating");
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

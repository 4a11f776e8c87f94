package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tests the day that the command line uses to confirm a day or to record an act. */
class DayCommandTest extends ShellOffice {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void aDayThatIsOverIsNotConfirmed() {
        init();
        for (var days : new int[] {-3, -400, -17000}) {
            var behind = new Shell(folder.resolve("home")).whoseClockIsAhead(Duration.ofDays(days));
            var day = today.plusDays(days);
            var typed = day + " " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.SIMPLIFIED_CHINESE);
            assertEquals(2, behind.run("doctor", "--today", typed, "--archive", archive), typed);
            assertTrue(behind.err().contains("不会是今天"), behind.err());
        }
    }

    @Test
    void papersOfAnImportUnderAClockThatIsFarAheadAreOfTheLastSureDay() {
        init();
        shell.whoseClockIsAhead(Duration.ofDays(500));
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        var brought = shell.json(0, "import", roster.toString(), "--consent", "paper:A-1", "--archive", archive);
        assertEquals(today.toString(), brought.list("papers").get(0).text("signedOn"));
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        var values =
                shell.json(0, "show", id, "--archive", archive).at("values").members();
        assertTrue(values.entrySet().stream()
                .filter(value -> value.getKey().matches("consents.given.*(signedAt|noticeAt)|file.openedOn"))
                .allMatch(value -> value.getValue().text().equals(today.toString())));
    }

    @Test
    void anActUnderAClockThatIsFarAheadNamesItsDay() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        shell.whoseClockIsAhead(Duration.ofDays(500));
        assertEquals(2, shell.run("consent", id, "--give", "--archive", archive));
        assertTrue(shell.err().contains("doctor --today"), shell.err());
        var ahead = today.plusDays(500).toString();
        var refused = shell.json(1, "consent", id, "--give", "--on", ahead, "--archive", archive);
        assertEquals("law.consent.future", refused.list("violations").get(0).text("code"));
        shell.json(0, "consent", id, "--give", "--on", today.toString(), "--archive", archive);
    }
}

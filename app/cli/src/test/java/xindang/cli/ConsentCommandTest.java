package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records consents from the command line. */
class ConsentCommandTest extends ShellOffice {
    @Test
    void consentsAreRecordedByAnActAndNeverRewritten() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        assertEquals(0, consent(id, "--give", "--on", "2026-01-05", "--paper", "A-1"));
        shell.json(0, "edit", id, "finance.deposits=76543", "--archive", archive);
        assertEquals(0, consent(id, "--give", "--use", "pass-on", "--to", "冰城村镇银行", "--for", "授信"));
        assertEquals(1, consent(id, "--give", "--use", "pass-on", "--to", "冰城村镇银行"));
        assertEquals(1, consent(id, "--give", "--on", "2026-01-05", "--notice-on", "2026-01-06"));
        assertEquals(1, consent(id, "--withdraw", "--on", "2999-01-01"));
        assertEquals(1, consent(id, "--withdraw", "--on", "2026-01-04"));
        assertEquals(2, consent(id, "--give", "--withdraw"));
        assertEquals(2, consent(id));
        assertEquals(2, consent(id, "--withdraw", "--to", "冰城村镇银行"));
        assertEquals(2, consent(id, "--withdraw", "--until", "2026-01-06"));
        assertEquals(2, consent(id, "--give", "--use", "all"));

        assertEquals(0, consent(id, "--withdraw", "--items", "finance.deposits", "--reason", "不再贷款"));
        var shown = shell.json(0, "show", id, "--archive", archive);
        assertEquals("finance.deposits", shown.list("locked").get(0).text("item"));
        assertEquals(1, shell.run("edit", id, "finance.deposits=1", "--archive", archive));

        var refused = shell.json(0, "consent", id, "--refuse", "--on", "2026-03-01", "--archive", archive);
        assertEquals("refuse", refused.text("act"));
        assertEquals("2026-03-01", refused.text("on"));
        var w9 = "consents.given.w9.";
        var undated = shell.json(1, "edit", id, w9 + "kind=withdrawn", "--archive", archive);
        assertEquals("law.consent.undated", undated.list("violations").get(0).text("code"));
        shell.json(0, "edit", id, w9 + "kind=refused", w9 + "signedAt=2026-03-02", "--archive", archive);
        for (var value : List.of("signed", "")) {
            var edit = shell.json(1, "edit", id, "consents.given.w9.kind=" + value, "--archive", archive);
            assertEquals("law.consent.rewritten", edit.list("violations").get(0).text("code"));
        }
    }

    @Test
    void aWithdrawalUnderAClockThatIsBehindIsOfTheLastSureDay() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(1));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        var id = ids(shell.json(0, "list", "--archive", archive)).get(0);
        assertEquals(0, consent(id, "--give", "--on", "2026-01-05", "--paper", "A-1"));
        shell.whoseClockIsAhead(Duration.ofDays(-1300));

        assertEquals(0, consent(id, "--withdraw"), shell.err());

        assertEquals(1, shell.run("edit", id, "finance.deposits=1", "--archive", archive));
    }

    private int consent(String id, String... options) {
        var command = new ArrayList<>(List.of("consent", id));
        command.addAll(List.of(options));
        command.addAll(List.of("--archive", archive));
        return shell.run(command.toArray(String[]::new));
    }
}

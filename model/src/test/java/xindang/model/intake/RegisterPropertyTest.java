package xindang.model.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xindang.model.intake.RosterOffice.OPTIONS;
import static xindang.model.intake.RosterOffice.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveRecord;

/** A random register, written in a random form, is read as the same households. */
class RegisterPropertyTest {
    private static final int REGISTERS = 1_000;

    @Test
    void aRegisterInAnyFormIsReadAsTheSameHouseholds() {
        var forms = List.of(RegisterForm.values());
        for (var seed = 0; seed < REGISTERS; seed++) {
            var random = new Random(seed);
            var register = new InventedRegister(random, TODAY);
            var form = forms.get(seed % forms.size());
            var sheets = form.write(register, random);
            var office = new RosterOffice();
            var result = office.run(sheets, OPTIONS.withPaperConsent("2026-01"));
            var where = form + " " + seed + " " + result.problems();
            assertEquals(register.expected(form.hasMembers()), read(office), where);
            assertEquals(register.households().size(), result.created(), where);
            assertEquals(
                    result.rows(),
                    result.accepted()
                            + result.rejected().size()
                            + result.nonRows().size(),
                    where);
            var again = office.run(sheets, OPTIONS.withPaperConsent("2026-01"));
            assertEquals(result.created(), again.unchanged(), where);
        }
    }

    /** Returns the households by the number of the head, as texts. */
    private static Map<String, String> read(RosterOffice office) {
        var found = new TreeMap<String, String>();
        for (var record : office.records()) {
            found.put(record.content().text("head.number"), text(record));
        }
        return found;
    }

    private static String text(ArchiveRecord record) {
        var content = record.content();
        var members = new TreeSet<String>();
        for (var row : content.rows("family.members")) {
            var path = "family.members." + row + ".";
            members.add(InventedRegister.member(
                    content.text(path + "name"),
                    content.text(path + "relation"),
                    content.text(path + "number"),
                    content.text(path + "birth").isEmpty()
                            ? LocalDate.MAX
                            : LocalDate.parse(content.text(path + "birth")),
                    content.text(path + "under14").equals("true")));
        }
        return InventedRegister.household(
                content.text("head.name"), record.region(), content.text("income.years.y2026.totalIncome"), members);
    }
}

package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/cli.md names exactly the members of the JSON that commands print. */
class DocumentedFieldsTest extends ShellOffice {
    private static final Path DOCUMENT = Path.of("../../docs/cli.md");
    private static final Pattern SPAN = Pattern.compile("`(\\{\"[^`]*\\})`");
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z0-9]+)\"(?=\\s*[:,}\\]])");
    private static final Pattern MEMBER = Pattern.compile("\"([A-Za-z0-9]+)\":");
    /** Members that contain data as member names: paths of values, grades. */
    private static final Pattern DATA = Pattern.compile("\"(values|grades)\":\\{[^}]*\\}");

    private static final Set<String> VIOLATION = Set.of("path", "code", "message");

    private String id = "";

    @BeforeEach
    void one() {
        init();
        var roster = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(2));
        shell.json(0, "import", roster.toString(), "--archive", archive);
        id = ids(shell.json(0, "list", "--archive", archive)).get(0);
    }

    /** Returns the names in a code span of a command's section, counted from 0. */
    private static Set<String> documented(String command, int span) {
        try {
            var text = Files.readString(DOCUMENT);
            var begin = text.indexOf("**`" + command);
            var end = text.indexOf("\n**`", begin);
            var found = SPAN.matcher(text.substring(begin, end < 0 ? text.length() : end))
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            return names(NAME, found.get(span));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> names(Pattern pattern, String json) {
        var names = new TreeSet<String>();
        pattern.matcher(json).results().forEach(result -> names.add(result.group(1)));
        return names;
    }

    private Set<String> printed(int exit, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--archive", archive));
        shell.json(exit, all.toArray(String[]::new));
        return names(MEMBER, DATA.matcher(shell.out()).replaceAll("\"$1\":{}"));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    @Test
    void listsAndSearches() {
        assertEquals(documented("list", 0), printed(0, "list"));
    }

    @Test
    void showsAnArchive() {
        shell.json(0, "consent", id, "--give", "--on", "2026-01-05", "--archive", archive);
        shell.json(0, "edit", id, "finance.deposits=76543", "adverse.items.a.kind=overdue", "--archive", archive);
        shell.json(0, "consent", id, "--withdraw", "--on", "2026-01-06", "--archive", archive);
        assertEquals(documented("show", 0), printed(0, "show", id));
    }

    @Test
    void ratesOneAndMany() {
        assertEquals(documented("rate", 0), printed(0, "rate"));
        assertEquals(documented("rate", 1), printed(0, "rate", "--id", id));
    }

    @Test
    void reports() {
        var file = folder.resolve("report.pdf").toString();
        var issued = printed(0, "report", "household", "--id", id, "-o", file, "--purpose", "评定");
        var bank = List.of("--audience", "bank", "--recipient", "冰城村镇银行", "--purpose", "授信");
        var args = new ArrayList<>(List.of("report", "household", "--id", id, "-o", file));
        args.addAll(bank);
        var refused = printed(1, args.toArray(String[]::new));
        refused.removeAll(VIOLATION);
        assertEquals(documented("report", 0), both(issued, refused));
    }

    @Test
    void recordsConsentsAndEdits() {
        assertEquals(documented("consent", 0), printed(0, "consent", id, "--give", "--on", "2026-01-05"));
        var edited = printed(0, "edit", id, "head.people=5");
        edited.addAll(VIOLATION);
        assertEquals(documented("edit", 0), edited);
    }
}

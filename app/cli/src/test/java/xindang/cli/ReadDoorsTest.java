package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.Model.CommandSpec;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Terminal;
import xindang.model.archive.Author;
import xindang.model.archive.Body;
import xindang.model.archive.Change;
import xindang.model.archive.FieldChange;
import xindang.model.common.Digest;
import xindang.model.exchange.ExchangeStore.Pulled;
import xindang.model.exchange.Verdict;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ChangeJson;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;

/**
 * Tests every command that prints data of a record over the real program. No output contains a locked, expired,
 * withheld or masked value. The list comes from the program, so a new command needs a row here.
 */
class ReadDoorsTest extends ShellOffice {
    private static final String RECORD = "RECORD";
    private static final String NUMBER = "NUMBER";
    private static final String CONFLICT = "CONFLICT";
    private static final String SHEET = "SHEET";
    private static final String OUT = "OUT";

    private static final String PHONE = "13912345678";
    private static final String OTHER_PHONE = "13700000192";
    /** Deposits in different formats: plain, with commas, in ten thousands. */
    private static final Set<String> LOCKED = Set.of("8765431", "8,765,431", "876.54");

    private static final String OVER = "拖欠农资款";
    private static final String BLOOD = "血型AB型";

    /** The command lines that read with each command. A command without data of a record has none. */
    private static final Map<String, List<String>> READS = new TreeMap<>(Map.ofEntries(
            Map.entry("list", List.of("list", "list --as household --region 230184101")),
            Map.entry(
                    "search",
                    List.of("search 王", "search NUMBER", "search " + PHONE, "search 8765431", "search " + OVER)),
            Map.entry("show", List.of("show RECORD", "show RECORD --full --purpose 本人查询")),
            Map.entry("conflicts", List.of("conflicts", "conflicts --full --purpose 核对")),
            Map.entry("rate", List.of("rate --id RECORD", "rate --region 230184101")),
            Map.entry(
                    "report",
                    List.of(
                            "report household --id RECORD -o OUT/office.pdf --purpose 贷款 --rate",
                            "report household --id RECORD -o OUT/bank.pdf --purpose 贷款 --audience bank --recipient 五常农商行",
                            "report household --id RECORD -o OUT/self.pdf --purpose 本人查询 --audience self",
                            "report household --region 230184101 -o OUT/ --purpose 贷款")),
            Map.entry("verify", List.of("verify OUT/office.pdf")),
            Map.entry("import", List.of("import SHEET --dry-run", "import SHEET")),
            Map.entry("edit", List.of("edit RECORD head.people=4", "edit RECORD head.number=230184")),
            Map.entry(
                    "consent",
                    List.of("consent RECORD --refuse --on 2026-11-20", "consent RECORD --withdraw --on 2026-11-20")),
            Map.entry("resolve", List.of("resolve CONFLICT offered")),
            Map.entry("doctor", List.of("doctor")),
            Map.entry("sync", List.of("sync")),
            Map.entry("erase", List.of("erase RECORD --reason 本人要求 --yes")),
            Map.entry("init", List.of()),
            Map.entry("enrol", List.of()),
            Map.entry("recover", List.of()),
            Map.entry("platform", List.of()),
            Map.entry("platform code", List.of()),
            Map.entry("practice", List.of())));

    /** The order of the commands. Some change data that the next one would show. */
    private static final List<String> ORDER = List.of(
            "list",
            "search",
            "show",
            "conflicts",
            "rate",
            "report",
            "verify",
            "doctor",
            "sync",
            "import",
            "edit",
            "consent",
            "resolve",
            "erase");

    private final List<String> leaks = new ArrayList<>();
    private String sheet = "";
    private String number = "";
    private String record = "";
    private String conflict = "";

    @Test
    void everyCommandHasARow() {
        var commands = new TreeSet<String>();
        collect(program(), "", commands);
        assertEquals(
                commands,
                new TreeSet<>(READS.keySet()),
                "a command that answers with something of a record needs a row");
        assertEquals(
                READS.entrySet().stream()
                        .filter(row -> !row.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                Set.copyOf(ORDER));
    }

    @BeforeEach
    void fill() throws IOException {
        var setup = new Workspace.Setup("230184101000", "张敏", "LL-03", Argon2.Cost.TRIAL);
        Workspace.create(
                        Path.of(archive),
                        setup,
                        Shell.PASSWORD.toCharArray(),
                        ShippedTemplates.load(),
                        Clock.systemUTC())
                .workspace()
                .close();
        var rows = new Roster().rows(2);
        number = rows.get(2).get(1);
        sheet = Roster.write(folder.resolve("roster.xlsx"), rows).toString();
        shell.json(0, "import", sheet, "--archive", archive);
        record = shell.json(0, "search", number, "--archive", archive)
                .list("items")
                .get(0)
                .text("id");
        typed("consent RECORD --give --on 2026-11-01 --notice-on 2026-11-01 --paper P-1");
        typed(
                "consent RECORD --give --use pass-on --to 五常农商行 --for 贷款 --on 2026-11-01 --notice-on 2026-11-01 --paper P-2");
        typed("edit RECORD finance.deposits=8765431 head.phone=" + PHONE);
        typed("edit RECORD adverse.items.a1.kind=overdue adverse.items.a1.fact=" + OVER
                + " adverse.items.a1.endsOn=2023-06-01");
        typed("consent RECORD --withdraw --on 2026-11-15 --reason 不再贷款");
        typed("consent RECORD --withdraw --use pass-on --on 2026-11-15 --reason 不再贷款");
        arrives();
        conflict = shell.json(0, "conflicts", "--archive", archive)
                .list("items")
                .get(0)
                .text("id");
    }

    private void typed(String command) {
        assertEquals(0, shell.run(words(command)), () -> command + shell.out() + shell.err());
    }

    private String[] words(String command) {
        var words = Stream.of(command.split(" ")).map(word -> word.replace(RECORD, record)
                .replace(NUMBER, number)
                .replace(CONFLICT, conflict)
                .replace(SHEET, sheet)
                .replace(OUT, folder.resolve("out").toString()));
        return Stream.concat(words, Stream.of("--archive", archive)).toArray(String[]::new);
    }

    /** Receives forbidden values from another office, and other values of a locked item and of a masked number. */
    private void arrives() {
        var id = UUID.fromString(record);
        var change = new Change(
                Change.FORMAT,
                new UUID(9, 1),
                id,
                ShippedTemplates.load().get("household").ref(),
                new Body.Fields(
                        List.of(
                                FieldChange.set("file.note", BLOOD),
                                new FieldChange("head.residence", Optional.of("东屯"), Optional.of(BLOOD)),
                                new FieldChange("head.phone", Optional.of("13600000001"), Optional.of(OTHER_PHONE)),
                                new FieldChange("finance.deposits", Optional.of("1"), Optional.of("8765431.5"))),
                        List.of()),
                Author.of(new UUID(9, 2), "李桂芝"),
                Instant.parse("2026-11-18T06:00:00Z"),
                "screen",
                "LL-99-zzzz",
                1,
                Change.GENESIS,
                Optional.empty());
        try (var workspace = Workspace.open(
                Path.of(archive), Shell.PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC())) {
            workspace
                    .exchange()
                    .settle(
                            List.of(new Pulled(1, change, Verdict.CONFLICT, ChangeJson.digest(change))),
                            "1-0000000000000000",
                            Instant.parse("2026-11-18T06:00:00Z"));
        }
    }

    @Test
    void whatIsWithheldIsNamedByItsPlace() {
        var shown = shell.json(0, words("show RECORD"));
        assertTrue(shown.canonical().contains("\"withheld\":[\"file.note\"]"), shown.canonical());
        assertTrue(shown.canonical().contains("\"file.note\":null"), shown.canonical());
        assertEquals("finance.deposits", shown.list("locked").get(0).text("item"));
        assertEquals(0, shell.run(words("show RECORD")));
        assertTrue(shell.out().contains("依法不收"), shell.out());
        var clash = shell.json(0, words("conflicts")).list("items").stream()
                .filter(item -> item.text("path").equals("head.residence"))
                .findFirst()
                .orElseThrow();
        assertEquals("withheld", clash.text("lockedBy"));
        assertTrue(clash.canonical().contains("\"value\":null"), clash.canonical());
        shell.run(words("doctor"));
        assertTrue(shell.out().contains("依法不收") && shell.out().contains("备注"), shell.out());
    }

    @Test
    @Timeout(300)
    void nothingThatIsHiddenComesOutOfACommand() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        var hidden = new ArrayList<>(LOCKED);
        hidden.addAll(List.of(BLOOD, Digest.of(BLOOD), number, PHONE, OTHER_PHONE));
        for (var name : ORDER) {
            for (var command : READS.getOrDefault(name, List.of())) {
                read(command, hidden);
            }
        }
        assertTrue(Files.exists(folder.resolve("out/office.pdf")), "a report came out");
        assertTrue(!Files.exists(folder.resolve("out/bank.pdf")), "passing on was withdrawn");
        assertEquals(List.of(), leaks);
    }

    @Test
    @Timeout(300)
    void whatIsOverItsTermComesOutOfNoCommandUnderAClockThatIsAhead() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        shell.whoseClockIsAhead(Duration.ofDays(775));
        for (var name : ORDER) {
            for (var command : READS.getOrDefault(name, List.of())) {
                read(command, List.of(OVER));
            }
        }
        assertEquals(List.of(), leaks);
    }

    /** Runs a command as text and as JSON. Looks for each value in its output and its files. */
    private void read(String command, Collection<String> secrets) throws IOException {
        var isWhole = command.contains("--full") || command.contains("--audience self");
        for (var way : List.of(List.<String>of(), List.of("--json"))) {
            var all = new ArrayList<>(List.of(words(command)));
            all.addAll(way);
            var code = shell.run(all.toArray(String[]::new));
            if (code == 70) {
                leaks.add(command + " failed inside: " + shell.err());
            }
            for (var secret : secrets) {
                if ((shell.out() + shell.err()).contains(secret)
                        && !command.contains(secret)
                        && !(isWhole && isNumber(secret))) {
                    leaks.add(command + " says " + secret + ": " + shell.out() + shell.err());
                }
            }
        }
        for (var file : files()) {
            var isOfThePerson = file.getFileName().toString().equals("self.pdf");
            var text = text(file);
            secrets.stream()
                    .filter(secret -> text.contains(secret) && !(isOfThePerson && isNumber(secret)))
                    .forEach(secret -> leaks.add(command + " writes " + secret + " into " + file.getFileName()));
        }
    }

    private boolean isNumber(String value) {
        return List.of(number, PHONE, OTHER_PHONE).contains(value);
    }

    /** Returns the files for people. The archive itself is encrypted. */
    private List<Path> files() {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file ->
                            !file.startsWith(archive) && !file.toString().equals(sheet))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            var bytes = Files.readAllBytes(file);
            if (!file.toString().endsWith(".pdf")) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
            try (var document = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(document).replaceAll("\\s", "");
            }
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static void collect(CommandSpec command, String name, Set<String> commands) {
        command.subcommands().forEach((sub, line) -> {
            var whole = (name + " " + sub).strip();
            commands.add(whole);
            collect(line.getCommandSpec(), whole, commands);
        });
    }

    private static CommandSpec program() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var terminal =
                new Terminal(nowhere, nowhere, Map.of(), Clock.systemUTC(), Optional.empty(), false, () -> false);
        var session = new CliSession(terminal, Locale.SIMPLIFIED_CHINESE, CliSession.Form.TEXT);
        return new Program(terminal, () -> {}).commands(session).getCommandSpec();
    }
}

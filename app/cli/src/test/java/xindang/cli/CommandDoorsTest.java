package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Terminal;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.wire.ChangeJson;
import xindang.persistence.Workspace;

/**
 * Tests every option and parameter for free text over the real program. Forbidden words are typed into each one and
 * must not be stored. The list comes from the commands, so a new option needs a row here.
 */
class CommandDoorsTest extends ShellOffice {
    private static final String BLOOD = "血型AB型";

    /** Placeholders in a command line: the forbidden words, a record, a clean sheet, an empty folder. */
    private static final String PROBE = "PROBE";

    private static final String RECORD = "RECORD";
    private static final String SHEET = "SHEET";
    private static final String OUT = "OUT";

    /** The command line for each input. */
    private static final Map<String, String> DOORS = new TreeMap<>(Map.ofEntries(
            Map.entry("init --region", "init --region PROBE --user 张敏"),
            Map.entry("init --user", "init --region 230184101 --user PROBE"),
            Map.entry("init --device", "init --region 230184101 --user 张敏 --device PROBE"),
            Map.entry("import --sheet", "import SHEET --sheet PROBE"),
            Map.entry("import --village", "import SHEET --village PROBE"),
            Map.entry("import --undo", "import --undo PROBE"),
            Map.entry("import --consent", "import SHEET --consent paper:PROBE --signed-on 2026-11-01"),
            Map.entry(
                    "import --consent-pass",
                    "import SHEET --consent-pass paper:PROBE --to 五常农商行 --for 贷款 --signed-on 2026-11-01"),
            Map.entry(
                    "import --to",
                    "import SHEET --consent-pass paper:2026-7 --to PROBE --for 贷款 --signed-on 2026-11-01"),
            Map.entry("import --for", "import SHEET --consent-pass paper:2026-7 --to 五常农商行 --for PROBE"),
            Map.entry("import --signed-on", "import SHEET --consent paper:2026-7 --signed-on PROBE"),
            Map.entry("import --until", "import SHEET --consent paper:2026-7 --signed-on 2026-11-01 --until PROBE"),
            Map.entry("list --region", "list --region PROBE"),
            Map.entry("list --after", "list --after PROBE"),
            Map.entry("show ID", "show PROBE"),
            Map.entry("show --purpose", "show RECORD --full --purpose PROBE"),
            Map.entry("consent ID", "consent PROBE --give --on 2026-11-01 --notice-on 2026-11-01"),
            Map.entry("consent --use", "consent RECORD --give --use PROBE --on 2026-11-01 --notice-on 2026-11-01"),
            Map.entry("consent --items", "consent RECORD --give --items PROBE --on 2026-11-01 --notice-on 2026-11-01"),
            Map.entry(
                    "consent --to",
                    "consent RECORD --give --use pass-on --to PROBE --for 贷款 --on 2026-11-01 --notice-on 2026-11-01"),
            Map.entry(
                    "consent --for",
                    "consent RECORD --give --use pass-on --to 五常农商行 --for PROBE --on 2026-11-01 --notice-on 2026-11-01"),
            Map.entry("consent --on", "consent RECORD --give --on PROBE --notice-on 2026-11-01"),
            Map.entry("consent --notice-on", "consent RECORD --give --on 2026-11-01 --notice-on PROBE"),
            Map.entry("consent --until", "consent RECORD --give --on 2026-11-01 --notice-on 2026-11-01 --until PROBE"),
            Map.entry("consent --paper", "consent RECORD --give --on 2026-11-01 --notice-on 2026-11-01 --paper PROBE"),
            Map.entry("consent --reason", "consent RECORD --refuse --on 2026-11-01 --reason PROBE"),
            Map.entry("erase ID", "erase PROBE --reason 本人要求删除 --yes"),
            Map.entry("erase --reason", "erase RECORD --reason PROBE --yes"),
            Map.entry("edit ID", "edit PROBE file.note=常住"),
            Map.entry("edit PATH=VALUE", "edit RECORD file.note=PROBE"),
            Map.entry("edit --date", "edit RECORD file.village=230102001001 --move --date PROBE --reason 迁居"),
            Map.entry("edit --reason", "edit RECORD file.village=230102001001 --move --date 2026-11-01 --reason PROBE"),
            Map.entry("search TEXT", "search PROBE"),
            Map.entry("search --region", "search 王 --region PROBE"),
            Map.entry("rate --form", "rate --form PROBE --region 230184101"),
            Map.entry("rate --region", "rate --region PROBE"),
            Map.entry("rate --id", "rate --id PROBE"),
            Map.entry("report --id", "report household --id PROBE -o OUT --purpose 本人查询"),
            Map.entry("report --region", "report household --region PROBE -o OUT --purpose 本人查询"),
            Map.entry("report --purpose", "report household --id RECORD -o OUT --purpose PROBE"),
            Map.entry("report --issuer", "report household --id RECORD -o OUT --purpose 本人查询 --issuer PROBE"),
            Map.entry(
                    "report --recipient",
                    "report household --id RECORD -o OUT --purpose 本人查询 --audience self --recipient PROBE"),
            Map.entry("enrol --platform", "enrol --platform PROBE --code ABCD-1234"),
            Map.entry("enrol --code", "enrol --platform http://127.0.0.1:9 --code PROBE"),
            Map.entry("conflicts --purpose", "conflicts --full --purpose PROBE"),
            Map.entry("resolve ID", "resolve PROBE kept"),
            Map.entry("resolve kept|offered|value=...", "resolve 00000000-0000-7000-8000-000000000001 value=PROBE"),
            Map.entry("doctor --today", "doctor --today PROBE"),
            Map.entry("platform --db", "platform --db PROBE"),
            Map.entry("platform code --region", "platform code --data OUT --region PROBE")));

    /** Inputs whose text is only compared and never stored. Their commands may succeed without a result. */
    private static final Set<String> SEARCHES = Set.of("search TEXT");

    @Test
    void everyDoorOfTheCommandsHasARow() {
        var doors = new TreeSet<String>();
        collect(commands(), "", doors);
        assertEquals(
                doors,
                new TreeSet<>(DOORS.keySet()),
                "an option or parameter with free words needs a row in CommandDoorsTest, and a question to Gate");
    }

    @Test
    void whatTheLawForbidsPassesNoDoor() throws IOException {
        init();
        var sheet = Roster.write(folder.resolve("roster.xlsx"), new Roster().rows(2))
                .toString();
        shell.json(0, "import", sheet, "--archive", archive);
        var record = ids(shell.json(0, "list", "--archive", archive)).get(0);
        var holes = new ArrayList<String>();
        for (var door : DOORS.entrySet()) {
            var out = Files.createDirectories(
                    folder.resolve("out/" + door.getKey().replaceAll("\\W", "-")));
            var words = Stream.of(door.getValue().split(" ")).map(word -> word.replace(PROBE, BLOOD)
                    .replace(RECORD, record)
                    .replace(SHEET, sheet)
                    .replace(OUT, out + "/"));
            var place =
                    door.getKey().startsWith("init") ? folder.resolve("none").toString() : archive;
            var code = shell.run(
                    Stream.concat(words, Stream.of("--archive", place)).toArray(String[]::new));
            if (code == 0 && !SEARCHES.contains(door.getKey())) {
                holes.add(door.getKey() + " was accepted: " + shell.out());
            }
            if (code == 70) {
                holes.add(door.getKey() + " failed inside: " + shell.err());
            }
            if (shell.out().contains(BLOOD)) {
                holes.add(door.getKey() + " prints it: " + shell.out());
            }
            if (files(out).stream()
                    .anyMatch(file -> !file.getFileName().toString().startsWith("xindang"))) {
                holes.add(door.getKey() + " writes " + files(out));
            }
            if (holds(folder)) {
                holes.add(door.getKey() + " leaves it in a file");
            }
        }
        assertFalse(Files.exists(folder.resolve("none")), "no archive is made for it");
        assertEquals(List.of(), holes);
        assertFalse(kept().contains(BLOOD), "the archive keeps it");
    }

    private String kept() {
        var text = new StringBuilder();
        try (var workspace = Workspace.open(
                Path.of(archive), Shell.PASSWORD.toCharArray(), ShippedTemplates.load(), Clock.systemUTC())) {
            var last = workspace.exchange().counts().waiting();
            assertTrue(last > 0);
            workspace.exchange().texts(1, last).forEach(text::append);
            for (var setting : List.of("exchange.membership", "exchange.key", "exchange.platform-epoch")) {
                workspace.exchange().setting(setting).ifPresent(text::append);
            }
            workspace.exchange().own(0, Integer.MAX_VALUE).forEach(change -> text.append(ChangeJson.write(change)));
        }
        return text.toString();
    }

    /**
     * Returns true if a file below a folder contains the words in plain bytes, such as a log or an unfinished report.
     */
    private static boolean holds(Path folder) throws IOException {
        for (var file : files(folder)) {
            if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(BLOOD)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static void collect(CommandSpec command, String name, Set<String> doors) {
        command.args().stream()
                .filter(arg -> isText(arg) && !arg.inherited())
                .forEach(arg -> doors.add((name + " " + label(arg)).strip()));
        command.subcommands().forEach((sub, line) -> collect(line.getCommandSpec(), (name + " " + sub).strip(), doors));
    }

    private static boolean isText(ArgSpec arg) {
        return Stream.of(arg.auxiliaryTypes()).anyMatch(String.class::equals)
                || arg.type().equals(String.class);
    }

    private static String label(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static CommandSpec commands() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var terminal =
                new Terminal(nowhere, nowhere, Map.of(), Clock.systemUTC(), Optional.empty(), false, () -> false);
        var session = new CliSession(terminal, Locale.SIMPLIFIED_CHINESE, CliSession.Form.TEXT);
        return new Program(terminal, () -> {}).commands(session).getCommandSpec();
    }
}

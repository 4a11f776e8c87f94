package xindang.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.cli.exchange.PlatformCommand;
import xindang.cli.shell.Terminal;
import xindang.model.json.JsonValue;

/** A person at the command line who types commands and reads the output. */
final class Shell {
    static final String PASSWORD = "一个很长的密码 7";

    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> typed = new ArrayList<>();
    private PlatformCommand.Serving serving = () -> {};
    private Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    private boolean atKeyboard;
    private String out = "";
    private String err = "";

    /** @param home used as the user's data folder */
    Shell(Path home) {
        this.home = home;
        environment.put("XDG_DATA_HOME", home.toString());
        environment.put("XINDANG_PASSWORD", PASSWORD);
    }

    Shell withPassword(String password) {
        environment.put("XINDANG_PASSWORD", password);
        return this;
    }

    Shell withRecoveryKey(String key) {
        environment.put("XINDANG_RECOVERY_KEY", key);
        return this;
    }

    /** Removes password and recovery key from the environment. These texts are typed instead. */
    Shell typing(String... passwords) {
        environment.remove("XINDANG_PASSWORD");
        environment.remove("XINDANG_RECOVERY_KEY");
        atKeyboard = true;
        typed.addAll(List.of(passwords));
        return this;
    }

    /** Removes the password and the keyboard, as in a script. */
    Shell withoutPassword() {
        environment.remove("XINDANG_PASSWORD");
        return this;
    }

    /** Sets the clock ahead, or behind by a negative duration. */
    Shell whoseClockIsAhead(Duration ahead) {
        clock = Clock.offset(clock, ahead);
        return this;
    }

    /** Sets the work to do while the platform runs. */
    Shell whileServing(PlatformCommand.Serving meanwhile) {
        serving = meanwhile;
        return this;
    }

    /** Runs a command and returns its exit code. */
    int run(String... args) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        Optional<Terminal.Prompt> keyboard = atKeyboard
                ? Optional.of(question ->
                        typed.isEmpty() ? new char[0] : typed.remove(0).toCharArray())
                : Optional.empty();
        var terminal = new Terminal(
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8),
                environment,
                clock,
                keyboard,
                false,
                () -> false);
        var code = new Program(terminal, serving).run(args);
        out = output.toString(StandardCharsets.UTF_8);
        err = errors.toString(StandardCharsets.UTF_8);
        return code;
    }

    /** Runs a command, checks its exit code and returns its JSON object. */
    JsonValue json(int code, String... args) {
        var all = new ArrayList<>(List.of(args));
        all.add("--json");
        assertEquals(code, run(all.toArray(String[]::new)), () -> out + err);
        assertEquals(1, out.lines().count(), "one JSON object and nothing else on standard output");
        return JsonValue.parse(out);
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    Path home() {
        return home;
    }
}

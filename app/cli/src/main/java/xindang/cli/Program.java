package xindang.cli;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import xindang.cli.archive.ConsentCommand;
import xindang.cli.archive.Doctor;
import xindang.cli.archive.Edit;
import xindang.cli.archive.EraseCommand;
import xindang.cli.archive.Init;
import xindang.cli.archive.ListCommand;
import xindang.cli.archive.Recover;
import xindang.cli.archive.Search;
import xindang.cli.archive.Show;
import xindang.cli.exchange.CodeCommand;
import xindang.cli.exchange.Conflicts;
import xindang.cli.exchange.Enrol;
import xindang.cli.exchange.PlatformCommand;
import xindang.cli.exchange.Resolve;
import xindang.cli.exchange.Sync;
import xindang.cli.intake.Import;
import xindang.cli.practice.PracticeCommand;
import xindang.cli.rating.Rate;
import xindang.cli.report.Report;
import xindang.cli.report.Verify;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Terminal;
import xindang.cli.shell.Usage;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.common.Exempt;
import xindang.model.common.Failed;
import xindang.model.value.PersonalNumbers;

/** The command line with all external services as parameters. {@link Main} and the tests run it. */
@Exempt(from = Exempt.Rule.CATCH_ALL, because = "it is the outermost handler of the command line")
public final class Program {
    private final Terminal terminal;
    private final PlatformCommand.Serving serving;

    /**
     * Creates the command line.
     *
     * @param serving waits until the program is stopped, for the platform command
     */
    public Program(Terminal terminal, PlatformCommand.Serving serving) {
        this.terminal = terminal;
        this.serving = serving;
    }

    /** Runs one command and returns its exit code; see docs/cli.md. Never throws. */
    public int run(String... args) {
        var json = Arrays.asList(args).contains("--json");
        var session = new CliSession(terminal, locale(args), json ? CliSession.Form.JSON : CliSession.Form.TEXT);
        try {
            return commands(session).execute(args);
        } catch (RuntimeException e) {
            return failed(session, e);
        }
    }

    /** Returns the language. It is needed before picocli reads the options, because usage errors are printed in it. */
    private static Locale locale(String... args) {
        var all = List.of(args);
        var at = all.indexOf("--lang");
        var named = at >= 0 && at + 1 < all.size() ? all.get(at + 1) : "";
        return named.equals("en") || all.contains("--lang=en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    CommandLine commands(CliSession session) {
        var commands = new CommandLine(new Xindang(session), unwired())
                .addSubcommand(new Init(session))
                .addSubcommand(new Import(session))
                .addSubcommand(new ListCommand(session))
                .addSubcommand(new Show(session))
                .addSubcommand(new ConsentCommand(session))
                .addSubcommand(new EraseCommand(session))
                .addSubcommand(new Edit(session))
                .addSubcommand(new Search(session))
                .addSubcommand(new Rate(session))
                .addSubcommand(new Report(session))
                .addSubcommand(new Verify(session))
                .addSubcommand(new Enrol(session))
                .addSubcommand(new Sync(session))
                .addSubcommand(new Conflicts(session))
                .addSubcommand(new Resolve(session))
                .addSubcommand(new Doctor(session))
                .addSubcommand(new Recover(session))
                .addSubcommand(
                        new CommandLine(new PlatformCommand(session, serving)).addSubcommand(new CodeCommand(session)))
                .addSubcommand(new PracticeCommand(session));
        commands.setResourceBundle(session.text().bundle());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        commands.setParameterExceptionHandler((wrong, args) -> usage(session, wrong));
        commands.setExecutionExceptionHandler((failure, line, parsed) -> failed(session, failure));
        describe(session, commands.getCommandSpec(), "");
        return commands;
    }

    /** Returns the default factory. All commands are created here, so picocli creates none. */
    private static CommandLine.IFactory unwired() {
        return CommandLine.defaultFactory();
    }

    private static void describe(CliSession session, CommandSpec command, String above) {
        var usage = command.usageMessage();
        var name = above + command.name();
        usage.description(session.text().of("help.command." + name));
        usage.synopsisHeading(session.text().of("help.synopsis") + " ");
        usage.commandListHeading("%n" + session.text().of("help.commands") + "%n");
        usage.optionListHeading("%n");
        usage.synopsisSubcommandLabel("COMMAND");
        usage.width(100);
        usage.adjustLineBreaksForWideCJKCharacters(true);
        command.subcommands().values().forEach(sub -> describe(session, sub.getCommandSpec(), name + "."));
    }

    private int usage(CliSession session, ParameterException wrong) {
        return report(session, ErrorCode.USAGE, sentence(session, wrong))
                .noting(session.text()
                        .of(
                                "usage.help",
                                wrong.getCommandLine().getCommandSpec().qualifiedName()));
    }

    private static String sentence(CliSession session, ParameterException wrong) {
        var text = session.text();
        if (wrong instanceof CommandLine.MissingParameterException missing) {
            return text.of(
                    "usage.missing",
                    missing.getMissing().stream().map(Program::name).collect(Collectors.joining(" ")));
        }
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return text.of("usage.unknown", PersonalNumbers.masked(String.join(" ", unmatched.getUnmatched())));
        }
        if (wrong.getArgSpec() != null && wrong.getValue() != null) {
            return text.of("usage.value", name(wrong.getArgSpec()), PersonalNumbers.masked(wrong.getValue()));
        }
        return text.of("usage.other", PersonalNumbers.masked(String.valueOf(wrong.getMessage())));
    }

    private static String name(CommandLine.Model.ArgSpec spec) {
        return spec instanceof CommandLine.Model.OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    private int failed(CliSession session, Exception failure) {
        var cause = failure instanceof InvocationTargetException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (cause instanceof Usage usage) {
            return report(session, usage.code(), usage.sentence()).code();
        }
        var known = cause instanceof AppException app ? app : new AppException(ErrorCode.INTERNAL, "unexpected", cause);
        if (known.code() != ErrorCode.CANCELLED) {
            LoggerFactory.getLogger(Program.class).error("{}: {}", known.code(), new Failed(known));
        }
        return report(session, known.code(), session.sentences().of(known)).code();
    }

    private Reported report(CliSession session, ErrorCode code, String sentence) {
        if (session.form() == CliSession.Form.JSON) {
            session.answer(
                    new Json().put("error", new Json().put("code", code.name()).put("message", sentence)), List.of());
        }
        session.note(sentence);
        if (code == ErrorCode.INTERNAL) {
            session.note(session.text().of("log", session.dataFolder().log()));
        }
        return new Reported(session, code.exitCode());
    }

    private record Reported(CliSession session, int code) {
        int noting(String line) {
            session.note(line);
            return code;
        }
    }
}

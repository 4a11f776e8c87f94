package xindang.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import xindang.cli.shell.CliSession;
import xindang.model.common.ErrorCode;

/** The root command with the options that all commands share. */
@Command(name = "xindang", version = "信档 Xindang 0.1.0")
final class Xindang implements java.util.concurrent.Callable<Integer> {
    private final CliSession session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Xindang(CliSession session) {
        this.session = session;
    }

    @Option(names = "--archive", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "help.archive")
    void archive(Path folder) {
        session.useArchive(folder);
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, descriptionKey = "help.json")
    void json(boolean wanted) {
        // read in Program, because usage errors need it too
    }

    @Option(names = "--lang", paramLabel = "zh|en", scope = ScopeType.INHERIT, descriptionKey = "help.lang")
    void language(Language wanted) {
        // read in Program, because usage errors need it too
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            descriptionKey = "help.help")
    void help(boolean wanted) {
        // picocli prints it
    }

    @Option(names = "--version", versionHelp = true, descriptionKey = "help.version")
    void version(boolean wanted) {
        // picocli prints it
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(session.terminal().err());
        return ErrorCode.USAGE.exitCode();
    }

    /** The supported languages. */
    enum Language {
        ZH,
        EN
    }
}

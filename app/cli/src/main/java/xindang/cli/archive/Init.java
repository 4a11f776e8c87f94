package xindang.cli.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.model.law.Gate;
import xindang.model.law.TextDoor;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;
import xindang.persistence.Workspace;

/** Creates an archive. */
@Command(name = "init")
public final class Init implements Callable<Integer> {
    private final CliSession session;

    @Option(names = "--region", required = true, paramLabel = "CODE", descriptionKey = "help.init.region")
    private String region = "";

    @Option(names = "--user", required = true, paramLabel = "NAME", descriptionKey = "help.init.user")
    private String user = "";

    @Option(names = "--device", paramLabel = "NAME", descriptionKey = "help.init.device")
    private String device = "PC";

    public Init(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var text = session.text();
        var folder = session.archive();
        if (Workspace.exists(folder)) {
            throw new Usage(text.of("init.exists", folder));
        }
        if (Workspace.holdsRemains(folder)) {
            throw new Usage(ErrorCode.FILE_DAMAGED, text.of("init.remains", folder));
        }
        if (!Workspace.isFree(folder)) {
            throw new Usage(text.of("init.notEmpty", folder));
        }
        if (user.isBlank()) {
            throw new Usage(text.of("init.user"));
        }
        if (!device.matches("[A-Za-z0-9][A-Za-z0-9-]{0,15}")) {
            throw new Usage(text.of("init.device", device));
        }
        // every change of this archive contains both
        Gate.words(TextDoor.NAME, user)
                .or(() -> Gate.words(TextDoor.TEXT, device))
                .ifPresent(why -> {
                    throw new Usage(session.sentence(why));
                });
        var code = region(region);
        var password = session.newPassword();
        var created = created(folder, code.padded(), password);
        try (var workspace = created.workspace()) {
            var info = workspace.info();
            var place = Divisions.harbin().fullPath(code);
            session.answer(
                    new Json()
                            .put("archive", folder.toAbsolutePath().toString())
                            .put("region", info.region())
                            .put("regionName", place)
                            .put("user", info.user())
                            .put("device", info.device())
                            .put("recoveryKey", created.recoveryKey()),
                    List.of(
                            text.of("init.made", place, folder.toAbsolutePath()),
                            text.of("init.recovery"),
                            "",
                            "    " + created.recoveryKey(),
                            ""));
        }
        return 0;
    }

    private Workspace.Created created(Path folder, String padded, char[] password) {
        try {
            return session.create(folder, padded, user.strip(), device, password);
        } catch (AppException e) {
            throw switch (e.code()) {
                case NOT_FOUND, NOT_WRITTEN, UNREADABLE ->
                    new Usage(ErrorCode.NOT_WRITTEN, session.text().of("init.place", folder));
                default -> e;
            };
        }
    }

    private DivisionCode region(String typed) {
        var reading = DivisionCode.read(typed);
        if (reading.value().isEmpty()) {
            throw new Usage(reading.failure().map(session::sentence).orElse(typed));
        }
        var code = reading.get();
        if (Divisions.harbin().find(code).isEmpty()) {
            throw new AppException(ErrorCode.NOT_FOUND, "no division " + code, typed);
        }
        return code;
    }
}

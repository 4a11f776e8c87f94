package xindang.cli.archive;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;

/** Opens an archive with its recovery key and sets a new password. */
@Command(name = "recover")
public final class Recover implements Callable<Integer> {
    private final CliSession session;

    public Recover(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var workspace = session.openWithRecovery()) {
            var password = session.newPassword();
            try {
                workspace.changePassword(password);
            } finally {
                Arrays.fill(password, '\0');
            }
            var folder = session.archive().toAbsolutePath().toString();
            session.answer(
                    new Json()
                            .put("archive", folder)
                            .put("user", workspace.info().user()),
                    List.of(session.text().of("recover.done", folder)));
        }
        return 0;
    }
}

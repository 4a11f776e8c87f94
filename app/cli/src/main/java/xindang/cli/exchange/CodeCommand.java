package xindang.cli.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.model.common.AppException;
import xindang.model.region.Divisions;
import xindang.model.value.DivisionCode;
import xindang.platform.Platform;

/** Creates a one-time code for one device. The platform may be running or not. */
@Command(name = "code")
public final class CodeCommand implements Callable<Integer> {
    private final CliSession session;

    @Option(names = "--data", required = true, paramLabel = "DIR", descriptionKey = "help.platform.data")
    private Path data = Path.of("");

    @Option(names = "--region", required = true, paramLabel = "CODE", descriptionKey = "help.platform.region")
    private String region = "";

    public CodeCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var reading = DivisionCode.read(region);
        if (reading.value().isEmpty()) {
            throw new Usage(reading.failure().map(session::sentence).orElse(region));
        }
        var unit = reading.get();
        var known = Platform.isAt(data);
        var code = code(unit);
        if (!known) {
            session.note(session.text().of("platform.new", data.toAbsolutePath()));
        }
        session.answer(
                new Json().put("code", code).put("region", unit.digits()),
                List.of(session.text().of("platform.code", Divisions.harbin().fullPath(unit)), code));
        return 0;
    }

    private String code(DivisionCode unit) {
        try {
            return Platform.code(data, session.clock(), unit.digits());
        } catch (AppException e) {
            throw new Usage(e.code(), session.text().of("platform.folder", data.toAbsolutePath()));
        }
    }
}

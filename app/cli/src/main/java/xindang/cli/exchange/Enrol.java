package xindang.cli.exchange;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.Json;
import xindang.cli.shell.Usage;
import xindang.model.value.DivisionCode;

/** Enrols the archive at a platform with a one-time code. */
@Command(name = "enrol")
public final class Enrol implements Callable<Integer> {
    private final CliSession session;

    @Option(names = "--platform", required = true, paramLabel = "URL", descriptionKey = "help.enrol.platform")
    private String platform = "";

    @Option(names = "--code", required = true, paramLabel = "CODE", descriptionKey = "help.enrol.code")
    private String code = "";

    public Enrol(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var address = address();
        try (var desk = session.open()) {
            var region = DivisionCode.of(desk.region()).digits();
            desk.engine().enrol(address, code, region, desk.store().device());
            session.answer(
                    new Json()
                            .put("platform", address.toString())
                            .put("device", desk.store().device())
                            .put("region", region),
                    List.of(session.text().of("enrol.done", address)));
        }
        return 0;
    }

    private URI address() {
        try {
            var address = URI.create(platform.strip());
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new Usage(session.text().of("enrol.address", platform));
        }
        throw new Usage(session.text().of("enrol.address", platform));
    }
}

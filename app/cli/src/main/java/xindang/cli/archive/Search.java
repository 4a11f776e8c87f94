package xindang.cli.archive;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.RegionCodes;
import xindang.cli.shell.SubjectKind;
import xindang.cli.shell.Usage;

/** Finds records by a part of their data. */
@Command(name = "search")
public final class Search implements Callable<Integer> {
    private final CliSession session;

    @Parameters(index = "0", paramLabel = "TEXT", descriptionKey = "help.search.text")
    private String typed = "";

    @Option(names = "--as", paramLabel = "KIND", descriptionKey = "help.as")
    private @Nullable SubjectKind kind;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
    private String region = "";

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "help.limit")
    private int limit = 50;

    public Search(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Usage(session.text().of("usage.limit"));
        }
        if (typed.isBlank()) {
            throw new Usage(session.text().of("usage.search"));
        }
        try (var desk = session.open()) {
            var pages = new ListCommand.Pages(
                    desk, SubjectKind.of(Optional.ofNullable(kind)), RegionCodes.prefix(session, region));
            var page = pages.page(typed, Optional.empty(), limit);
            var moved = pages.moved().page(typed, Optional.empty(), limit);
            var lines = new Lines(desk, session.text());
            session.answer(lines.json(page, moved), lines.text(page, moved));
        }
        return 0;
    }
}

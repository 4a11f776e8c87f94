package xindang.cli.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import xindang.cli.shell.CliSession;
import xindang.cli.shell.RegionCodes;
import xindang.cli.shell.SubjectKind;
import xindang.cli.shell.Usage;
import xindang.cli.shell.UseCases;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;

/** Lists records in pages: households first, then the other types. */
@Command(name = "list")
public final class ListCommand implements Callable<Integer> {
    private final CliSession session;

    @Option(names = "--as", paramLabel = "KIND", descriptionKey = "help.as")
    private @Nullable SubjectKind kind;

    @Option(names = "--region", paramLabel = "CODE", descriptionKey = "help.region")
    private String region = "";

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "help.limit")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "ID", descriptionKey = "help.list.after")
    private @Nullable String after;

    public ListCommand(CliSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Usage(session.text().of("usage.limit"));
        }
        var from = Optional.ofNullable(after).map(session::id);
        try (var desk = session.open()) {
            var page = new Pages(desk, SubjectKind.of(Optional.ofNullable(kind)), RegionCodes.prefix(session, region))
                    .page("", from, limit);
            var lines = new Lines(desk, session.text());
            session.answer(lines.json(page), lines.text(page));
        }
        return 0;
    }

    /** Pages over several types as one list. */
    static final class Pages {
        private static final int MOST = 1000;

        private final UseCases desk;
        private final List<String> types;
        private final String region;
        private final Set<RecordSummary.Status> statuses;

        Pages(UseCases desk, List<String> types, String region) {
            this(desk, types, region, Set.of());
        }

        private Pages(UseCases desk, List<String> types, String region, Set<RecordSummary.Status> statuses) {
            this.desk = desk;
            this.types = types;
            this.region = region;
            this.statuses = statuses;
        }

        /** Returns the pages of records that moved out, without a region. */
        Pages moved() {
            return new Pages(desk, types, "", Set.of(RecordSummary.Status.MOVED));
        }

        xindang.model.archive.Page<RecordSummary> page(String typed, Optional<UUID> after, int limit) {
            var items = new ArrayList<RecordSummary>();
            var total = 0L;
            var counted = true;
            var started = after.map(id -> desk.record(id).type());
            for (var type : types) {
                var filter = new RecordFilter(type, region, typed, statuses);
                var here = started.filter(type::equals).isPresent();
                var passed = started.isPresent() && !here;
                var at = here ? after : Optional.<UUID>empty();
                var whole = desk.store().list(filter, RecordFilter.Window.first(1));
                total += whole.total();
                counted &= whole.counted();
                if (here) {
                    started = Optional.empty();
                }
                if (!passed) {
                    fill(filter, at, limit, items);
                }
            }
            return new xindang.model.archive.Page<>(items, total, counted);
        }

        private void fill(RecordFilter filter, Optional<UUID> after, int limit, List<RecordSummary> items) {
            var at = after;
            while (items.size() < limit) {
                var wanted = Math.min(MOST, limit - items.size());
                var page = desk.store().list(filter, new RecordFilter.Window(at, wanted));
                items.addAll(page.items());
                if (page.items().size() < wanted) {
                    return;
                }
                at = Optional.of(page.items().get(page.items().size() - 1).id());
            }
        }
    }
}

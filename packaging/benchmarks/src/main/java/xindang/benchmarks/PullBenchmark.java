package xindang.benchmarks;

import java.net.http.HttpClient;
import java.util.ArrayList;
import xindang.model.common.Exempt;
import xindang.model.common.Progress;
import xindang.model.practice.PracticeRoster;
import xindang.persistence.Workspace;
import xindang.platform.Platform;
import xindang.sync.SyncEngine;

/**
 * Measures what it costs to receive 20,000 households from the platform in an archive that has 100,000 others, which it
 * has exchanged before. The baseline is the same exchange into an empty archive. The time includes the platform.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class PullBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int THERE = 5 * ROWS;
    private static final int WARM = 1_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final String TOWN = PracticeRoster.TOWN.digits();

    /** Processor time in seconds of the same exchange into an empty archive and into a large one. */
    private record Taken(double empty, double large) {}

    private PullBenchmark() {}

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        measure(WARM, WARM);
        var taken = new ArrayList<Taken>();
        for (var round = 0; round < ROUNDS; round++) {
            taken.add(measure(ROWS, THERE));
        }
        var what = String.format("%,d households from the platform into an archive of %,d", ROWS, THERE);
        tell(new Result(
                what + ": processor time / into an empty one",
                2,
                "x",
                Spread.of(taken.stream().map(it -> it.large / it.empty).toList())));
        tell(new Result(
                "- into an empty one",
                0,
                "s",
                Spread.of(taken.stream().map(Taken::empty).toList())));
        tell(new Result(
                "- into the large one",
                0,
                "s",
                Spread.of(taken.stream().map(Taken::large).toList())));
    }

    private static Taken measure(int sent, int there) throws Exception {
        return new Taken(measured(sent, 0), measured(sent, there));
    }

    /** Returns the time of the last of four steps: an archive sends what it has, another one adds its own, and the first receives that. */
    private static double measured(int sent, int there) throws Exception {
        try (var scratch = Scratch.make()) {
            var office = Office.in(scratch);
            var config = Platform.Config.local(0, scratch.at("platform"), office.templates(), office.clock());
            try (var platform = Platform.start(config);
                    var receiver = office.archive("receiver", "LL-02");
                    var sender = office.archive("sender", "LL-01")) {
                if (there > 0) {
                    office.take(receiver, office.register("there.xlsx", 21, there));
                }
                var receiving = enrolled(office, receiver, platform);
                receiving.sync(Progress.NONE);
                var sending = enrolled(office, sender, platform);
                sending.sync(Progress.NONE);
                office.take(sender, office.register("sent.xlsx", 20, sent));
                var changes = sending.sync(Progress.NONE).sent();
                return Meter.processor(() -> received(receiving, changes));
            }
        }
    }

    private static SyncEngine enrolled(Office office, Workspace workspace, Platform platform) {
        var engine = new SyncEngine(workspace.exchange(), HttpClient.newHttpClient(), office.clock());
        engine.enrol(
                platform.address(), platform.code(TOWN), TOWN, workspace.info().device());
        return engine;
    }

    private static void received(SyncEngine engine, int changes) {
        var received = engine.sync(Progress.NONE).received();
        if (received != changes) {
            throw new IllegalStateException(received + " of " + changes + " changes received");
        }
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

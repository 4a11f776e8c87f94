package xindang.benchmarks;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Exempt;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.practice.Invented;
import xindang.model.practice.PracticeRoster;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;
import xindang.platform.Platform;
import xindang.sync.SyncEngine;

/**
 * Measures the exchange of 5,000 changes from one archive to the platform and into a second archive. The baseline is
 * plain inserts of the same changes into two similar databases. Half of the changes create households, half correct a
 * phone.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
@Exempt(from = Exempt.Rule.CLOCK, because = "it measures on the machine's own time")
public final class ExchangeBenchmark {
    private static final int HOUSEHOLDS = 2_500;
    private static final int ROUNDS = 9;
    private static final String TOWN = PracticeRoster.TOWN.digits();

    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock, new SecureRandom());
    private final ShippedTemplates templates = ShippedTemplates.load();
    private final TemplateRef household = templates.get("household").ref();
    private final String village =
            Divisions.harbin().villagesIn(PracticeRoster.TOWN).get(0).code().padded();

    private ExchangeBenchmark() {}

    /** The times of one round in seconds, of the wall clock and of the processor. */
    private record Round(double wall, double processor, double plainWall, double plainProcessor) {}

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        var rounds = new ArrayList<Round>();
        for (var round = -1; round < ROUNDS; round++) {
            var done = new ExchangeBenchmark().round();
            if (round >= 0) {
                rounds.add(done);
            }
        }
        var wall = rounds.stream().map(r -> r.wall() / r.plainWall()).toList();
        var processor =
                rounds.stream().map(r -> r.processor() / r.plainProcessor()).toList();
        tell(new Result(
                "5,000 changes to the platform and into a second archive: time / plain inserts",
                3,
                "x",
                Spread.of(wall)));
        tell(new Result("- the same in processor time", 0, "x", Spread.of(processor)));
        tell(new Result(
                "- the product",
                0,
                "s",
                Spread.of(rounds.stream().map(Round::wall).toList())));
        tell(new Result(
                "- plain inserts into two databases",
                0,
                "s",
                Spread.of(rounds.stream().map(Round::plainWall).toList())));
    }

    private Round round() throws Exception {
        try (var scratch = Scratch.make();
                var platform = Platform.start(Platform.Config.local(0, scratch.at("platform"), templates, clock));
                var first = archive(scratch, "LL-01");
                var second = archive(scratch, "LL-02")) {
            var up = enrolled(first, platform);
            var down = enrolled(second, platform);
            var changes = changes(first);
            var product = new double[2];
            product[1] = Meter.processor(() -> product[0] = Meter.wall(() -> {
                var sent = up.sync(Progress.NONE).sent();
                var received = down.sync(Progress.NONE).received();
                if (sent != changes.size() || received != changes.size()) {
                    throw new IllegalStateException(sent + " sent, " + received + " received");
                }
            }));
            var plain = new double[2];
            try (var one = new PlainChanges(scratch.at("one"), "");
                    var two = new PlainChanges(scratch.at("two"), ";CIPHER=AES")) {
                plain[1] = Meter.processor(() -> plain[0] = Meter.wall(() -> {
                    one.insert(changes);
                    two.insert(changes);
                }));
            }
            return new Round(product[0], product[1], plain[0], plain[1]);
        }
    }

    private Workspace archive(Scratch scratch, String device) {
        var setup = new Workspace.Setup(PracticeRoster.TOWN.padded(), "王海燕", device, Argon2.Cost.TRIAL);
        return Workspace.create(scratch.at(device), setup, "practice".toCharArray(), templates, clock)
                .workspace();
    }

    private SyncEngine enrolled(Workspace workspace, Platform platform) {
        var engine = new SyncEngine(workspace.exchange(), HttpClient.newHttpClient(), clock);
        engine.enrol(
                platform.address(), platform.code(TOWN), TOWN, workspace.info().device());
        return engine;
    }

    private List<Change> changes(Workspace workspace) {
        var invented = new Invented(5, LocalDate.of(2026, 11, 18));
        var made = new ArrayList<Draft>();
        var corrected = new ArrayList<Draft>();
        for (var i = 0; i < HOUSEHOLDS; i++) {
            var person = invented.person(24, 76);
            var id = ids.next();
            var phone = person.phone().toString();
            made.add(draft(
                    id,
                    List.of(
                            FieldChange.set("file.village", village),
                            FieldChange.set("head.name", person.name().toString()),
                            FieldChange.set("head.number", person.number().toString()),
                            FieldChange.set("head.phone", phone),
                            FieldChange.set("file.group", "三组"))));
            corrected.add(draft(
                    id,
                    List.of(new FieldChange(
                            "head.phone",
                            Optional.of(phone),
                            Optional.of(invented.phone().toString())))));
        }
        var changes = new ArrayList<>(workspace.archives().save(made).changes());
        changes.addAll(workspace.archives().save(corrected).changes());
        return changes;
    }

    private Draft draft(UUID record, List<FieldChange> fields) {
        return new Draft(ids.next(), record, household, fields, "王海燕", clock.instant(), "screen", List.of());
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

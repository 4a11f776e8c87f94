package xindang.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import xindang.model.archive.ArchiveStore;
import xindang.model.archive.Draft;
import xindang.model.archive.FieldChange;
import xindang.model.archive.RecordFilter;
import xindang.model.archive.RecordSummary;
import xindang.model.archive.TemplateRef;
import xindang.model.common.Exempt;
import xindang.model.common.Ids;
import xindang.model.practice.Invented;
import xindang.model.practice.InventedPerson;
import xindang.model.region.Division;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.value.DivisionCode;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;

/** Measures searches among the 200,000 households of a county, and single saves into the same archive. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
@Exempt(from = Exempt.Rule.CLOCK, because = "it measures on the machine's own time")
public final class SearchBenchmark {
    private static final int HOUSEHOLDS = 200_000;
    private static final int BATCH = 20_000;
    private static final int QUERIES = 2_000;
    private static final int SAVES = 500;
    private static final int ROUNDS = 5;
    private static final int PAGE = 50;
    private static final int KINDS = 12;
    private static final List<String> PINYIN =
            List.of("w", "wang", "wangxiu", "li", "zhangg", "zeng", "chenjun", "ouyang", "z", "liuyu");
    private static final List<String> INITIALS = List.of("w", "wx", "wxy", "lg", "zgj", "oy", "z", "cjf");
    private static final String COUNTY = "230184";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    private final ArchiveStore store;
    private final Clock clock = Clock.systemUTC();
    private final Ids ids = new Ids(clock, new SecureRandom());
    private final Invented invented = new Invented(200, TODAY);
    private final Random random = new Random(200);
    private final TemplateRef household;
    private final List<Division> villages = Divisions.harbin().villagesIn(DivisionCode.of(COUNTY));
    private final List<Person> people = new ArrayList<>();

    private SearchBenchmark(ArchiveStore store, TemplateRef household) {
        this.store = store;
        this.household = household;
    }

    /** A person whom the queries search for. */
    private record Person(UUID id, String region, InventedPerson person) {}

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        var templates = ShippedTemplates.load();
        try (var scratch = Scratch.make()) {
            var setup = new Workspace.Setup("230184000000", "王海燕", "WC-01", Argon2.Cost.TRIAL);
            var created = Workspace.create(
                    scratch.at("archive"), setup, "practice".toCharArray(), templates, Clock.systemUTC());
            try (var workspace = created.workspace()) {
                var benchmark = new SearchBenchmark(
                        workspace.archives(), templates.get("household").ref());
                benchmark.fill();
                benchmark.search();
                benchmark.save(scratch);
            }
        }
    }

    private void fill() {
        for (var made = 0; made < HOUSEHOLDS; made += BATCH) {
            var drafts = new ArrayList<Draft>();
            for (var i = 0; i < BATCH; i++) {
                drafts.add(household());
            }
            store.save(drafts);
        }
    }

    private Draft household() {
        var village = villages.get(random.nextInt(villages.size())).code().padded();
        var person = invented.person(24, 76);
        var id = ids.next();
        if (people.size() < QUERIES) {
            people.add(new Person(id, village, person));
        }
        return draft(
                id,
                List.of(
                        FieldChange.set("file.village", village),
                        FieldChange.set("head.name", person.name().toString()),
                        FieldChange.set("head.number", person.number().toString()),
                        FieldChange.set("head.phone", person.phone().toString())));
    }

    private Draft draft(UUID record, List<FieldChange> fields) {
        return new Draft(ids.next(), record, household, fields, "王海燕", clock.instant(), "screen", List.of());
    }

    private void search() throws Exception {
        var processor = new ArrayList<Double>();
        var slowest = new ArrayList<Double>();
        var usual = new ArrayList<Double>();
        for (var round = -1; round < ROUNDS; round++) {
            var times = new ArrayList<Double>();
            var total = Meter.processor(() -> {
                for (var i = 0; i < QUERIES; i++) {
                    var filter = query(i);
                    times.add(1000 * Meter.wall(() -> store.list(filter, RecordFilter.Window.first(PAGE))));
                }
            });
            if (round >= 0) {
                processor.add(1000 * total / QUERIES);
                slowest.add(Spread.at(times, 0.99));
                usual.add(Spread.at(times, 0.5));
            }
        }
        tell(new Result("search among 200,000 households: p99 of 2,000 mixed queries", 20, "ms", Spread.of(slowest)));
        tell(new Result("- p50", 0, "ms", Spread.of(usual)));
        tell(new Result("- processor time of a query", 0, "ms", Spread.of(processor)));
    }

    private RecordFilter query(int i) {
        var someone = people.get(i % people.size());
        var name = someone.person().name().toString();
        var number = someone.person().number().toString();
        var phone = someone.person().phone().toString();
        var all = RecordFilter.all("household");
        return switch (i % KINDS) {
            case 0 -> all.matching(name);
            case 1 -> all.matching(name.substring(0, 1));
            case 2 -> all.matching(name.substring(1));
            case 3 -> all.matching(PINYIN.get(i / KINDS % PINYIN.size()));
            case 4 -> all.matching(INITIALS.get(i / KINDS % INITIALS.size()));
            case 5 -> all.matching(number.substring(0, 4 + i / KINDS % 12));
            case 6 -> all.matching(number.substring(14));
            case 7 -> all.matching(phone.substring(0, 3 + i / KINDS % 8));
            case 8 -> all.matching(phone.substring(7));
            case 9 -> all.in(someone.region());
            case 10 -> all.in(someone.region()).matching(name.substring(0, 1));
            default ->
                new RecordFilter(
                        "household", someone.region().substring(0, 9), "w", Set.of(RecordSummary.Status.SAVED));
        };
    }

    private void save(Scratch scratch) throws Exception {
        var slow = new ArrayList<Double>();
        var usual = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        for (var round = -1; round < ROUNDS; round++) {
            var times = new ArrayList<Double>();
            for (var i = 0; i < SAVES; i++) {
                var someone = people.get(random.nextInt(people.size()));
                var before = store.find(someone.id()).orElseThrow().content().get("head.phone");
                var after = Optional.of(invented.phone().toString());
                var draft = draft(someone.id(), List.of(new FieldChange("head.phone", before, after)));
                times.add(1000 * Meter.wall(() -> store.save(List.of(draft))));
            }
            var forced = forced(scratch);
            if (round >= 0) {
                slow.add(Spread.at(times, 0.95));
                usual.add(Spread.at(times, 0.5));
                bare.add(forced);
            }
        }
        tell(new Result("a save with fsync into the same archive: p95 of 500", 50, "ms", Spread.of(slow)));
        tell(new Result("- p50", 0, "ms", Spread.of(usual)));
        tell(new Result("- p95 of 1 KB appended to a bare file and forced", 0, "ms", Spread.of(bare)));
    }

    private static double forced(Scratch scratch) throws Exception {
        var times = new ArrayList<Double>();
        try (var file = FileChannel.open(
                scratch.at("bare"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (var i = 0; i < SAVES; i++) {
                times.add(1000 * Meter.wall(() -> append(file)));
            }
        }
        return Spread.at(times, 0.95);
    }

    private static void append(FileChannel file) throws IOException {
        file.write(ByteBuffer.allocate(1024));
        file.force(false);
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

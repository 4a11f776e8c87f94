package xindang.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import xindang.model.common.Exempt;
import xindang.model.common.Ids;
import xindang.model.common.Progress;
import xindang.model.intake.Intake;
import xindang.model.intake.IntakeOptions;
import xindang.model.practice.PracticeRoster;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;
import xindang.persistence.sheet.SheetFiles;
import xindang.persistence.sheet.SheetWriter;

/** Measures the rating of 20,000 households, twice in one archive, until the files are closed. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class RateBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int WARM = 1_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private final Scratch scratch;
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final ShippedTemplates templates = ShippedTemplates.load();
    private final RatingForms forms = RatingForms.shipped();

    /** Processor time of two ratings of all households, in seconds, and the sizes of the files at the end. */
    private record Taken(double first, double second, double size) {}

    private RateBenchmark(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        try (var scratch = Scratch.make()) {
            new RateBenchmark(scratch).measure();
        }
    }

    private void measure() throws Exception {
        rate("warm", WARM);
        var taken = new ArrayList<Taken>();
        for (var round = 0; round < ROUNDS; round++) {
            taken.add(rate("round-" + round, ROWS));
        }
        var rows = String.format("%,d", ROWS);
        var what =
                "rating " + rows + " households, -Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m: processor time";
        tell(new Result(what, 10, "s", of(taken, Taken::first)));
        tell(new Result("- once more", 10, "s", of(taken, Taken::second)));
        tell(new Result("- the database after both / the ledger", 4, "x", of(taken, Taken::size)));
    }

    private static Spread of(List<Taken> taken, ToDoubleFunction<Taken> figure) {
        return Spread.of(taken.stream().map(figure::applyAsDouble).toList());
    }

    private Taken rate(String name, int households) throws Exception {
        var file = scratch.at(name + ".xlsx");
        var rows = new PracticeRoster(20, LocalDate.of(2026, 11, 18)).rows(households);
        SheetWriter.write(file, "花名册", PracticeRoster.HEADER, rows);
        var folder = scratch.at(name);
        var setup = new Workspace.Setup("230184101000", "王海燕", "LL-03", Argon2.Cost.TRIAL);
        var created = Workspace.create(folder, setup, "practice".toCharArray(), templates, clock);
        try (var workspace = created.workspace()) {
            take(workspace, file);
            var first = Meter.processor(() -> rate(workspace, households));
            var again = Meter.processor(() -> rate(workspace, households));
            var second = again + Meter.processor(workspace::close);
            return new Taken(
                    first,
                    second,
                    (double) Files.size(folder.resolve("archive.mv.db")) / Files.size(folder.resolve("ledger.xdl")));
        }
    }

    private void take(Workspace workspace, Path file) {
        var sheets = SheetFiles.read(file, Progress.NONE);
        var ids = new Ids(clock, new SecureRandom());
        var intake = new Intake(templates, Divisions.harbin(), workspace.archives(), ids, clock, PracticeRoster.TOWN);
        intake.run(sheets, IntakeOptions.of("household", "王海燕").withPaperConsent("2026-01"), Progress.NONE);
    }

    private void rate(Workspace workspace, int households) {
        var ratings = new Ratings(workspace.archives(), templates, forms, new Ids(clock, new SecureRandom()), clock);
        var rated = ratings.rateRegion(ratings.form("household"), "230184101", "王海燕", Progress.NONE);
        if (rated.done() != households) {
            throw new IllegalStateException(rated.done() + " households were rated");
        }
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

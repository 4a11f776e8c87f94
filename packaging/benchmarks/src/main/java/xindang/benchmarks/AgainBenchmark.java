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
import xindang.model.intake.IntakeResult;
import xindang.model.practice.PracticeRoster;
import xindang.model.region.Divisions;
import xindang.model.shipped.ShippedTemplates;
import xindang.persistence.Workspace;
import xindang.persistence.keys.Argon2;
import xindang.persistence.sheet.SheetFiles;
import xindang.persistence.sheet.SheetWriter;

/**
 * Measures what an import costs in an archive that is not empty: as many other households, and the same file again. The
 * baseline is the first import of the same run.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class AgainBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int WARM = 2_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private final Scratch scratch;
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final ShippedTemplates templates = ShippedTemplates.load();

    /** Processor time of three imports into one archive, in seconds, and its files at the end. */
    private record Taken(double first, double others, double same, double size) {}

    private AgainBenchmark(Scratch scratch) {
        this.scratch = scratch;
    }

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        try (var scratch = Scratch.make()) {
            new AgainBenchmark(scratch).measure();
        }
    }

    private void measure() throws Exception {
        imports("warm", roster("warm-1.xlsx", 1, WARM), roster("warm-2.xlsx", 2, WARM), WARM);
        var first = roster("first.xlsx", 20, ROWS);
        var others = roster("others.xlsx", 21, ROWS);
        var taken = new ArrayList<Taken>();
        for (var round = 0; round < ROUNDS; round++) {
            taken.add(imports("round-" + round, first, others, ROWS));
        }
        var rows = String.format("%,d", ROWS);
        var what = rows + " other households into an archive of " + rows + ", -Xmx"
                + (Runtime.getRuntime().maxMemory() >> 20) + "m";
        tell(new Result(what + ": processor time / the first import", 2, "x", of(taken, it -> it.others / it.first)));
        tell(new Result("- the same file again / the first import", 2, "x", of(taken, it -> it.same / it.first)));
        tell(new Result("- the first import", 0, "s", of(taken, Taken::first)));
        tell(new Result("- the others", 0, "s", of(taken, Taken::others)));
        tell(new Result("- the same again", 0, "s", of(taken, Taken::same)));
        tell(new Result("- the database after all of it / the ledger", 4, "x", of(taken, Taken::size)));
    }

    private static Spread of(List<Taken> taken, ToDoubleFunction<Taken> figure) {
        return Spread.of(taken.stream().map(figure::applyAsDouble).toList());
    }

    private Path roster(String name, long seed, int households) {
        var file = scratch.at(name);
        var rows = new PracticeRoster(seed, LocalDate.of(2026, 11, 18)).rows(households);
        SheetWriter.write(file, "花名册", PracticeRoster.HEADER, rows);
        return file;
    }

    private Taken imports(String folder, Path first, Path others, int households) throws Exception {
        var setup = new Workspace.Setup("230184101000", "王海燕", "LL-03", Argon2.Cost.TRIAL);
        var created = Workspace.create(scratch.at(folder), setup, "practice".toCharArray(), templates, clock);
        try (var workspace = created.workspace()) {
            var one = Meter.processor(() -> take(workspace, first));
            var two = Meter.processor(() -> take(workspace, others));
            var three = Meter.processor(() -> {
                if (take(workspace, first).unchanged() != households) {
                    throw new IllegalStateException("the same file changed something");
                }
            });
            return new Taken(
                    one,
                    two,
                    three,
                    (double) Files.size(scratch.at(folder).resolve("archive.mv.db"))
                            / Files.size(scratch.at(folder).resolve("ledger.xdl")));
        }
    }

    private IntakeResult take(Workspace workspace, Path file) {
        var sheets = SheetFiles.read(file, Progress.NONE);
        var ids = new Ids(clock, new SecureRandom());
        var intake = new Intake(templates, Divisions.harbin(), workspace.archives(), ids, clock, PracticeRoster.TOWN);
        return intake.run(sheets, IntakeOptions.of("household", "王海燕").withPaperConsent("2026-01"), Progress.NONE);
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

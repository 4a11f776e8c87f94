package xindang.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import xindang.model.common.Exempt;

/**
 * Measures what an import costs in an archive that is not empty: as many other households, and the same file again. The
 * baseline is the first import of the same run.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class AgainBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int WARM = 2_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private final Office office;

    /** Processor time of three imports into one archive, in seconds, and its files at the end. */
    private record Taken(double first, double others, double same, double size) {}

    private AgainBenchmark(Office office) {
        this.office = office;
    }

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        try (var scratch = Scratch.make()) {
            new AgainBenchmark(Office.in(scratch)).measure();
        }
    }

    private void measure() throws Exception {
        imports("warm", office.register("warm-1.xlsx", 1, WARM), office.register("warm-2.xlsx", 2, WARM), WARM);
        var first = office.register("first.xlsx", 20, ROWS);
        var others = office.register("others.xlsx", 21, ROWS);
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

    private Taken imports(String folder, Path first, Path others, int households) throws Exception {
        try (var workspace = office.archive(folder, "LL-03")) {
            var one = Meter.processor(() -> office.take(workspace, first));
            var two = Meter.processor(() -> office.take(workspace, others));
            var three = Meter.processor(() -> {
                if (office.take(workspace, first).unchanged() != households) {
                    throw new IllegalStateException("the same file changed something");
                }
            });
            return new Taken(
                    one,
                    two,
                    three,
                    (double) Files.size(office.scratch().at(folder).resolve("archive.mv.db"))
                            / Files.size(office.scratch().at(folder).resolve("ledger.xdl")));
        }
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

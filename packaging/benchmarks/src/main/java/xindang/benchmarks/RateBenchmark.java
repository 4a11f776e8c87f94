package xindang.benchmarks;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import xindang.model.common.Exempt;
import xindang.model.common.Progress;
import xindang.model.rating.RatingForms;
import xindang.model.rating.Ratings;
import xindang.persistence.Workspace;

/** Measures the rating of 20,000 households, twice in one archive, until the files are closed. */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class RateBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 20_000);
    private static final int WARM = 1_000;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);

    private final Office office;
    private final RatingForms forms = RatingForms.shipped();

    /** Processor time of two ratings of all households, in seconds, and the sizes of the files at the end. */
    private record Taken(double first, double second, double size) {}

    private RateBenchmark(Office office) {
        this.office = office;
    }

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        try (var scratch = Scratch.make()) {
            new RateBenchmark(Office.in(scratch)).measure();
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
        var file = office.register(name + ".xlsx", 20, households);
        var folder = office.scratch().at(name);
        try (var workspace = office.archive(name, "LL-03")) {
            office.take(workspace, file);
            var first = Meter.processor(() -> rate(workspace, households));
            var again = Meter.processor(() -> rate(workspace, households));
            var second = again + Meter.processor(workspace::close);
            return new Taken(
                    first,
                    second,
                    (double) Files.size(folder.resolve("archive.mv.db")) / Files.size(folder.resolve("ledger.xdl")));
        }
    }

    private void rate(Workspace workspace, int households) {
        var ratings = new Ratings(workspace.archives(), office.templates(), forms, office.ids(), office.clock());
        var rated = ratings.rateRegion(ratings.form("household"), "230184101", "王海燕", Progress.NONE);
        if (rated.done() != households) {
            throw new IllegalStateException(rated.done() + " households were rated");
        }
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

package xindang.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import xindang.model.common.Exempt;

/**
 * Measures the import of a roster of 20,000 households. The baseline is fastexcel-reader and plain inserts of the same
 * cells. The product also maps columns, checks each value, makes records, changes and search keys, and writes a ledger.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class ImportBenchmark {
    private static final int ROWS = 20_000;
    private static final int WARM = 2_000;
    private static final int ROUNDS = 9;
    private static final int COLUMNS = 27;

    private final Office office;

    /**
     * Processor time of an import in seconds, before and after closing the file. H2 does part of the work of a large
     * transaction only when the file is closed, so the import ends there.
     */
    private record Taken(double open, double closed) {
        static Taken by(Meter.Work close, Meter.Work work) throws Exception {
            var open = Meter.processor(work);
            return new Taken(open, open + Meter.processor(close));
        }
    }

    private ImportBenchmark(Office office) {
        this.office = office;
    }

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        try (var scratch = Scratch.make()) {
            new ImportBenchmark(Office.in(scratch)).measure();
        }
    }

    private void measure() throws Exception {
        var small = office.register("small.xlsx", 20, WARM);
        ours(small, WARM, "warm-ours");
        bare(small, "warm-bare");
        var file = office.register("roster.xlsx", 20, ROWS);
        var ours = new ArrayList<Taken>();
        var bare = new ArrayList<Taken>();
        for (var round = 0; round < ROUNDS; round++) {
            bare.add(bare(file, "bare-" + round));
            ours.add(ours(file, ROWS, "ours-" + round));
        }
        var what = "import of 20,000 rows, -Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m";
        tell(new Result(
                what + ": processor time / reader and inserts alone", 3, "x", ratios(ours, bare, Taken::closed)));
        tell(new Result("- the product", 0, "s", spread(ours, Taken::closed)));
        tell(new Result("- fastexcel-reader and plain JDBC", 0, "s", spread(bare, Taken::closed)));
        tell(new Result("- before the files are closed: ratio", 0, "x", ratios(ours, bare, Taken::open)));
        tell(new Result("- the product", 0, "s", spread(ours, Taken::open)));
        tell(new Result("- fastexcel-reader and plain JDBC", 0, "s", spread(bare, Taken::open)));
    }

    private static Spread spread(List<Taken> taken, ToDoubleFunction<Taken> seconds) {
        return Spread.of(taken.stream().map(seconds::applyAsDouble).toList());
    }

    private static Spread ratios(List<Taken> ours, List<Taken> bare, ToDoubleFunction<Taken> seconds) {
        var ratios = new ArrayList<Double>();
        for (var i = 0; i < ours.size(); i++) {
            ratios.add(seconds.applyAsDouble(ours.get(i)) / seconds.applyAsDouble(bare.get(i)));
        }
        return Spread.of(ratios);
    }

    private Taken ours(Path file, int households, String folder) throws Exception {
        try (var workspace = office.archive(folder, "LL-03")) {
            return Taken.by(workspace::close, () -> {
                var result = office.take(workspace, file);
                if (result.created() != households) {
                    throw new IllegalStateException(result.created() + " households were made");
                }
            });
        }
    }

    private Taken bare(Path file, String name) throws Exception {
        try (var database = new PlainDatabase(office.scratch().at(name), COLUMNS)) {
            return Taken.by(database::close, () -> database.insert(read(file)));
        }
    }

    private static List<List<String>> read(Path file) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var workbook = new ReadableWorkbook(file.toFile());
                var stream = workbook.getFirstSheet().openStream()) {
            stream.forEach(row -> rows.add(cells(row)));
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>(row.getCellCount());
        for (var i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getCellText(i));
        }
        return cells;
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

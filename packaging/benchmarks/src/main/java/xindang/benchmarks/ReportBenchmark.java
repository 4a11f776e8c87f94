package xindang.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import xindang.model.common.Exempt;
import xindang.reports.ReportLayouts;
import xindang.reports.font.Fonts;
import xindang.reports.layout.PaperPage;

/**
 * Measures the processor time of 500 household reports. The baseline is plain PDFBox calls that draw the same glyphs
 * and lines in the same run. The product also lays out, attaches the data, and writes PDF/A metadata and digests.
 */
@Exempt(from = Exempt.Rule.CONSOLE, because = "it tells its results to the process that started it")
public final class ReportBenchmark {
    private static final int REPORTS = 500;
    private static final int WARM = 60;
    private static final int ROUNDS = 3;

    private ReportBenchmark() {}

    /** Prints the results. */
    public static void main(String[] arguments) throws Exception {
        var reports = new ReportLayouts(Fonts.bundled(), Locale.SIMPLIFIED_CHINESE);
        var contents = new InventedReports().households(REPORTS);
        var laid = new ArrayList<List<PaperPage>>();
        contents.forEach(content -> laid.add(reports.pages(content)));
        var bare = new BarePaper();
        for (var i = 0; i < WARM; i++) {
            reports.pdf(contents.get(i));
            bare.draw(laid.get(i));
        }
        var ratios = new ArrayList<Double>();
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            ours.add(1000.0 / REPORTS * Meter.processor(() -> contents.forEach(reports::pdf)));
            theirs.add(1000.0
                    / REPORTS
                    * Meter.processor(() -> {
                        for (var pages : laid) {
                            bare.draw(pages);
                        }
                    }));
            ratios.add(ours.get(round) / theirs.get(round));
        }
        var what = "500 household reports, -Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m";
        tell(new Result(what + ": processor time / the same glyphs and lines by PDFBox", 2, "x", Spread.of(ratios)));
        tell(new Result("- the product, one report", 0, "ms", Spread.of(ours)));
        tell(new Result("- bare PDFBox, one report", 0, "ms", Spread.of(theirs)));
    }

    private static void tell(Result result) {
        System.out.println(result.line());
    }
}

package xindang.desktop.report;

import java.time.Duration;
import java.util.Optional;
import xindang.desktop.Bench;
import xindang.model.region.Divisions;
import xindang.model.report.Reports;
import xindang.model.report.Surroundings;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.value.DivisionCode;

/** Creates the report services of a bench. */
public final class Presses {
    private static final xindang.reports.ReportLayouts PAPER = xindang.reports.ReportLayouts.standard();

    private Presses() {}

    public static Press of(Bench bench, Printing printing) {
        var divisions = Divisions.harbin();
        var surroundings = new Surroundings(
                code -> divisions.fullPath(DivisionCode.of(code)),
                code -> divisions.shortName(DivisionCode.of(code)),
                () -> Optional.of(Bench.CLOCK.instant().minus(Duration.ofDays(2))),
                "https://platform.example.cn");
        var reports =
                new Reports(bench.store, ShippedTemplates.load(), bench.ratings, surroundings, bench.ids, Bench.CLOCK);
        return new Press(reports, PAPER, () -> "五常市拉林满族镇人民政府", name -> {}, printing);
    }
}

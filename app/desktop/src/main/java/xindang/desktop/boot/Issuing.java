package xindang.desktop.boot;

import java.time.Clock;
import xindang.desktop.report.Press;
import xindang.desktop.report.SystemPrinting;
import xindang.desktop.ui.Office;
import xindang.model.region.Divisions;
import xindang.model.report.Reports;
import xindang.model.report.Surroundings;
import xindang.model.value.DivisionCode;
import xindang.sync.SyncEngine;

/** What reports need of an open archive: its surroundings, the paper, the printer, and who answers for them. */
final class Issuing {
    /** Printed where a report can be verified as long as no platform is known. */
    private static final String NO_PLATFORM = "xindang:";

    /** Where the name of the office is kept when it is another. */
    private static final String ISSUER = "report.issuer";

    /** Province, city, county, township: what is below has no government but a committee. */
    private static final int TO_TOWNSHIP = 4;

    private Issuing() {}

    static Press press(Office office, SyncEngine engine, Clock clock) {
        var divisions = office.divisions();
        var surroundings = new Surroundings(
                code -> divisions.fullPath(DivisionCode.of(code)),
                office::place,
                () -> office.exchange().lastExchange(),
                engine.platform()
                        .map(address -> address.toString().replaceFirst("/+$", ""))
                        .orElse(NO_PLATFORM));
        var reports =
                new Reports(office.store(), office.templates(), office.ratings(), surroundings, office.ids(), clock);
        return new Press(
                reports,
                xindang.reports.ReportLayouts.standard(),
                () -> office.exchange().setting(ISSUER).orElseGet(() -> issuer(divisions, office.region())),
                name -> office.exchange().setting(ISSUER, name),
                new SystemPrinting());
    }

    /** The office that signs reports unless another is named: 五常市拉林满族镇人民政府. */
    private static String issuer(Divisions divisions, DivisionCode region) {
        var path = divisions.path(region);
        var name = new StringBuilder();
        path.subList(Math.max(0, path.size() - 2), path.size()).forEach(division -> name.append(division.shortName()));
        return name.append(path.size() > TO_TOWNSHIP ? "村民委员会" : "人民政府").toString();
    }
}

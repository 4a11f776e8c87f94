package xindang.desktop.boot;

import java.time.Clock;
import xindang.desktop.office.Office;
import xindang.desktop.report.Press;
import xindang.desktop.report.SystemPrinting;
import xindang.model.region.Divisions;
import xindang.model.report.Reports;
import xindang.model.report.Surroundings;
import xindang.model.value.DivisionCode;
import xindang.sync.SyncEngine;

/** Creates the report services of an open archive: its surroundings, renderer, printer and signing office. */
final class Issuing {
    /** Printed as the address for verification while no platform is known. */
    private static final String NO_PLATFORM = "xindang:";

    /** The setting with another name of the signing office. */
    private static final String ISSUER = "report.issuer";

    /**
     * Number of levels down to a township: province, city, county, township. A village has a committee, no government.
     */
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

    /** Returns the default office that signs reports, such as 五常市拉林满族镇人民政府. */
    private static String issuer(Divisions divisions, DivisionCode region) {
        var path = divisions.path(region);
        var name = new StringBuilder();
        path.subList(Math.max(0, path.size() - 2), path.size()).forEach(division -> name.append(division.shortName()));
        return name.append(path.size() > TO_TOWNSHIP ? "村民委员会" : "人民政府").toString();
    }
}

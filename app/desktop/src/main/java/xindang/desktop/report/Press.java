package xindang.desktop.report;

import java.util.function.Consumer;
import java.util.function.Supplier;
import xindang.model.report.Reports;

/**
 * What it takes to issue a report.
 *
 * @param reports what reports say, and which were issued
 * @param paper how they look
 * @param issuer name of the office that answers for them
 * @param keepIssuer remembers another name for the reports to come; neither is called on the screen thread
 */
public record Press(
        Reports reports,
        xindang.reports.ReportLayouts paper,
        Supplier<String> issuer,
        Consumer<String> keepIssuer,
        Printing printing) {}

package xindang.desktop.report;

import java.util.function.Consumer;
import java.util.function.Supplier;
import xindang.model.report.Reports;

/**
 * The services that issue a report.
 *
 * @param reports prepares reports and records issued ones
 * @param paper lays out the pages
 * @param issuer returns the name of the issuing office; called in the background
 * @param keepIssuer saves another name for later reports; called in the background
 * @param printing the printer
 */
public record Press(
        Reports reports,
        xindang.reports.ReportLayouts paper,
        Supplier<String> issuer,
        Consumer<String> keepIssuer,
        Printing printing) {}

/**
 * Reports: choice of a subject, preview, and issue by print or PDF.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.report.ReportFeature} adds reports to the rail and opens a report.
 * <li>{@link xindang.desktop.report.ReportViewModel} prepares the report, runs the checks and issues it.
 * <li>{@link xindang.desktop.report.Press} is the set of services: content, layout, issuing office and printer.
 * <li>{@code ReportView} is the page. {@code IssuePane} is its right side, {@code ScreenPainter} draws a page.
 * <li>{@code IssueChecks} runs the checks. {@link xindang.desktop.report.Printing} is the interface to a printer.
 * </ul>
 *
 * <p>A person enters a purpose and chooses an audience. The model prepares the content, or refuses with reasons. The
 * {@code reports} module lays out the pages. Printing or saving first writes the log entry.
 *
 * <p>This package decides neither the content nor the masking. Begin with {@code ReportViewModel}.
 */
@NullMarked
package xindang.desktop.report;

import org.jspecify.annotations.NullMarked;

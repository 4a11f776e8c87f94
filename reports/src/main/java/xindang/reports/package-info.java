/**
 * Prints reports. {@link xindang.reports.ReportLayouts} turns the content of a report into pages for a screen, or into
 * a PDF file with its data attached. {@link xindang.reports.layout} places the content on pages,
 * {@link xindang.reports.pdf} writes the file, {@link xindang.reports.font} contains the fonts, and
 * {@link xindang.reports.verify} checks a printed file.
 *
 * <p>The package does not decide what a report contains or who may see it; {@code xindang.model.report} does.
 */
@NullMarked
package xindang.reports;

import org.jspecify.annotations.NullMarked;

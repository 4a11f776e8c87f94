/**
 * The commands that print reports and check printed ones.
 *
 * <p>{@link xindang.cli.report.Report} prints reports through {@link xindang.cli.report.Issue}. Each report is in the
 * query log before its file gets its name. {@link xindang.cli.report.Verify} checks files without an archive. The model
 * prepares the content and the {@code reports} module lays out the pages.
 */
@NullMarked
package xindang.cli.report;

import org.jspecify.annotations.NullMarked;

/**
 * The content of printed reports, as values without layout.
 *
 * <ul>
 * <li>{@link Reports} prepares a report for a {@link Request}. It saves each issued report and its query.
 * <li>{@link ReportDescription} is a kind of report as data: a list of {@link Part}. {@link Parts} reads them from
 * JSON.
 * <li>{@link Dossier} holds the lawful data from which each part makes its {@link Section}.
 * <li>{@link ReportContent} is the finished content, masked for its audience. {@link ReportJson} writes it as JSON,
 * whose digest is in the QR code.
 * <li>{@link ReportCheck} checks the data of a report file without an archive.
 * </ul>
 *
 * <p>A record flows from the store through {@link xindang.model.law.Gate} into a {@link Dossier}, through the parts
 * into sections, and then to the module reports, which makes the PDF. Begin with {@link Reports#prepare}.
 */
@NullMarked
package xindang.model.report;

import org.jspecify.annotations.NullMarked;

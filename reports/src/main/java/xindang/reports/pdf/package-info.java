/**
 * Writes pages as PDF/A-3b. No other package writes PDF.
 * <ul>
 * <li>{@link xindang.reports.pdf.PdfFile} is one file: pages, attachments and metadata.
 * <li>{@link xindang.reports.pdf.PdfPainter} turns the elements of a page into {@link xindang.reports.pdf.Operators}.
 * <li>{@link xindang.reports.pdf.EmbeddedFont} embeds the used part of a font.
 * <li>{@link xindang.reports.pdf.PageDigest} computes the digest that {@link xindang.reports.verify} compares.
 * </ul>
 *
 * <p>The same input always gives the same bytes. Therefore the package uses no clock and no random number, and writes
 * page contents, fonts and metadata itself. PDFBox writes the structure of the file. Begin reading at
 * {@link xindang.reports.pdf.PdfFile}.
 */
@NullMarked
package xindang.reports.pdf;

import org.jspecify.annotations.NullMarked;

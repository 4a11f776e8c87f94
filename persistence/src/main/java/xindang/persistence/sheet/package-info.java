/**
 * Reads and writes spreadsheets of offices.
 * <ul>
 * <li>{@link xindang.persistence.sheet.SheetFiles} reads a file. Its first bytes decide between .xlsx, .xls, .csv, a web page
 * and the XML of Excel 2003.
 * <li>{@code XlsxSheets}, {@code XlsSheets}, {@code CsvSheet}, {@code HtmlSheets} and {@code XmlSheets} read one format each.
 * <li>{@link xindang.persistence.sheet.SheetWriter} writes a sheet in which each cell is text.
 * <li>{@link xindang.persistence.sheet.ProblemWorkbook} writes rejected rows with the reasons.
 * </ul>
 *
 * <p>Limits on bytes, rows and cells protect the memory. Formulas are not computed. The package does not interpret
 * columns; the intake of the model does. Begin reading at {@link xindang.persistence.sheet.SheetFiles}.
 */
@NullMarked
package xindang.persistence.sheet;

import org.jspecify.annotations.NullMarked;

/**
 * Spreadsheets of offices. {@link xindang.persistence.sheet.SheetFiles} reads .xlsx, .xls and .csv.
 * {@link xindang.persistence.sheet.ProblemWorkbook} writes rejected rows with the reasons, and
 * {@link xindang.persistence.sheet.SheetWriter} writes other sheets. The package does not interpret columns; the intake
 * of the model does.
 */
@NullMarked
package xindang.persistence.sheet;

import org.jspecify.annotations.NullMarked;

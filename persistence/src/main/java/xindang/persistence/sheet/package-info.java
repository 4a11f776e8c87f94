/** Spreadsheets as offices keep them: reading .xlsx, .xls and .csv, and giving rejected rows back. */
@NullMarked
package xindang.persistence.sheet;

import org.jspecify.annotations.NullMarked;

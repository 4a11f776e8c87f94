/** Draws display lists as PDF/A-3b. The only package that writes PDF. */
@NullMarked
package xindang.reports.pdf;

import org.jspecify.annotations.NullMarked;

/** Tests of font files and subsets. */
@NullMarked
package xindang.reports.font;

import org.jspecify.annotations.NullMarked;

/** Tests of line breaking. */
@NullMarked
package xindang.reports.layout;

import org.jspecify.annotations.NullMarked;

/** Tests of the layout layer. */
@NullMarked
package xindang.reports.layout;

import org.jspecify.annotations.NullMarked;

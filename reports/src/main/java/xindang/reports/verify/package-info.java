/** Tells from a printed file alone, without a network, whether it still says what was issued. */
@NullMarked
package xindang.reports.verify;

import org.jspecify.annotations.NullMarked;

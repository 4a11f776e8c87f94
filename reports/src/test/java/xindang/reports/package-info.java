/** Tests of paper. */
@NullMarked
package xindang.reports;

import org.jspecify.annotations.NullMarked;

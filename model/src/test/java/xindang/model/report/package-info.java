/** Tests of report assembly: what is in a report, for whom, and whether it can be checked. */
@NullMarked
package xindang.model.report;

import org.jspecify.annotations.NullMarked;

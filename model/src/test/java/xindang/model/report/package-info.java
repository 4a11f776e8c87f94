/** Tests of the content of reports, of their audiences and of their check. */
@NullMarked
package xindang.model.report;

import org.jspecify.annotations.NullMarked;

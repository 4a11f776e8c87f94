/** Tests of the report page with the real layout and a printer that records its jobs. */
@NullMarked
package xindang.desktop.report;

import org.jspecify.annotations.NullMarked;

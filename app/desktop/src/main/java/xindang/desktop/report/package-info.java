/** Reports: the pages as they will be printed, why and for whom, and how they leave the office. */
@NullMarked
package xindang.desktop.report;

import org.jspecify.annotations.NullMarked;

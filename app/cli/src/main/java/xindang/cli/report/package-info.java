/** Commands that print reports and tell whether a printed one is genuine. */
@NullMarked
package xindang.cli.report;

import org.jspecify.annotations.NullMarked;

/** Commands that make, list, show, change and check archives. */
@NullMarked
package xindang.cli.archive;

import org.jspecify.annotations.NullMarked;

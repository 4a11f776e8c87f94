/** The list of archives, tested without a toolkit. */
@NullMarked
package xindang.desktop.archive;

import org.jspecify.annotations.NullMarked;

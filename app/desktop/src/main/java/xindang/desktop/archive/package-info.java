/** The list of archives: search as you type, filter by village and state, and a look at the one that is chosen. */
@NullMarked
package xindang.desktop.archive;

import org.jspecify.annotations.NullMarked;

/** Reports as the page issues them, with the real layout and a printer that only remembers. */
@NullMarked
package xindang.desktop.report;

import org.jspecify.annotations.NullMarked;

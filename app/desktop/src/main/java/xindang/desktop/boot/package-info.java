/** Where the window starts: which archive, which language and look, and what is wired to what. */
@NullMarked
package xindang.desktop.boot;

import org.jspecify.annotations.NullMarked;

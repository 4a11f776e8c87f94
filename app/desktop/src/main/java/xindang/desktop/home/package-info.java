/** The first page: what waits for somebody, how the villages stand, when work was last handed in. */
@NullMarked
package xindang.desktop.home;

import org.jspecify.annotations.NullMarked;

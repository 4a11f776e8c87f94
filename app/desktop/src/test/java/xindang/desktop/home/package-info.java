/** The first page, tested without a toolkit. */
@NullMarked
package xindang.desktop.home;

import org.jspecify.annotations.NullMarked;

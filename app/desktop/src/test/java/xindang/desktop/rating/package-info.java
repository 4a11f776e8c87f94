/** Ratings on screen, tested without a toolkit. */
@NullMarked
package xindang.desktop.rating;

import org.jspecify.annotations.NullMarked;

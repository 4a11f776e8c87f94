/** Tests of the rating pages without JavaFX. */
@NullMarked
package xindang.desktop.rating;

import org.jspecify.annotations.NullMarked;

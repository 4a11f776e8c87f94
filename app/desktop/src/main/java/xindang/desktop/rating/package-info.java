/** The rating of a subject with every reason, and the rating of whole places. */
@NullMarked
package xindang.desktop.rating;

import org.jspecify.annotations.NullMarked;

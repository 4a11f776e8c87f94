/** The command that rates. */
@NullMarked
package xindang.cli.rating;

import org.jspecify.annotations.NullMarked;

/**
 * The command that rates records. {@code Ratings} of the model computes and saves the ratings; this package formats
 * them.
 */
@NullMarked
package xindang.cli.rating;

import org.jspecify.annotations.NullMarked;

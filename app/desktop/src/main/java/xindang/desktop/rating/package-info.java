/**
 * The rating of one subject with all reasons, and the rating of whole places.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.rating.RatingFeature} opens the page for a place.
 * <li>{@link xindang.desktop.rating.RatingViewModel} has the latest rating of one subject and rates it again.
 * <li>{@link xindang.desktop.rating.RegionViewModel} counts the ratings of places and rates all records of one.
 * <li>{@code ScoreLine} is a row of the table of reasons. {@code FormLine} is a row of the rating form.
 * </ul>
 *
 * <p>The model computes a rating. This package only formats it: score, grade, reasons, and the ways to a better grade.
 * It starts a rating in the background through {@code Ratings}. Begin with {@code RatingViewModel}.
 */
@NullMarked
package xindang.desktop.rating;

import org.jspecify.annotations.NullMarked;

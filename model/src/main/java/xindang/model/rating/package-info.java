/**
 * Rating: forms as data, an engine that explains every point, and the use cases that rate a subject or a region.
 *
 * <ul>
 * <li>{@link RatingForm} is a form as data: inputs, blocks of indicators, vetoes, caps and grades.
 * {@link RatingFormReader} reads it from JSON and {@link FormCheck} finds its mistakes.
 * <li>{@link Facts} is the lawful data of a subject. {@link Input} reads named values from it.
 * <li>{@link Rule} gives points for inputs. {@link Rules} contains the kinds of rules. {@link Band} is a range (区间)
 * of a number and its points. {@link Ratio} compares a number with {@link Averages}.
 * <li>{@link Scoring} computes the {@link Rating} with every line. {@link RatingJson} writes its trace, from which the
 * rating can be computed again.
 * <li>{@link Ratings} contains the use cases and stores ratings. {@link Standings} decides whether a stored rating is
 * valid.
 * <li>{@link Ways} lists steps to a better grade.
 * </ul>
 *
 * <p>Data flows from the record through {@link xindang.model.law.Gate} into facts, inputs, points, score and grade. The
 * engine reads no clock and no random number, so the same inputs always give the same rating. The shipped forms are
 * JSON files beside {@link RatingForms}. Begin with {@link Scoring#rate}.
 */
@NullMarked
package xindang.model.rating;

import org.jspecify.annotations.NullMarked;

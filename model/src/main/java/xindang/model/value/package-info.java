/**
 * The values of an archive, and the readers of typed texts: numbers of persons and organisations, divisions, phones,
 * money, areas, dates, counts, names.
 *
 * <p>Each type is immutable and has a method {@code read(String)} that returns a {@link Parsed}: the value with notes,
 * or a {@link xindang.model.common.Violation} with the reason. Reading normalises the form (width, spaces,
 * hyphens, units) and never guesses the content. The method {@code toString()} returns the canonical text that archives
 * store.
 *
 * <ul>
 * <li>{@link ResidentNumber}, {@link CreditCode}, {@link DivisionCode} and {@link Phone} are identifiers with check
 * rules of national standards.
 * <li>{@link Money}, {@link Area}, {@link FloorArea}, {@link Count} and {@link Percent} are numbers with units;
 * {@link Amount} reads their digits.
 * <li>{@link SpokenNumber} and {@link Estimate} handle approximate numbers.
 * <li>{@link PartialDate} is a date whose month or day may be unknown.
 * <li>{@link PlainText} normalises width, spaces and hyphens for all of them.
 * <li>{@link MaskingRule} and {@link PersonalNumbers} hide parts of a number.
 * </ul>
 *
 * <p>The types contain no rule of the law and no field names. Begin with {@link Parsed}, then read
 * {@link ResidentNumber}.
 */
@NullMarked
package xindang.model.value;

import org.jspecify.annotations.NullMarked;

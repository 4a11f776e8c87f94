/**
 * The import of a roster: choose a file, check columns and rows, write them, correct rejected ones.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.intake.IntakeFeature} opens the page. It belongs to the list of records in the rail.
 * <li>{@link xindang.desktop.intake.IntakeViewModel} reads a file, checks it and writes it.
 * <li>{@code Stage} is the stage of the import. {@code PaperFields} has the paper consents of the file.
 * <li>{@code IntakeView} is the page. {@code ColumnCard} shows the columns and {@code ProblemTable} the problems.
 * <li>{@code ProblemLines} masks the problems for the screen. {@code Corrections} changes a cell in memory.
 * </ul>
 *
 * <p>A person chooses a file. {@code Intake} of the model reads it without writing and returns a result with columns
 * and problems. Each change of an option or a cell runs the check again. Writing saves all accepted rows at once.
 *
 * <p>This package applies no rule of the law itself; {@code Intake} does. Begin with {@code IntakeViewModel}.
 */
@NullMarked
package xindang.desktop.intake;

import org.jspecify.annotations.NullMarked;

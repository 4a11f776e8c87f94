/**
 * Import of rosters in the form in which offices keep them.
 *
 * <ul>
 * <li>{@link Intake} runs one import of a {@link Sheet} with {@link IntakeOptions} and returns an {@link IntakeResult}.
 * <li>{@link TableFinder} finds the {@link Table} of a sheet below its titles; {@link ColumnMapper} finds the target of
 * each {@link Column}, by alias and by content.
 * <li>{@link SubjectRows} iterates over the rows of a table that are subjects and passes over those that {@link RowKinds}
 * recognises; {@link RowReader} reads them.
 * <li>{@link PlaceReader} finds the place of a row in its cells, the titles, or the names of sheet and file.
 * <li>{@link TableShapes} decides whether a row is a household or a person. {@link HouseholdRows} groups the rows of persons, and
 * {@link HouseholdReader} reads a household with its members; {@link MemberRows} finds the members in the record.
 * <li>{@link SubjectDrafts} iterates over the drafts of all sheets; {@link SheetReport} collects what becomes of the rows of one.
 * <li>{@link Admission} decides whether a row may become or change a record.
 * <li>{@link RowWriter} makes the draft of a row, and {@link Papers} adds the paper consents.
 * <li>{@link Problem} is a warning or a reason for rejection.
 * </ul>
 *
 * <p>Rows flow from the sheet through {@link SubjectRows}, {@link RowReader}, {@link Admission} and {@link RowWriter} to the store, which
 * saves all drafts at once. Each row is accepted, accepted with warnings, or rejected. Every row is counted: rows =
 * accepted + rejected + rows that are no subject.
 *
 * <p>The package reads no files; the module persistence turns workbooks and CSV into sheets. Begin with
 * {@link Intake#run}.
 */
@NullMarked
package xindang.model.intake;

import org.jspecify.annotations.NullMarked;

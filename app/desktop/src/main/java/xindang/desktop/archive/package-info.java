/**
 * The list of records. It has a search field, filters for place and state, and a preview of the chosen record.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.archive.ArchiveFeature} adds the list to the rail, the navigation bar at the left.
 * <li>{@link xindang.desktop.archive.ArchiveListViewModel} has the filters, the rows of one page and the counts.
 * <li>{@code ArchiveListView} is the page, with {@code ArchiveFilters} at the left and {@code ArchivePreview} at the
 * right.
 * <li>{@code ArchiveRow} is one row as texts. {@code SharedNumbers} finds records with the same document number.
 * </ul>
 *
 * <p>A change of the text or a filter starts a search in the background. Only the newest search is shown. The rows and
 * the counts come from the {@code ArchiveStore}.
 *
 * <p>This package writes nothing and shows no unmasked number. The package {@code form} opens a record. Begin with
 * {@code ArchiveListViewModel}.
 */
@NullMarked
package xindang.desktop.archive;

import org.jspecify.annotations.NullMarked;

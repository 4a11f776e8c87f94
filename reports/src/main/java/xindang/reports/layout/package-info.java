/**
 * Turns the content of a report into pages: lists of drawn elements at absolute positions, in px (96 to the inch) from
 * the upper left corner of an A4 page, in reading order.
 * <ul>
 * <li>{@link xindang.reports.layout.Layout} is the entry: it turns a content into
 * {@link xindang.reports.layout.PaperPage}s.
 * <li>Each kind of section has its block, such as {@link xindang.reports.layout.TableBlock}. A block makes
 * {@link xindang.reports.layout.Slab}s, which are never divided.
 * <li>{@link xindang.reports.layout.Flow} places the slabs on {@link xindang.reports.layout.PageComposer}s and opens
 * new pages.
 * <li>{@link xindang.reports.layout.Type} cleans and measures text; {@link xindang.reports.layout.LineBreaker} breaks
 * it.
 * <li>{@link xindang.reports.layout.Mark} is one drawn element of a page.
 * </ul>
 *
 * <p>The PDF writer and the screen draw these pages and make no decision about the layout. The package uses neither
 * PDF nor JavaFX. Begin reading at {@link xindang.reports.layout.Layout}.
 */
@NullMarked
package xindang.reports.layout;

import org.jspecify.annotations.NullMarked;

/**
 * The fonts of paper and screen.
 * <ul>
 * <li>{@link xindang.reports.font.Fonts} is the set of fonts. It chooses the font that contains a character.
 * <li>{@link xindang.reports.font.TrueType} is one parsed font file: characters, widths and outlines.
 * <li>{@link xindang.reports.font.Subset} writes a font file with only the glyphs of one document.
 * <li>{@link xindang.reports.font.Outline} gives the outline of a glyph, for the watermark.
 * </ul>
 *
 * <p>Font files are parsed once per process. All types are immutable afterwards, so several threads may share them. The
 * package does not place text on a page; {@link xindang.reports.layout} does. Begin reading at
 * {@link xindang.reports.font.Fonts}.
 */
@NullMarked
package xindang.reports.font;

import org.jspecify.annotations.NullMarked;

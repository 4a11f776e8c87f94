/**
 * The bundled typefaces of paper and screen, and what of a font file a document needs: which characters it has, how
 * wide they are, a subset to embed. Parsed once per process and immutable afterwards, so any thread may use them.
 */
@NullMarked
package xindang.reports.font;

import org.jspecify.annotations.NullMarked;

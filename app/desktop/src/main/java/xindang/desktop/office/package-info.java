/**
 * The common parts of pages that use the open archive: its stores and use cases in
 * {@link xindang.desktop.office.Office}, chips (small labels) for states and grades, the notice about consents, and the
 * check of texts by the law. Controls that use no data of an archive are in {@code xindang.desktop.ui}.
 */
@NullMarked
package xindang.desktop.office;

import org.jspecify.annotations.NullMarked;

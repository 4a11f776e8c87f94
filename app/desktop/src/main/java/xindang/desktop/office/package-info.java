/**
 * Parts that many pages use and that know the open archive: its stores and use cases in
 * {@link xindang.desktop.office.Office}, chips for states and grades, the notice about consents, and the check of texts by
 * the law. Controls without domain are in {@code xindang.desktop.ui}.
 */
@NullMarked
package xindang.desktop.office;

import org.jspecify.annotations.NullMarked;

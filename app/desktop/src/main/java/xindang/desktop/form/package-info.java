/**
 * The form of a record. It is built from the template, so one form serves every kind of subject.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.form.FormFeature} opens a form for a place.
 * <li>{@link xindang.desktop.form.FormViewModel} is the record during editing. It knows no node.
 * <li>{@code FormTexts} holds the texts, {@code Saver} writes them, {@code DraftKeeper} stores unsaved ones.
 * <li>{@code FormView} is the page. {@code SectionPane} shows one section and {@code FormSide} the history.
 * <li>{@code ConsentPart} and {@code ConsentSection} show and record consents.
 * </ul>
 *
 * <p>A person types into a field, and the text is stored as unsaved. The field is saved when the focus leaves it.
 * The saver calls the use case of the model in the background. Errors return to their fields, and the history is read
 * again.
 *
 * <p>This package checks no value itself: the use cases and {@code Gate} do that. Begin with {@code FormViewModel}.
 */
@NullMarked
package xindang.desktop.form;

import org.jspecify.annotations.NullMarked;

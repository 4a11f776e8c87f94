/**
 * The form of a record. It is built from the template, so one form serves every kind of subject.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.form.FormFeature} opens a form for a place.
 * <li>{@link xindang.desktop.form.FormViewModel} is the record during editing. It uses no JavaFX node.
 * <li>{@code FormTexts} holds the texts, {@code Saver} saves them, {@code DraftKeeper} stores unsaved ones.
 * <li>{@code FormView} is the page. {@code SectionPane} shows one section and {@code FormSide} the history.
 * <li>{@code ConsentPart} and {@code ConsentSection} show and record consents.
 * </ul>
 *
 * <p>A key pressed in a field changes a property of {@code FormTexts}; {@code DraftKeeper} stores the text as unsaved.
 * When the focus leaves the field, {@code FormViewModel.leave} starts {@code Saver.save} in the background. It calls
 * {@link xindang.model.keeping.Archives#keep}. On the screen thread, {@code FormViewModel.written} then shows errors at
 * their fields, and {@code FormView.showSaved} shows 已保存.
 *
 * <p>This package checks no value itself: the use cases and {@code Gate} do that. Begin with {@code FormViewModel}.
 */
@NullMarked
package xindang.desktop.form;

import org.jspecify.annotations.NullMarked;

/**
 * The building blocks of every page: services, theme and the components of the design guide. It contains no page.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.ui.Desk} is the set of services that a page gets: texts, formats, tasks, dialogs, clock.
 * <li>{@link xindang.desktop.ui.Feature} describes a kind of page. {@link xindang.desktop.ui.Screen} is one page.
 * <li>{@link xindang.desktop.ui.Command} is an action of a page, with its name and shortcut.
 * <li>{@link xindang.desktop.ui.Tasks} runs work in the background and returns the result to the screen thread.
 * <li>{@link xindang.desktop.ui.FormField} is one labelled input. {@link xindang.desktop.ui.Forms} arranges the inputs.
 * </ul>
 *
 * <p>A page passes a {@code Place} to the {@code Navigator}. The shell finds the feature of the place. The feature
 * creates a {@code Screen}, and the shell shows it. A page starts slow work through {@code Tasks}.
 *
 * <p>This package contains nothing about archives. Of the model it uses only failures, sentences and progress. It uses
 * neither the pages nor the shell. Parts of pages that use the archive are in {@code xindang.desktop.office}. Only
 * {@link xindang.desktop.ui.FxTasks} creates threads. All other types may be used only on the screen thread. Begin with
 * {@code Desk} and {@code Screen}.
 */
@NullMarked
package xindang.desktop.ui;

import org.jspecify.annotations.NullMarked;

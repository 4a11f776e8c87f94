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
 * <p>A page asks the {@code Navigator} for a {@code Place}. The shell finds the feature of the place. The feature
 * creates a {@code Screen}, and the shell shows it. A page starts slow work through {@code Tasks}.
 *
 * <p>This package knows no domain: of the model it uses only failures, sentences and progress. It does not know the pages or
 * the shell; parts of pages that know the archive are in {@code xindang.desktop.office}. Only {@link xindang.desktop.ui.FxTasks} creates
 * threads. All other types belong to the screen thread. Begin with {@code Desk} and {@code Screen}.
 */
@NullMarked
package xindang.desktop.ui;

import org.jspecify.annotations.NullMarked;

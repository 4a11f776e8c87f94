/**
 * The use cases of records: begin, edit, move, decide conflicts, record consents, view and erase. Screens and commands
 * call these classes and do not write to the store themselves.
 *
 * <ul>
 * <li>{@link Archives} contains the writing and viewing use cases. It reads the typed texts, checks them, and saves
 * drafts to the {@link xindang.model.archive.ArchiveStore}.
 * <li>{@link TypedValues} turns typed texts into a content.
 * <li>{@link Whereabouts} checks place and number of a subject; {@link xindang.model.law.Gate} checks the law.
 * <li>{@link Outcome} is the result of a use case: a value or the violations by path.
 * <li>{@link Resolution} is a decision about a conflict.
 * <li>{@link Drafts} stores unsaved texts, which are no {@link xindang.model.archive.Draft}s.
 * <li>{@link Erasures} erases a person.
 * </ul>
 *
 * <p>Typed texts flow from {@link Archives} to {@link TypedValues}, then to the checks, then as a draft to the store.
 * If a check finds a violation, nothing is written.
 *
 * <p>A form calls {@link Archives#keep}, and the command {@code edit} calls {@link Archives#edit}. Roster import
 * ({@code intake}) and exchange have their own packages. Begin with {@link Archives#edit}.
 */
@NullMarked
package xindang.model.keeping;

import org.jspecify.annotations.NullMarked;

/**
 * The exchange with the city platform. It shows the counts of changes and lets a person decide conflicts.
 *
 * <p>Main types:
 * <ul>
 * <li>{@link xindang.desktop.sync.SyncFeature} adds the page to the rail. The frame uses its model for the top bar.
 * <li>{@link xindang.desktop.sync.SyncViewModel} starts an exchange, reads conflicts and saves decisions.
 * <li>{@code ConflictReader} converts conflicts into {@code Contested} records with one {@code Clash} for each item.
 * <li>{@code Decision} is the choice of a person before it is saved.
 * <li>{@code SyncView} is the page. {@code ClashCard} shows one conflict, {@code EnrolCard} the enrolment.
 * </ul>
 *
 * <p>An exchange runs in the background through {@code SyncEngine}. Its report gives the notices. New conflicts appear
 * in the inbox. A person decides each item; {@code Archives} of the model saves the decisions.
 *
 * <p>This package merges nothing and sends nothing itself. Begin with {@code SyncViewModel}.
 */
@NullMarked
package xindang.desktop.sync;

import org.jspecify.annotations.NullMarked;

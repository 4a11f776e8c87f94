/**
 * A reference city platform: the exchange gateway and the public report page, on H2 or PostgreSQL.
 * <ul>
 * <li>{@link xindang.platform.Platform} starts and stops everything. It is the only public type.
 * <li>{@link xindang.platform.Gateway} is the HTTP interface. It limits each request and calls one of the types below.
 * <li>{@link xindang.platform.Enrolments} and {@link xindang.platform.Access} admit devices and issue their tokens.
 * <li>{@link xindang.platform.Inbox} accepts batches. {@link xindang.platform.ChangeIntake} decides whether a change is
 * accepted, deferred or rejected. {@link xindang.platform.Turn} merges accepted changes and writes them with their
 * positions.
 * <li>{@link xindang.platform.Outbox} sends the changes of a region to the devices, in the order of their positions.
 * </ul>
 *
 * <p>The path of a change: Gateway, Inbox, {@link xindang.platform.IncomingBatch}, Intake, Turn, then the table
 * {@code history}. Other offices read it through the Outbox.
 *
 * <p>The gateway keeps no state in memory between two requests. All state is in the database, so several gateways may
 * share one. The package does not rate, print or edit records. Begin reading at {@link xindang.platform.Gateway}, then
 * {@link xindang.platform.Inbox}.
 */
@NullMarked
package xindang.platform;

import org.jspecify.annotations.NullMarked;

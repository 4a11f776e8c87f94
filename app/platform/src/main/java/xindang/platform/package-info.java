/**
 * A reference city platform: the exchange gateway and the public report page, on H2 or PostgreSQL.
 * <ul>
 * <li>{@link xindang.platform.Platform} starts and stops everything. It is the only public type.
 * <li>{@link xindang.platform.Gateway} is the HTTP interface. It limits size and time of each request and calls one of
 * the types below.
 * <li>{@link xindang.platform.Enrolments} and {@link xindang.platform.Access} admit devices and issue their tokens.
 * <li>{@link xindang.platform.Inbox} receives batches. {@link xindang.platform.ChangeIntake} has the checks by which a
 * change is accepted, deferred or rejected. {@link xindang.platform.Turn} merges changes, and writes the accepted ones
 * with their positions.
 * <li>{@link xindang.platform.Outbox} sends the changes of a region to the devices, in the order of their positions.
 * </ul>
 *
 * <p>The path of a change: {@code Gateway}, {@code Inbox}, {@link xindang.platform.IncomingBatch},
 * {@code Inbox.decide}, {@code Turn.merging}, {@link xindang.platform.ReadyChange}, {@code Turn.apply}, then the table
 * {@code history}. The change is judged by the law after a trial merge: {@code ReadyChange} calls
 * {@code ChangeIntake.refusal}, which calls {@link xindang.model.law.Scrutiny#objections}. Other offices read the
 * change through the {@code Outbox}.
 *
 * <p>The gateway keeps no state in memory between two requests. All state is in the database, so several gateways may
 * share one. The package does not rate, print or edit records. Begin reading at {@link xindang.platform.Gateway}, then
 * {@link xindang.platform.Inbox}.
 */
@NullMarked
package xindang.platform;

import org.jspecify.annotations.NullMarked;

/**
 * The exchange between offices and the city platform: the merge, the messages, and the client's store.
 *
 * <ul>
 * <li>{@link Merge} applies one change to a record: three-way, field by field. Client and platform both use it.
 * {@link RowMerge} handles deleted rows. {@link Authors} has the authors of the present values.
 * <li>{@link ExchangeStore} stores the state of each change on the client: LOCAL, SEALED, RECEIPTED, SETTLED.
 * <li>{@link Hello}, {@link Enrolment}, {@link Push}, {@link PulledPage} and {@link Refusal} are the messages.
 * {@link Protocol} has their limits and names.
 * <li>{@link Verdict} is the platform's result for one change.
 * <li>{@link WithheldChange} lists values that the law forbade to keep.
 * </ul>
 *
 * <p>Local changes are sealed into batches and pushed. The platform puts them into one order and returns a receipt.
 * Each client pulls the changes page by page in that order and merges them again, so all archives become equal.
 *
 * <p>This package does not apply the law to a received change. {@link xindang.model.law.Gate} and
 * {@link xindang.model.law.Scrutiny} do.
 *
 * <p>The JSON of the messages is in the package {@code wire}; HTTP is in the modules sync and platform.
 * docs/exchange.yaml describes the protocol. Begin with {@link Merge#apply}.
 */
@NullMarked
package xindang.model.exchange;

import org.jspecify.annotations.NullMarked;

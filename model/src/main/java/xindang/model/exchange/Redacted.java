package xindang.model.exchange;

import java.util.UUID;

/**
 * A change whose content was destroyed because its record was erased: what keeps the chain of its device and the order of the
 * platform verifiable.
 *
 * @param id of the change
 * @param record the erased record
 * @param device that made the change
 * @param sequence its place among the changes of that device
 * @param digest SHA-256 of the canonical JSON that it had
 */
public record Redacted(UUID id, UUID record, String device, long sequence, String digest) {}

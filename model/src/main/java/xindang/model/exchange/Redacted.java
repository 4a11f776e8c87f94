package xindang.model.exchange;

import java.util.UUID;

/**
 * A change without content, because its record was erased. Its digest keeps the chain of its device and the order of
 * the platform verifiable.
 *
 * @param id id of the change
 * @param record id of the erased record
 * @param device id of the device that made the change
 * @param sequence its place among the changes of that device
 * @param digest SHA-256 of its former canonical JSON
 */
public record Redacted(UUID id, UUID record, String device, long sequence, String digest) {}

package xindang.model.archive;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Two people changed one value without seeing each other's. The record keeps {@code kept} (what reached the platform
 * first) until a person decides; nothing typed is lost.
 *
 * @param id the same at every office: made from the change that came second and the path
 * @param base what both saw
 */
public record Conflict(UUID id, UUID record, String path, Optional<String> base, Side kept, Side offered) {
    /** One of the two values with who wrote it, where and when. */
    public record Side(Optional<String> value, String user, String device, Instant at, UUID change) {}
}

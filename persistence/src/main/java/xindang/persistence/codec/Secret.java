package xindang.persistence.codec;

import xindang.persistence.disk.Bytes;

/**
 * The key of a record.
 *
 * @param slot where it lies in {@code keys.xdk}
 */
public record Secret(long slot, Bytes key) {}

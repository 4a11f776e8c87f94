package xindang.persistence.codec;

import xindang.persistence.disk.Bytes;

/**
 * The key of a record.
 *
 * @param slot its slot in {@code keys.xdk}
 */
public record Secret(long slot, Bytes key) {}

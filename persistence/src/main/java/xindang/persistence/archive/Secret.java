package xindang.persistence.archive;

import xindang.persistence.disk.Bytes;

/**
 * The key of a record.
 *
 * @param slot where it lies in {@code keys.xdk}
 */
record Secret(long slot, Bytes key) {}

package xindang.persistence.archive;

import java.util.UUID;
import xindang.model.archive.Change;
import xindang.persistence.disk.Bytes;

/**
 * The key of a record.
 *
 * @param slot where it lies in {@code keys.xdk}
 */
record Secret(long slot, Bytes key) {
    /** A change that was sealed under this key. */
    Change open(Sealing sealing, Bytes sealed, UUID record, UUID change) {
        return sealing.open(sealed, record, change, key.array());
    }
}

package xindang.persistence.fold;

import java.util.Optional;
import java.util.UUID;
import xindang.model.archive.Change;
import xindang.model.common.AppException;
import xindang.model.common.ErrorCode;
import xindang.persistence.codec.Sealing;
import xindang.persistence.codec.Secret;
import xindang.persistence.disk.Bytes;
import xindang.persistence.keys.RecordKeys;

/** The keys of records within a transaction. */
final class Secrets {
    private final RecordTable records;
    private final RecordKeys keys;
    private final Counters counters;

    Secrets(RecordTable records, RecordKeys keys, Counters counters) {
        this.records = records;
        this.keys = keys;
        this.counters = counters;
    }

    /** Returns the key of a record. A new record gets a new key. */
    Secret of(UUID record) {
        return records.find(record)
                .map(state -> new Secret(state.slot, new Bytes(state.secret)))
                .orElseGet(() -> {
                    var slot = counters.slots;
                    return new Secret(slot, new Bytes(keys.make(slot, record)));
                });
    }

    /** Returns the key of a record in an entry of the ledger; empty if it was erased or is damaged. */
    Optional<Secret> kept(UUID record, long slot) {
        counters.slots = Math.max(counters.slots, slot + 1);
        var state = records.find(record);
        return state.isPresent()
                ? state.map(it -> new Secret(slot, new Bytes(it.secret)))
                : readable(slot, record).map(key -> new Secret(slot, new Bytes(key)));
    }

    /** A change of the ledger and the key of its record. */
    record Opened(Change change, Secret secret) {}

    /**
     * Returns the change in an entry of the ledger; empty if its key was erased or is damaged, or its words are
     * unknown.
     */
    Optional<Opened> opened(Sealing sealing, UUID record, long slot, UUID change, Bytes sealed) {
        return kept(record, slot).flatMap(secret -> {
            try {
                return Optional.of(new Opened(
                        sealing.open(sealed, record, change, secret.key().array()), secret));
            } catch (AppException e) {
                if (e.code() != ErrorCode.FILE_DAMAGED) {
                    throw e;
                }
                return Optional.empty();
            }
        });
    }

    /** Treats a damaged key like a missing one, so that other records can be read. */
    private Optional<byte[]> readable(long slot, UUID record) {
        try {
            return keys.find(slot, record);
        } catch (AppException e) {
            if (e.code() != ErrorCode.FILE_DAMAGED) {
                throw e;
            }
            return Optional.empty();
        }
    }
}

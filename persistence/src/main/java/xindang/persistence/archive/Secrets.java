package xindang.persistence.archive;

import java.util.Optional;
import java.util.UUID;
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

    /** The key of a record: as it is, or made now. */
    Secret of(UUID record) {
        return records.find(record)
                .map(state -> new Secret(state.slot, new Bytes(state.secret)))
                .orElseGet(() -> {
                    var slot = counters.slots;
                    return new Secret(slot, new Bytes(keys.make(slot, record)));
                });
    }

    /** The key of a record whose entry comes from the ledger; absent when it was erased. */
    Optional<Secret> kept(UUID record, long slot) {
        counters.slots = Math.max(counters.slots, slot + 1);
        var state = records.find(record);
        return state.isPresent()
                ? state.map(it -> new Secret(slot, new Bytes(it.secret)))
                : keys.find(slot, record).map(key -> new Secret(slot, new Bytes(key)));
    }
}

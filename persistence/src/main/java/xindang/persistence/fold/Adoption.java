package xindang.persistence.fold;

import java.sql.Connection;
import xindang.model.exchange.ExchangeStore;
import xindang.persistence.database.Settings;
import xindang.persistence.ledger.Entry;

/** Changes under the name of this device that come from the platform and are not here. */
final class Adoption {
    private final Connection connection;
    private final ChangeTable changes;
    private final PlacedRuns places;
    private final Counters counters;

    Adoption(Connection connection, ChangeTable changes, PlacedRuns places, Counters counters) {
        this.connection = connection;
        this.changes = changes;
        this.places = places;
        this.counters = counters;
    }

    /** Whether a change under this device's name goes on where this archive ends, which then was set back. */
    boolean follows(String device, long sequence) {
        return changes.device(device) == ChangeTable.OWN
                && sequence == counters.sequence + 1
                && counters.receipted == counters.sequence
                && Settings.read(connection, Settings.EXCHANGE + ExchangeStore.OWN_RUN)
                        .isEmpty();
    }

    /** The number of a change's device; a change of a copy of this archive has another one than those made here. */
    int device(String device, boolean adopted) {
        var number = changes.device(device);
        return number == ChangeTable.OWN && !adopted ? changes.device(ChangeTable.ofAnotherRun(device)) : number;
    }

    /** A change made on this device that this archive lacks, as after a restore: the sequence goes on behind it. */
    void adopt(long sequence, Entry.Place place, String digest) {
        counters.sequence++;
        counters.sealed++;
        counters.receipted++;
        places.add(new Entry.Returned(place.position(), place.verdict(), sequence, sequence));
        counters.previous = digest;
    }
}

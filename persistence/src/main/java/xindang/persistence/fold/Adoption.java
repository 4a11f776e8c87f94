package xindang.persistence.fold;

import java.sql.Connection;
import xindang.model.exchange.ExchangeStore;
import xindang.persistence.database.Settings;
import xindang.persistence.ledger.Entry;

/** Handles changes under this device's name that come from the platform and are not stored here. */
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

    /**
     * Returns true if a change under this device's name continues the sequence of this archive. The archive was then
     * restored to an older state.
     */
    boolean follows(String device, long sequence) {
        return changes.device(device) == ChangeTable.OWN
                && sequence == counters.sequence + 1
                && counters.receipted == counters.sequence
                && Settings.read(connection, Settings.EXCHANGE + ExchangeStore.OWN_RUN)
                        .isEmpty();
    }

    /** Returns true if the change of this device with a sequence number was lost and did not come back. */
    boolean isMissing(long sequence) {
        return sequence <= counters.sequence && Losses.ownChanges(connection, sequence, sequence) == 0;
    }

    /**
     * Returns the number of a change's device. A change of a copy of this archive has another number than the changes
     * made here.
     */
    int device(String device, boolean adopted) {
        var number = changes.device(device);
        return number == ChangeTable.OWN && !adopted ? changes.device(ChangeTable.ofAnotherRun(device)) : number;
    }

    /**
     * Adopts a change of this device that this archive lacks, for example after a restore. The sequence continues
     * behind it.
     */
    void adopt(long sequence, Entry.Place place, String digest) {
        counters.sequence++;
        counters.sealed++;
        counters.receipted++;
        places.add(new Entry.Returned(place.position(), place.verdict(), sequence, sequence));
        counters.previous = digest;
    }
}

package xindang.sync;

import java.util.List;
import xindang.model.exchange.ExchangeStore;

/**
 * What an exchange did.
 *
 * @param sent own changes that the platform signed for in this exchange
 * @param received changes of other devices that came in
 * @param conflicts changes that came back in conflict
 * @param setAside own changes that the platform keeps but does not apply, with the reason
 * @param waiting own changes that wait at the platform for others
 * @param platformSetBack the platform had lost changes it signed for; they were sent again
 * @param states where the own changes stand now
 */
public record SyncReport(
        int sent,
        int received,
        int conflicts,
        List<SetAside> setAside,
        int waiting,
        boolean platformSetBack,
        ExchangeStore.Counts states) {
    public SyncReport {
        setAside = List.copyOf(setAside);
    }

    /**
     * A change that the platform set aside.
     *
     * @param sequence its place among the changes of this device
     * @param code such as {@code change.region}
     * @param field path of the item it is about, may be empty
     * @param text the platform's sentence for people
     */
    public record SetAside(long sequence, String code, String field, String text) {}
}

package xindang.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.exchange.ExchangeStore;

/**
 * The result of an exchange.
 *
 * @param sent own changes that the platform signed for in this exchange
 * @param received changes of other devices
 * @param setAside own changes that the platform rejected and keeps, with the reason
 * @param waiting own changes that the platform deferred, in this exchange or an earlier one
 * @param platformSetBack true if the platform had lost changes that it signed for; they were sent again
 * @param becameOwn true if this archive was copied, or restored and used again; it continues as its own device
 * @param states the number of own changes in each state
 * @param clockAhead how much the local clock is ahead of the platform's; negative if it is behind
 */
public record SyncReport(
        int sent,
        int received,
        List<SetAside> setAside,
        List<Waiting> waiting,
        boolean platformSetBack,
        boolean becameOwn,
        ExchangeStore.Counts states,
        Duration clockAhead) {
    /** A slow answer and an inexact clock explain a difference up to this limit. */
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    public SyncReport {
        setAside = List.copyOf(setAside);
        waiting = List.copyOf(waiting);
    }

    /** Returns how much the local clock is ahead (negative: behind) if the difference is too large; otherwise empty. */
    public Optional<Duration> wrongClock() {
        return Optional.of(clockAhead).filter(off -> off.abs().compareTo(TOLERATED) > 0);
    }

    /**
     * A change that the platform rejected.
     *
     * @param sequence its sequence number among the changes of this device
     * @param record the record that it changes; empty if this device does not have the change
     * @param code such as {@code change.region}
     * @param field path of the field it is about; may be empty
     * @param text the platform's message for people
     */
    public record SetAside(long sequence, Optional<UUID> record, String code, String field, String text) {}

    /**
     * A change that the platform deferred.
     *
     * @param wanted the record that must arrive first: the record itself, whose first change is missing, or its subject
     */
    public record Waiting(long sequence, Optional<UUID> record, UUID wanted, String code, String text) {}
}

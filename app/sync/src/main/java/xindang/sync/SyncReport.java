package xindang.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xindang.model.exchange.ExchangeStore;

/**
 * What an exchange did.
 *
 * @param sent own changes that the platform signed for in this exchange
 * @param received changes of other devices that came in
 * @param setAside own changes that the platform keeps but does not apply, with the reason
 * @param waiting own changes that wait at the platform for others, of this exchange or an earlier one
 * @param platformSetBack the platform had lost changes it signed for; they were sent again
 * @param becameOwn this archive was copied, or set back and used on: it goes on as a device of its own
 * @param states where the own changes stand now
 * @param clockAhead how far the clock of this machine is ahead of the platform's; negative when it is behind
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
    /** What a slow answer and a clock that nobody set lately explain. */
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    public SyncReport {
        setAside = List.copyOf(setAside);
        waiting = List.copyOf(waiting);
    }

    /** How far the clock of this machine is ahead, or behind if negative, where that is too much. */
    public Optional<Duration> wrongClock() {
        return Optional.of(clockAhead).filter(off -> off.abs().compareTo(TOLERATED) > 0);
    }

    /**
     * A change that the platform set aside.
     *
     * @param sequence its place among the changes of this device
     * @param record the record that it changes; absent when this device does not have the change
     * @param code such as {@code change.region}
     * @param field path of the item it is about, may be empty
     * @param text the platform's sentence for people
     */
    public record SetAside(long sequence, Optional<UUID> record, String code, String field, String text) {}

    /**
     * A change that waits at the platform.
     *
     * @param wanted the record that must come first: its own, whose beginning is missing there, or the one that it is about
     */
    public record Waiting(long sequence, Optional<UUID> record, UUID wanted, String code, String text) {}
}

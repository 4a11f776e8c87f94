package xindang.model.law;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import xindang.model.archive.ArchiveStore;

/**
 * The clock of a machine, corrected by the times stored in its archive. With it, a save has a plausible time even if a
 * dead battery makes the machine start in 1980 each morning.
 */
final class SureClock extends Clock {
    private final Clock machine;
    private final ArchiveStore store;

    SureClock(Clock machine, ArchiveStore store) {
        this.machine = machine;
        this.store = store;
    }

    /** Returns the clock of the machine inside a corrected clock, or the clock itself. */
    static Clock machine(Clock clock) {
        return clock instanceof SureClock right ? right.machine : clock;
    }

    @Override
    public Instant instant() {
        var machineTime = machine.instant();
        return store.sureTime().map(sure -> right(machineTime, sure)).orElse(machineTime);
    }

    /**
     * Returns the time of the machine, or the time corrected by the last exchange, or a time just after the last sure
     * time.
     */
    private Instant right(Instant machineTime, Instant sure) {
        if (SureDay.isBelieved(sure, machineTime)) {
            return machineTime;
        }
        var shifted = machineTime.plus(store.clockLate());
        // later than the save before, so that the order of saves is the order of their times
        return SureDay.isBelieved(sure, shifted) ? shifted : sure.plusMillis(1);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SureClock(machine.withZone(zone), store);
    }
}

package xindang.model.law;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import xindang.model.archive.ArchiveStore;

/**
 * The clock of a machine, put right by what its archive knows: what is saved bears a time that may be true, also when a dead
 * battery makes the machine begin in 1980 each morning.
 */
final class SureClock extends Clock {
    private final Clock machine;
    private final ArchiveStore store;

    SureClock(Clock machine, ArchiveStore store) {
        this.machine = machine;
        this.store = store;
    }

    /** The clock of the machine below a clock that was put right, or the clock itself. */
    static Clock machine(Clock clock) {
        return clock instanceof SureClock right ? right.machine : clock;
    }

    @Override
    public Instant instant() {
        var says = machine.instant();
        return store.sureTime().map(sure -> right(says, sure)).orElse(says);
    }

    /** What the machine says, or what the last exchange makes of it, or just after the last time that is sure. */
    private Instant right(Instant says, Instant sure) {
        if (SureDay.isBelieved(sure, says)) {
            return says;
        }
        var shifted = says.plus(store.clockLate());
        // later than what was saved before, so that the order of saves is that of their times
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

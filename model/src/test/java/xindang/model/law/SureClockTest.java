package xindang.model.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.model.archive.ArchiveStore;
import xindang.model.common.Violation;
import xindang.model.shipped.ShippedTemplates;
import xindang.model.testing.MemoryArchiveStore;
import xindang.model.testing.MemoryOffice;

/** The clock for saves on a machine whose clock is right, ahead, or behind. */
class SureClockTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Instant SURE = Instant.parse("2026-11-30T08:00:00Z");

    @Test
    void theTimeOfTheMachineCountsWhileItIsBelieved() {
        var store = signed(SURE, SURE);
        assertEquals(SURE, time(store, SURE));
        assertEquals(SURE.plus(Duration.ofDays(31)), time(store, SURE.plus(Duration.ofDays(31))));
        assertEquals(Instant.EPOCH, time(new MemoryArchiveStore(), Instant.EPOCH));
    }

    @Test
    void aWrongClockIsCorrectedByTheLastExchange() {
        var shown = Instant.parse("1980-01-01T00:00:00Z");
        var store = signed(SURE, shown);
        assertEquals(SURE.plusSeconds(60), time(store, shown.plusSeconds(60)));
        assertEquals(
                new SureDay(LocalDate.of(2026, 12, 1), Optional.of(LocalDate.of(2026, 11, 30))),
                day(store, shown.plusSeconds(86_400)));
        assertEquals(SURE.plusMillis(1), time(store, shown.minusSeconds(60)), "the battery died again");
        assertEquals(
                new SureDay(LocalDate.of(1979, 12, 31), Optional.of(LocalDate.of(2026, 11, 30))),
                day(store, shown.minusSeconds(60 * 60 * 9)));
        var ahead = SURE.plus(Duration.ofDays(365));
        assertEquals(SURE.plusSeconds(60), time(signed(SURE, ahead), ahead.plusSeconds(60)));
    }

    @Test
    void withoutASureDayNothingIsRated() {
        var store = signed(SURE, SURE);
        var unsure = Optional.of(Violation.of("law.day.unsure"));
        assertEquals(Optional.empty(), Gate.unsure(Clock.fixed(SURE, CHINA), store));
        assertEquals(unsure, Gate.unsure(Clock.fixed(SURE.plus(Duration.ofDays(40)), CHINA), store));
        assertEquals(unsure, Gate.unsure(Clock.fixed(SURE.minus(Duration.ofDays(2)), CHINA), store));
        assertEquals(
                LocalDate.of(2027, 1, 9), Gate.hidingDay(Clock.fixed(SURE.plus(Duration.ofDays(40)), CHINA), store));
        assertEquals(
                LocalDate.of(2026, 11, 30), Gate.hidingDay(Clock.fixed(SURE.minus(Duration.ofDays(2)), CHINA), store));
    }

    @Test
    void theClockKeepsItsZoneAndIsCorrectedOnce() {
        var machine = Clock.fixed(SURE, CHINA);
        var clock = Gate.clock(machine, signed(SURE, SURE));
        assertEquals(CHINA, clock.getZone());
        assertEquals(ZoneOffset.UTC, clock.withZone(ZoneOffset.UTC).getZone());
        assertEquals(SURE, clock.withZone(ZoneOffset.UTC).instant());
        assertSame(machine, SureClock.machine(clock));
        assertSame(machine, SureClock.machine(machine));
    }

    @Test
    void aTimeMoreThanAMonthAheadIsOrderedByTheSureTime() {
        var limit = SURE.plus(Duration.ofDays(31));
        assertEquals(limit, Gate.ordered(Optional.of(SURE), limit));
        assertEquals(SURE, Gate.ordered(Optional.of(SURE), limit.plusMillis(1)));
        assertEquals(SURE.minusSeconds(1), Gate.ordered(Optional.of(SURE), SURE.minusSeconds(1)));
        assertEquals(limit.plusMillis(1), Gate.ordered(Optional.empty(), limit.plusMillis(1)));
        assertEquals(limit, Gate.sureAfter(SURE, limit));
        assertEquals(SURE, Gate.sureAfter(SURE, limit.plusMillis(1)));
        assertTrue(Gate.mayHaveBegun(LocalDate.of(2026, 12, 31), CHINA, Optional.of(SURE)));
        assertFalse(Gate.mayHaveBegun(LocalDate.of(2027, 1, 1), CHINA, Optional.of(SURE)));
        assertTrue(Gate.mayHaveBegun(LocalDate.of(2099, 1, 1), CHINA, Optional.empty()));
        var day = new SureDay(LocalDate.of(2026, 11, 30), Optional.of(LocalDate.of(2026, 11, 30)));
        assertTrue(day.mayHaveBegun(Instant.parse("2026-12-31T23:59:59Z")));
        assertFalse(day.mayHaveBegun(Instant.parse("2027-01-01T00:00:00Z")));
    }

    @Test
    void aNoteOfTimeIsReadAsItWasWritten() {
        var note = Gate.notedTime(Gate.signedTime(SURE, SURE.minusSeconds(90)));
        assertEquals(new SureDay.NotedTime(SURE, Duration.ofSeconds(90)), note);
        assertEquals(new SureDay.NotedTime(SURE, Duration.ZERO), Gate.notedTime(SURE.toString()));
        assertThrows(DateTimeParseException.class, () -> Gate.notedTime("noon"));
    }

    private static ArchiveStore signed(Instant time, Instant shown) {
        var office = new MemoryOffice("LL-03-9f2c", ShippedTemplates.load());
        office.setting(SureDay.SIGNED, Gate.signedTime(time, shown));
        return office.archives();
    }

    private static Instant time(ArchiveStore store, Instant shown) {
        return Gate.clock(Clock.fixed(shown, CHINA), store).instant();
    }

    private static SureDay day(ArchiveStore store, Instant shown) {
        return Gate.day(Gate.clock(Clock.fixed(shown, CHINA), store), store);
    }
}
